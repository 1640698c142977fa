package dev.seguia.parse;

import dev.seguia.feed.RawEntry;
import dev.seguia.feed.RawFeed;
import dev.seguia.feed.Text;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/// What was read of a document, one fact a line; what is absent has no line.
final class Described {
  private final StringBuilder lines = new StringBuilder();

  private Described() {}

  static String of(ParseResult result) {
    var described = new Described();
    switch (result) {
      case ParseResult.Unreadable(var reason, _) -> described.line("unreadable", reason);
      case ParseResult.Parsed(var feed, var warnings) -> {
        warnings.forEach(warning -> described.line("warning", warning));
        described.feed(feed);
      }
    }
    return described.lines.toString();
  }

  private void feed(RawFeed feed) {
    var header = feed.header();
    line("format", header.format());
    line("id", header.id());
    line("title", header.title());
    line("description", header.description());
    line("link", header.link());
    line("self", header.self());
    line("image", header.image());
    line("language", header.language());
    line("rights", header.rights());
    line("updated", header.updated());
    lines("author", header.authors());
    lines("category", header.categories());
    line("ttl", feed.rhythm().ttl());
    if (!feed.rhythm().skipHours().isEmpty())
      line("skip hours", new TreeSet<>(feed.rhythm().skipHours()).toString());
    if (!feed.rhythm().skipDays().isEmpty())
      line("skip days", new TreeSet<>(feed.rhythm().skipDays()).toString());
    if (!feed.whole()) line("whole", "no");
    feed.entries().forEach(this::entry);
  }

  private void entry(RawEntry entry) {
    lines.append("\nentry\n");
    line("id", entry.id());
    line("link", entry.link());
    line("base", entry.base());
    line("title", entry.title());
    line("summary", entry.summary());
    line("content", entry.content());
    line("published", entry.published());
    line("updated", entry.updated());
    lines("author", entry.authors());
    lines("category", entry.categories());
    lines("enclosure", entry.enclosures());
    line("image", entry.image());
    line("comments", entry.comments());
    line("language", entry.language());
    line("rights", entry.rights());
    line("origin", entry.origin());
  }

  private void lines(String name, Collection<?> values) {
    values.forEach(value -> line(name, value.toString()));
  }

  private void line(String name, Optional<?> value) {
    value.ifPresent(present -> line(name, present.toString()));
  }

  private void line(String name, Text text) {
    if (!text.isBlank()) line(name, text.kind() + " " + text.value());
  }

  private void line(String name, String value) {
    lines.append(name).append(": ").append(value.replace("\n", "\\n")).append('\n');
  }
}
