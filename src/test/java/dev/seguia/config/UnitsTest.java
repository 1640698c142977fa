package dev.seguia.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UnitsTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({"90s, PT90S", "15m, PT15M", "6h, PT6H", "7d, P7D", "0s, PT0S"})
  void readsDurations(String text, Duration expected) {
    assertThat(Units.duration(text)).contains(expected);
  }

  @ParameterizedTest(name = "{0} is {1} bytes")
  @CsvSource({"100B, 100", "512KB, 524288", "10MB, 10485760", "1GB, 1073741824", "1mb, 1048576"})
  void readsSizes(String text, long expected) {
    assertThat(Units.size(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "m", "-5m", "1.5h", "5 weeks", "5min", "99999999999d", "PT5M"})
  void knowsWhatIsNoDuration(String text) {
    assertThat(Units.duration(text)).isEmpty();
  }

  @Property(seed = "20251114")
  void writesADurationSoThatItReadsTheSame(@ForAll @IntRange(max = 100_000_000) int seconds) {
    var duration = Duration.ofSeconds(seconds);
    assertThat(Units.duration(Units.text(duration))).contains(duration);
  }
}
