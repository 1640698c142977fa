package dev.seguia.quality;

import dev.seguia.feed.RawEntry;
import dev.seguia.feed.RawFeed;
import dev.seguia.feed.Rhythm;
import dev.seguia.feed.Text;
import dev.seguia.source.Source;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One poll of one source of the stream, and the document that it brings: what is new, and behind
/// it what the source wrote before.
///
/// @param entries how many of the document's are new
record StreamPoll(Source source, Instant now, RawFeed document, int entries) {
  /// The polls in which the rows come in, in the order of time. Those that bring nothing new are
  /// left out.
  ///
  /// @param between two polls of one source
  /// @param length of a document, in entries, unless more are new
  static List<StreamPoll> of(List<Row> rows, Duration between, int length) {
    var slots = new TreeMap<Instant, Map<String, List<Row>>>();
    for (var row : rows)
      slots
          .computeIfAbsent(slotOf(row, between), _ -> new LinkedHashMap<>())
          .computeIfAbsent(row.text("source"), _ -> new ArrayList<>())
          .add(row);
    var polls = new ArrayList<StreamPoll>();
    var documents = new LinkedHashMap<String, Deque<RawEntry>>();
    slots.forEach((now, sources) ->
        sources.forEach((url, fresh) -> {
          var document = documents.computeIfAbsent(url, _ -> new ArrayDeque<>());
          for (var row : fresh) document.addFirst(entry(row));
          while (document.size() > Math.max(length, fresh.size())) document.removeLast();
          polls.add(poll(URI.create(url), now, document, fresh.size()));
        }));
    return polls;
  }

  /// The end of the time in which an entry appears.
  private static Instant slotOf(Row row, Duration between) {
    var seconds = between.toSeconds();
    return Instant.ofEpochSecond((row.number("time") / seconds + 1) * seconds);
  }

  private static StreamPoll poll(URI url, Instant now, Deque<RawEntry> document, int entries) {
    return new StreamPoll(source(url), now, feed(url, document), entries);
  }

  private static Source source(URI url) {
    return new Source(url, "", Optional.empty(), List.of(), Source.Settings.defaults());
  }

  private static RawEntry entry(Row row) {
    return RawEntry.builder()
        .id(Optional.of(row.text("id")))
        .link(Optional.of(row.text("url")))
        .title(Text.plain(row.text("title")))
        .summary(Text.plain(row.text("summary")))
        .published(Optional.of(Instant.ofEpochSecond(row.number("time"))))
        .language(Optional.of(row.text("lang")))
        .categories(section(row.text("url")))
        .build();
  }

  /// The first folder of an address, as sites name their sections.
  private static List<String> section(String url) {
    var parts = List.of(url.split("[/?#]", -1));
    return parts.size() > 4 && !parts.get(3).isEmpty() ? List.of(parts.get(3)) : List.of();
  }

  private static RawFeed feed(URI url, Collection<RawEntry> entries) {
    var header =
        new RawFeed.Header(
            "rss 2.0",
            Optional.empty(),
            Text.plain(url.toString()),
            Text.none(),
            Optional.of(url.resolve("/").toString()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Text.none(),
            Optional.empty(),
            List.of(),
            List.of());
    return new RawFeed(url, header, List.copyOf(entries), Rhythm.none(), true);
  }
}
