package dev.seguia.config;

import java.time.ZoneId;
import java.util.Optional;

/// The settings of the web pages.
///
/// @param index search engines may index the pages
/// @param images pages show the images of articles, which browsers load from the sources
/// @param timeZone of the dates on pages; empty for that of this machine
public record PageSettings(boolean index, boolean images, Optional<ZoneId> timeZone) {
  static final Section SECTION = new Section("pages");

  private static final Key<Boolean> INDEX =
      SECTION.key(
          "index",
          Kind.YES_OR_NO,
          "false",
          "whether search engines may index the pages; the articles on them belong to others");
  private static final Key<Boolean> IMAGES =
      SECTION.key(
          "images",
          Kind.YES_OR_NO,
          "true",
          "whether pages show the images of articles; browsers load these from the sources");
  private static final Key<Optional<ZoneId>> TIME_ZONE =
      SECTION.key(
          "time-zone",
          Kind.ZONE_OR_SYSTEM,
          "system",
          "the time zone of dates on pages, as in Africa/Casablanca; system: that of this machine");

  /// Reads the section.
  static PageSettings read(Reading given) {
    return new PageSettings(given.get(INDEX), given.get(IMAGES), given.get(TIME_ZONE));
  }

  /// The time zone that is set, or else that of this machine.
  public ZoneId zone() {
    return timeZone.orElseGet(ZoneId::systemDefault);
  }
}
