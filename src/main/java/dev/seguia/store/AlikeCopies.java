package dev.seguia.store;

import dev.seguia.dedup.Arrival;
import dev.seguia.dedup.Copy;
import dev.seguia.dedup.Deduplicator.Candidates;
import dev.seguia.dedup.EntryKey;
import dev.seguia.dedup.KnownCopy;
import dev.seguia.dedup.SameArticle;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// The copies whose words say that they are the articles that one poll brings.
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

  /// None: texts are not compared.
  static AlikeCopies none(Poll poll) {
    return new AlikeCopies(poll);
  }

  /// Those of the entries that have to be looked for.
  ///
  /// @param window how far apart in time copies may be
  static AlikeCopies read(
      Transaction transaction,
      SourceStore stores,
      Poll poll,
      Duration window,
      Predicate<Arrival> wanted) {
    var found = new AlikeCopies(poll);
    stores.copies().follow(transaction, poll.now().minus(window));
    var arrivals = poll.arrivals().stream().filter(wanted).toList();
    for (var arrival : arrivals) found.alike.put(arrival.key(), stores.copies().find(arrival));
    var near = stores.copies().read(transaction, stores.sources(), found.numbers());
    var same = new SameArticle(window);
    for (var arrival : arrivals) found.compare(arrival, near, same);
    near.keySet().retainAll(found.numbers());
    found.copies.putAll(stores.copies().known(transaction, stores.sources(), near));
    return found;
  }

  private Collection<Long> numbers() {
    var numbers = new HashSet<Long>();
    alike.values().forEach(numbers::addAll);
    return numbers;
  }

  private void compare(Arrival arrival, Map<Long, Copy> near, SameArticle same) {
    var copy = copy(arrival);
    var alikeOnes = new HashSet<Long>();
    for (var number : alike.getOrDefault(arrival.key(), Set.of())) {
      var other = near.get(number);
      if (other != null && same.compare(copy, other).isPresent()) alikeOnes.add(number);
    }
    alike.put(arrival.key(), alikeOnes);
  }

  private Copy copy(Arrival arrival) {
    return new Copy(poll.sourceId(), Arrivals.published(arrival, poll.now()), arrival.traits());
  }

  /// The copies that an arriving entry is another one of by its words; nothing for none.
  ///
  /// @param counts of which entries they may be
  Optional<Candidates> candidates(Arrival arrival, Predicate<KnownCopy> counts) {
    List<KnownCopy> known =
        alike.getOrDefault(arrival.key(), Set.of()).stream()
            .flatMap(number -> Optional.ofNullable(copies.get(number)).stream())
            .filter(counts)
            .toList();
    return known.isEmpty() ? Optional.empty() : Optional.of(new Candidates(copy(arrival), known));
  }
}
