package dev.seguia.config;

import dev.seguia.config.InvalidSettings.Check;
import java.time.Duration;
import java.util.Optional;

/// What becomes of old entries.
///
/// @param keep how long entries are kept; empty for ever
public record RetentionSettings(Optional<Duration> keep) {
  static final Section SECTION = new Section("retention");

  private static final Key<Optional<Duration>> KEEP =
      SECTION.key(
          "keep",
          Kind.DURATION_OR_FOREVER,
          "forever",
          "how long entries are kept; nothing is dropped unless a duration stands here");

  public RetentionSettings {
    new Check()
        .that(
            keep.stream().allMatch(Duration::isPositive),
            KEEP,
            "must be forever or above 0",
            keep.map(Units::text).orElse("forever"))
        .done();
  }

  /// Reads the section.
  static RetentionSettings read(Reading given) {
    return new RetentionSettings(given.get(KEEP));
  }
}
