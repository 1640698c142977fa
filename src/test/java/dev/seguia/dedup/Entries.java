package dev.seguia.dedup;

import dev.seguia.feed.Entry;
import dev.seguia.testing.PlainEntry;
import java.time.Instant;
import java.util.Optional;

/// Clean entries as the tests of this package word them.
final class Entries {
  static final Instant NOON = Instant.parse("2025-11-14T12:00:00Z");

  private Entries() {}

  static Entry entry(String title, String summary, String content) {
    return entry(title, summary, content, "", Optional.of(NOON));
  }

  static Entry undated(String title, String content, String linkKey) {
    return entry(title, "", content, linkKey, Optional.empty());
  }

  static Entry entry(
      String title, String summary, String content, String linkKey, Instant published) {
    return entry(title, summary, content, linkKey, Optional.of(published));
  }

  /// @param linkKey as in `one.example/news/1`; empty for none
  private static Entry entry(
      String title, String summary, String content, String linkKey, Optional<Instant> published) {
    var key = Optional.of(linkKey).filter(text -> !text.isEmpty());
    return PlainEntry.of(
        Optional.of("id"),
        key.map(text -> "https://" + text),
        key,
        title,
        summary,
        content,
        published,
        Optional.empty());
  }
}
