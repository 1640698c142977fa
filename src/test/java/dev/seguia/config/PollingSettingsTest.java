package dev.seguia.config;

import static org.assertj.core.api.Assertions.assertThat;

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
    var shortest = Units.duration(minInterval).orElseThrow();
    return new PollingSettings(shortest, Duration.ofHours(12), 24, 5, 64, perHost).hostPause();
  }
}
