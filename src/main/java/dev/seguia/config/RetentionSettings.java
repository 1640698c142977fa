package dev.seguia.config;

import dev.seguia.config.InvalidSettings.Check;
import java.time.Duration;
import java.util.Optional;

/// How long entries are kept.
///
/// @param keep empty: forever
public record RetentionSettings(Optional<Duration> keep) {
  static final Section SECTION = new Section("retention");

  private static final Key<Optional<Duration>> KEEP =
      SECTION.key(
          "keep",
          Kind.DURATION_OR_FOREVER,
          "forever",
          "how long entries are kept, as in 90d; forever: no entry is deleted");

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
