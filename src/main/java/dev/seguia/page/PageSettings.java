package dev.seguia.page;

import java.net.URI;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/// How pages are made.
///
/// @param language for visitors who name none that we have
/// @param baseUrl what the outside calls us, without a slash at the end
/// @param indexed search engines may keep the pages
/// @param images pages show the images of articles, which lie elsewhere
/// @param timeZone of the dates that people read
public record PageSettings(
    Locale language, String baseUrl, boolean indexed, boolean images, ZoneId timeZone) {
  public PageSettings {
    baseUrl = baseUrl.replaceFirst("/+$", "");
  }

  /// The path of the base URL, without a slash at the end: empty for most.
  String basePath() {
    var path = URI.create(baseUrl).getRawPath();
    return path == null ? "" : path;
  }

  /// What a fresh installation has, on a machine whose clock shows UTC.
  public static PageSettings defaults(String baseUrl) {
    return new PageSettings(Locale.FRENCH, baseUrl, false, true, ZoneOffset.UTC);
  }
}
