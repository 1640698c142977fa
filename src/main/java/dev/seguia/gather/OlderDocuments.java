package dev.seguia.gather;

import dev.seguia.feed.RawEntry;
import dev.seguia.feed.RawFeed;
import dev.seguia.fetch.FetchResult;
import dev.seguia.fetch.FetchResult.Fetched;
import dev.seguia.fetch.FetchedDocument;
import dev.seguia.gather.GatherResult.Found;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Follows the links to documents with older entries: the archives of a feed (RFC 5005), the
/// further pages of a section (pagination).
final class OlderDocuments {
  /// Limit: archives that `seguia:history` reads.
  static final int MOST_ARCHIVES = 100;

  /// Limit: entries that the archives or further pages of a source give.
  ///
  /// The limit of what is held in memory until it is stored.
  private static final int MOST_ENTRIES = 10_000;

  /// Limit: size of the archives or further pages of a source together.
  private static final long MOST_BYTES = 20 << 20;

  private final int most;
  private final Way way;
  private final HistoryPolicy historyPolicy;

  /// @param most of them
  OlderDocuments(int most, Way way, HistoryPolicy historyPolicy) {
    this.most = most;
    this.way = way;
    this.historyPolicy = historyPolicy;
  }

  /// Fetches and parses one of them.
  interface Way {
    Step to(URI url) throws InterruptedException;
  }

  /// Parses a fetched document.
  interface Reading {
    GatherResult of(FetchedDocument document) throws InterruptedException;
  }

  /// One of them.
  ///
  /// @param bytes its size
  /// @param isLasting another try would bring nothing else
  record Step(GatherResult result, int bytes, boolean isLasting) {
    static Step of(FetchResult result, Reading reading) throws InterruptedException {
      return switch (result) {
        case Fetched fetched -> {
          try (fetched) {
            yield new Step(reading.of(fetched.document()), fetched.document().body().length, true);
          }
        }
        case FetchResult.Refused(var reason) -> new Step(new GatherResult.Nothing(reason), 0, true);
        case FetchResult none ->
            new Step(new GatherResult.Nothing(none.reason()), 0, none.isAbsent());
      };
    }
  }

  /// The newest document with the entries of its older documents, newest first.
  Found after(Found newest) throws InterruptedException {
    var entries = new ArrayList<>(newest.feed().entries());
    var warnings = new ArrayList<>(newest.warnings());
    var seen = new HashSet<URI>();
    seen.add(newest.feed().location());
    var bytes = 0L;
    var last = newest.feed();
    while (seen.size() <= most && historyPolicy.wantsOlderThan(last)) {
      var next = last.older().flatMap(OlderDocuments::uri).filter(seen::add);
      if (next.isEmpty()) return whole(newest, entries, warnings, true);
      var step = way.to(next.get());
      if (!(step.result() instanceof Found older)) {
        warnings.add("older entries could not be fetched: " + reason(step) + ": " + next.get());
        return whole(newest, entries, warnings, step.isLasting());
      }
      older.feed().entries().stream()
          .map(entry -> entry.at(older.feed().location()))
          .forEach(entries::add);
      bytes += step.bytes();
      if (entries.size() >= MOST_ENTRIES || bytes >= MOST_BYTES) {
        warnings.add("its archives hold more entries than we keep");
        return whole(newest, entries, warnings, true);
      }
      last = older.feed();
    }
    return whole(newest, entries, warnings, seen.size() > most);
  }

  private static String reason(Step step) {
    return step.result() instanceof GatherResult.Nothing(var reason) ? reason : "nothing new";
  }

  private static Found whole(
      Found newest, List<RawEntry> entries, List<String> warnings, boolean history) {
    RawFeed feed = newest.feed().with(entries);
    return new Found(feed, warnings, newest.single(), newest.kind(), newest.elsewhere(), history);
  }

  private static Optional<URI> uri(String url) {
    try {
      return Optional.of(URI.create(url));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // leads nowhere
    }
  }
}
