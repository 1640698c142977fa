package dev.seguia.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FetchSettingsTest {
  @ParameterizedTest
  @CsvSource({
    "PT0S, 1, Seguia, fetch.timeout must be between 1s and 1h",
    "PT-1S, 1, Seguia, fetch.timeout must be between 1s and 1h",
    "PT1H1S, 1, Seguia, fetch.timeout must be between 1s and 1h",
    "PT1S, 0, Seguia, fetch.max-body must be between 1B and 1GB",
    "PT1S, 1073741825, Seguia, fetch.max-body must be between 1B and 1GB",
    "PT1S, 1, ' ', fetch.user-agent must be one line of ASCII text",
    "PT1S, 1, Séguia, fetch.user-agent must be one line of ASCII text"
  })
  void namesTheKeyThatIsWrong(Duration timeout, long maxBody, String userAgent, String complaint) {
    assertThatThrownBy(
            () -> new FetchSettings(timeout, maxBody, userAgent, Optional.empty(), List.of()))
        .isInstanceOf(InvalidSettings.class)
        .hasMessageStartingWith(complaint);
  }
}
