package dev.seguia.page;

import dev.seguia.url.BaseUrl;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/// The settings of the pages.
///
/// @param language for visitors who name none that we have
/// @param baseUrl what the outside calls us
/// @param indexed search engines may keep the pages
/// @param images pages show the images of articles, which lie elsewhere
/// @param timeZone of the dates that people read
public record PageSettings(
    Locale language, BaseUrl baseUrl, boolean indexed, boolean images, ZoneId timeZone) {
  /// The defaults of a new installation, in the UTC time zone.
  public static PageSettings defaults(BaseUrl baseUrl) {
    return new PageSettings(Locale.FRENCH, baseUrl, false, true, ZoneOffset.UTC);
  }
}
