package dev.seguia.dates;

import java.time.Instant;
import java.util.Optional;

/// The date fields of one entry. Of several fields for one date the first that can be parsed is
/// used, in any position; an unparsed one is remembered if none can.
public final class DateFields {
  private static final int LONGEST_EXAMPLE = 100;

  private Optional<Instant> published = Optional.empty();
  private Optional<Instant> updated = Optional.empty();
  private Optional<String> unread = Optional.empty();

  public DateFields published(String text) {
    if (published.isEmpty()) published = read(text);
    return this;
  }

  public DateFields updated(String text) {
    if (updated.isEmpty()) updated = read(text);
    return this;
  }

  private Optional<Instant> read(String text) {
    var date = DateParser.parse(text);
    if (date.isEmpty() && unread.isEmpty() && !text.isBlank()) unread = Optional.of(example(text));
    return date;
  }

  /// An unparsed date, for display.
  public static String example(String text) {
    var line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST_EXAMPLE ? line : line.substring(0, LONGEST_EXAMPLE - 1) + "…";
  }

  public Optional<Instant> published() {
    return published;
  }

  public Optional<Instant> updated() {
    return updated;
  }

  /// An unparsed date, if there is no other.
  public Optional<String> unread() {
    return published.isPresent() || updated.isPresent() ? Optional.empty() : unread;
  }
}
