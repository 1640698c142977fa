package dev.seguia.config;

import dev.seguia.config.InvalidSettings.Check;
import java.time.Duration;

/// Whether copies of an article in several sources are merged into one entry.
///
/// @param window the longest time between two copies that are merged
public record DedupSettings(boolean enabled, Duration window) {
  static final Section SECTION = new Section("dedup");

  private static final Key<Boolean> ENABLED =
      SECTION.key(
          "enabled",
          Kind.YES_OR_NO,
          "true",
          "whether copies of an article in several sources become one entry");
  private static final Key<Duration> WINDOW =
      SECTION.key(
          "window", Kind.DURATION, "3d", "the longest time between two copies of an article");

  public DedupSettings {
    new Check().that(window.isPositive(), WINDOW, "must be above 0", window).done();
  }

  /// Reads the section.
  static DedupSettings read(Reading given) {
    return new DedupSettings(given.get(ENABLED), given.get(WINDOW));
  }
}
