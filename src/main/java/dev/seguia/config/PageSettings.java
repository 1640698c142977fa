package dev.seguia.config;

import java.time.ZoneId;
import java.util.Optional;

/// The settings of the pages for people.
///
/// @param index search engines may keep them
/// @param images they show the images of articles, which lie with their sources
/// @param timeZone of their dates; empty for that of the machine
public record PageSettings(boolean index, boolean images, Optional<ZoneId> timeZone) {
  /// The time zone that is set, or else that of the machine.
  public ZoneId zone() {
    return timeZone.orElseGet(ZoneId::systemDefault);
  }
}
