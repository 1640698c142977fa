package dev.seguia.source;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// The selectors for a web page that is a source; absent ones are detected automatically.
///
/// @param item each element is one entry
/// @param title within an item, as all that follow
/// @param dateFormat a pattern of [DateTimeFormatter], in the language of the source
/// @param timeZone of dates that name none
/// @param pages how many pages of the section are read, 1 or more
public record ScrapeSettings(
    Optional<Selector> item,
    Optional<Selector> title,
    Optional<Selector> link,
    Optional<Selector> date,
    Optional<Selector> body,
    Optional<Selector> image,
    Optional<String> dateFormat,
    ZoneId timeZone,
    int pages) {
  /// Everything is detected automatically.
  public static ScrapeSettings none() {
    return new ScrapeSettings(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ZoneOffset.UTC,
        1);
  }
}
