package dev.seguia.store.arrival;

import dev.seguia.dedup.Copy;
import dev.seguia.dedup.Deduplicator.Candidates;
import dev.seguia.dedup.EntryKey;
import dev.seguia.dedup.IncomingEntry;
import dev.seguia.dedup.KnownCopy;
import dev.seguia.dedup.SameArticle;
import dev.seguia.store.session.WriteTransaction;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Copies of the articles of one poll, found by similar words (near-duplicates).
///
/// Of two hundred copies that share a key with an arriving one, one is the same article: words are
/// compared first, and entries are read of those only that are.
final class AlikeCopies {
  private final Poll poll;
  private final Map<EntryKey, Set<Long>> alike = new HashMap<>();
  private final Map<Long, KnownCopy> copies = new HashMap<>();

  private AlikeCopies(Poll poll) {
    this.poll = poll;
  }

  /// No copies: texts are not compared.
  static AlikeCopies none(Poll poll) {
    return new AlikeCopies(poll);
  }

  /// Those of the entries that have to be looked for.
  ///
  /// @param window how far apart in time copies may be
  static AlikeCopies read(
      WriteTransaction writing,
      Copies stored,
      Poll poll,
      Duration window,
      Predicate<IncomingEntry> wanted) {
    var found = new AlikeCopies(poll);
    stored.follow(writing, poll.now().minus(window));
    var same = new SameArticle(window);
    var near = new HashMap<Long, Copy>();
    poll.arrivals().stream()
        .filter(wanted)
        .forEach(arrival -> {
          var others = stored.find(arrival, writing.sources());
          var copy = found.copy(arrival);
          others.values().removeIf(other -> same.compare(copy, other).isEmpty());
          found.alike.put(arrival.key(), Set.copyOf(others.keySet()));
          near.putAll(others);
        });
    found.copies.putAll(stored.known(writing.sql(), writing.sources(), near));
    return found;
  }

  private Copy copy(IncomingEntry arrival) {
    return new Copy(poll.sourceId(), arrival.published(poll.now()), arrival.traits());
  }

  /// The near-duplicates of an arriving entry.
  ///
  /// @param counts of which entries they may be
  Optional<Candidates> candidates(IncomingEntry arrival, Predicate<KnownCopy> counts) {
    List<KnownCopy> known =
        alike.getOrDefault(arrival.key(), Set.of()).stream()
            .flatMap(number -> Optional.ofNullable(copies.get(number)).stream())
            .filter(counts)
            .toList();
    return known.isEmpty() ? Optional.empty() : Optional.of(new Candidates(copy(arrival), known));
  }
}
