package dev.seguia.config;

import dev.seguia.config.InvalidSettings.Check;
import java.time.Duration;

/// Whether and when two articles are taken for one.
///
/// @param window how far apart two articles may lie and still be taken for one
public record DedupSettings(boolean enabled, Duration window) {
  static final Section SECTION = new Section("dedup");

  private static final Key<Boolean> ENABLED =
      SECTION.key("enabled", Kind.YES_OR_NO, "true", "the same article from two sources is one");
  private static final Key<Duration> WINDOW =
      SECTION.key(
          "window", Kind.DURATION, "3d", "how far apart in time two copies of an article lie");

  public DedupSettings {
    new Check().that(window.isPositive(), WINDOW, "must be above 0", window).done();
  }

  /// Reads the section.
  static DedupSettings read(Reading given) {
    return new DedupSettings(given.get(ENABLED), given.get(WINDOW));
  }
}
