package dev.seguia.testing;

import dev.seguia.feed.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A clean entry that has words and dates, and nothing else.
public final class PlainEntry {
  private PlainEntry() {}

  public static Entry of(
      Optional<String> id,
      Optional<String> link,
      Optional<String> linkKey,
      String title,
      String summary,
      String content,
      Optional<Instant> published,
      Optional<Instant> updated) {
    return new Entry(
        id,
        link,
        linkKey,
        title,
        summary,
        content,
        published,
        updated,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.empty());
  }
}
