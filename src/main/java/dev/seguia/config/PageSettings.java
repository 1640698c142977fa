package dev.seguia.config;

import java.time.ZoneId;
import java.util.Optional;

/// The settings of the pages for people.
///
/// @param index search engines may keep them
/// @param images they show the images of articles, which lie with their sources
/// @param timeZone of their dates; empty for that of the machine
public record PageSettings(boolean index, boolean images, Optional<ZoneId> timeZone) {
  static final Section SECTION = new Section("pages");

  private static final Key<Boolean> INDEX =
      SECTION.key(
          "index",
          Kind.YES_OR_NO,
          "false",
          "search engines may keep the pages; the articles are others'");
  private static final Key<Boolean> IMAGES =
      SECTION.key(
          "images",
          Kind.YES_OR_NO,
          "true",
          "pages show the images of articles, which visitors' browsers fetch from their sources");
  private static final Key<Optional<ZoneId>> TIME_ZONE =
      SECTION.key(
          "time-zone",
          Kind.ZONE_OR_SYSTEM,
          "system",
          "of the dates on pages, as in Africa/Casablanca; system: the one of this machine");

  /// Reads the section.
  static PageSettings read(Reading given) {
    return new PageSettings(given.get(INDEX), given.get(IMAGES), given.get(TIME_ZONE));
  }

  /// The time zone that is set, or else that of the machine.
  public ZoneId zone() {
    return timeZone.orElseGet(ZoneId::systemDefault);
  }
}
