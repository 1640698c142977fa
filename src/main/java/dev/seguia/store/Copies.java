package dev.seguia.store;

import dev.seguia.dedup.Arrival;
import dev.seguia.dedup.Copy;
import dev.seguia.dedup.CopyKeys;
import dev.seguia.dedup.KnownCopy;
import dev.seguia.dedup.KnownEntry;
import dev.seguia.dedup.Traits;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The copies of articles that arrived lately. Their keys are kept in memory and follow the table,
/// all else is read when a copy shares a key with an arriving one.
///
/// Touched by writers only, which run one by one.
final class Copies {
  /// A tenth of the memory, at up to 500 bytes each. Who takes in more within the window compares
  /// with the newest only.
  private static final int MOST =
      Math.clamp(Runtime.getRuntime().maxMemory() / 10 / 500, 20_000, 1_000_000);

  private static final Duration SPAN = Duration.ofHours(12);

  private static final String ADD =
      """
      insert into article_copy (seq, source, entry_key, published, arrived, traits)
      values (?, ?, ?, ?, ?, ?)\
      """;

  private static final String SINCE =
      "select nr, arrived, traits from article_copy where nr > ? order by nr";

  private static final String READ =
      "select nr, source, published, traits from article_copy where nr = any(?)";

  private static final String ENTRIES =
      """
      select c.nr, e.seq, e.title, e.link_key, e.substance, e.published
      from article_copy c join entry e on e.seq = c.seq
      where c.nr = any(?)\
      """;

  private CopyKeys keys = new CopyKeys(MOST, SPAN);
  private long last;

  /// Nothing that was remembered holds.
  void reset() {
    keys = new CopyKeys(MOST, SPAN);
    last = 0;
  }

  /// Takes in what was stored since the last time, and forgets what no other copy is to be expected
  /// of.
  void follow(Transaction transaction, Instant oldest) {
    transaction.query(
        SINCE,
        row -> {
          last = row.number(1);
          keys.add(last, row.instant(2), Traits.ofBytes(row.bytes(3)).keys());
          return true;
        },
        last);
    var forgotten = keys.forget(oldest);
    if (forgotten > 0) transaction.update("delete from article_copy where nr <= ?", forgotten);
  }

  Set<Long> find(Arrival arrival) {
    return keys.find(arrival.traits().keys());
  }

  /// Some copies, by their numbers.
  Map<Long, Copy> read(Transaction transaction, SourceTable sources, Collection<Long> numbers) {
    var copies = new HashMap<Long, Copy>();
    if (numbers.isEmpty()) return copies;
    transaction.query(
        READ,
        row ->
            copies.put(
                row.number(1),
                new Copy(
                    sources.source(row.integer(2)).id(),
                    row.instant(3),
                    Traits.ofBytes(row.bytes(4)))),
        (Object) numbers.toArray(Long[]::new));
    return copies;
  }

  /// Copies with their entries, by their numbers.
  Map<Long, KnownCopy> known(Transaction transaction, SourceTable sources, Map<Long, Copy> copies) {
    if (copies.isEmpty()) return Map.of();
    var entries = new HashMap<Long, KnownEntry>();
    transaction.query(
        ENTRIES,
        row -> entries.put(row.number(1), Knowledge.known(row, 2)),
        (Object) copies.keySet().toArray(Long[]::new));
    var carriers = carriers(transaction, sources, entries.values());
    var known = new HashMap<Long, KnownCopy>();
    entries.forEach((number, entry) ->
        known.put(
            number,
            new KnownCopy(
                entry,
                Objects.requireNonNull(copies.get(number)),
                carriers.getOrDefault(entry.seq(), Set.of()))));
    return known;
  }

  private static Map<Long, Set<String>> carriers(
      Transaction transaction, SourceTable sources, Collection<KnownEntry> entries) {
    var carriers = new HashMap<Long, Set<String>>();
    transaction.query(
        "select seq, source from sighting where seq = any(?)",
        row ->
            carriers
                .computeIfAbsent(row.number(1), any -> new HashSet<>())
                .add(sources.source(row.integer(2)).id()),
        (Object) entries.stream().map(KnownEntry::seq).distinct().toArray(Long[]::new));
    return carriers;
  }

  static void write(Transaction transaction, Collection<Object[]> rows) {
    transaction.updateAll(ADD, rows);
  }
}
