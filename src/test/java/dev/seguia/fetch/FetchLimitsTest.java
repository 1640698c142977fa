package dev.seguia.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FetchLimitsTest {
  @ParameterizedTest
  @CsvSource({
    "PT0S, 1, Seguia, fetch.timeout must be longer than zero",
    "PT-1S, 1, Seguia, fetch.timeout must be longer than zero",
    "PT1S, 0, Seguia, fetch.max-body must be 1 byte to 2047MB",
    "PT1S, 2147483647, Seguia, fetch.max-body must be 1 byte to 2047MB",
    "PT1S, 1, ' ', fetch.user-agent must be plain ASCII text",
    "PT1S, 1, Séguia, fetch.user-agent must be plain ASCII text"
  })
  void namesTheKeyThatIsWrong(Duration timeout, long maxBody, String userAgent, String complaint) {
    assertThatThrownBy(() -> new FetchLimits(timeout, maxBody, userAgent))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(complaint);
  }

  @ParameterizedTest
  @CsvSource({"10485760, 10MB", "524288, 512KB", "1000, 1000 bytes"})
  void writesASizeAsAPersonDoes(long bytes, String words) {
    assertThat(FetchLimits.size(bytes)).isEqualTo(words);
  }
}
