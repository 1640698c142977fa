package dev.seguia.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.testing.TestSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PollingSettingsTest {
  @Test
  void pausesBetweenTwoRequestsToOneHost() {
    assertThat(pause("5m", 1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(pause("1h", 1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(pause("3s", 1)).isEqualTo(Duration.ofMillis(10));
    assertThat(pause("5m", 4)).isEqualTo(Duration.ofMillis(250));
  }

  private static Duration pause(String minInterval, int perHost) {
    return TestSettings.of("polling.min-interval=" + minInterval, "polling.per-host=" + perHost)
        .polling()
        .hostPause();
  }
}
