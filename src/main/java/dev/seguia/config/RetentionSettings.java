package dev.seguia.config;

import dev.seguia.config.InvalidSettings.Check;
import java.time.Duration;
import java.util.Optional;

/// What becomes of old entries.
///
/// @param keep how long entries are kept; empty for ever
public record RetentionSettings(Optional<Duration> keep) {
  public RetentionSettings {
    new Check()
        .that(
            keep.stream().allMatch(Duration::isPositive),
            "retention.keep",
            "must be forever or above 0",
            keep.map(Units::text).orElse("forever"))
        .done();
  }
}
