package dev.seguia.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.bench.RunningDaemon.Moment;
import dev.seguia.bench.Site.Counters;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PhaseFiguresTest {
  private static final Counters COUNTERS = new Counters(3, 2, 1);

  @Test
  void aPhaseCostsWhatWasUsedSinceTheOneBefore() {
    var phase = phase(moment(10, 4, 1), moment(16, 12, 4), Optional.empty());
    assertThat(phase.wallSeconds()).isEqualTo(6);
    assertThat(phase.cpuSeconds()).isEqualTo(8);
    assertThat(phase.threadSeconds()).containsEntry(ThreadKind.GC, 3.0);
  }

  @Test
  void theShareOfTheCollectorIsThatOfThePhase() {
    assertThat(phase(moment(10, 4, 1), moment(16, 12, 3), Optional.empty()).gcShare())
        .isEqualTo(0.25);
  }

  @Test
  void theRatioIsToTheBarePipelineInTheSamePhase() {
    assertThat(phase(Moment.ZERO, moment(16, 12, 3), Optional.of(4.0)).ratio()).contains(3.0);
  }

  @Test
  void aPhaseThatTheBarePipelineCannotDoHasNoRatio() {
    assertThat(phase(Moment.ZERO, moment(16, 12, 3), Optional.empty()).ratio()).isEmpty();
  }

  private static PhaseFigures phase(Moment before, Moment after, Optional<Double> bare) {
    return PhaseFigures.between(DaemonPhase.COLD, before, after, COUNTERS, bare);
  }

  private static Moment moment(int wall, int cpu, int gc) {
    return new Moment(
        Duration.ofSeconds(wall),
        false,
        new Usage(Duration.ofSeconds(cpu), 300, 310),
        Map.of(ThreadKind.GC, Duration.ofSeconds(gc)));
  }
}
