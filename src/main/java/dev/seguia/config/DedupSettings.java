package dev.seguia.config;

import dev.seguia.config.InvalidSettings.Check;
import java.time.Duration;

/// Whether and when two articles are taken for one.
///
/// @param window how far apart two articles may lie and still be taken for one
public record DedupSettings(boolean enabled, Duration window) {
  public DedupSettings {
    new Check().that(window.isPositive(), "dedup.window", "must be above 0", window).done();
  }
}
