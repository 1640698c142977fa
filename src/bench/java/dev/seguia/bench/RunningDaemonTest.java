package dev.seguia.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.bench.RunningDaemon.Moment;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RunningDaemonTest {
  @ParameterizedTest
  @CsvSource({"0, false, true", "90, false, true", "100, false, false", "90, true, false"})
  void isQuietIfItUsesLittleAndWaitsForNoProcessor(int millis, boolean busy, boolean quiet) {
    assertThat(moment(busy, 500 + millis).quietSince(moment(false, 500))).isEqualTo(quiet);
  }

  private static Moment moment(boolean busy, int millis) {
    return new Moment(
        Duration.ofSeconds(1), busy, new Usage(Duration.ofMillis(millis), 300, 310), Map.of());
  }
}
