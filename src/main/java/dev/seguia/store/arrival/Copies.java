package dev.seguia.store.arrival;

import dev.seguia.dedup.Copy;
import dev.seguia.dedup.CopyKeys;
import dev.seguia.dedup.CopySketch;
import dev.seguia.dedup.IncomingEntry;
import dev.seguia.dedup.KnownCopy;
import dev.seguia.dedup.KnownEntry;
import dev.seguia.memory.MemoryShare;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.session.WriteTransaction;
import dev.seguia.store.state.SourceTable;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// The index of recently arrived copies of articles. It is held in memory and mirrors the table;
/// the entry of a copy is read only when the copy is similar to an arriving one.
///
/// Touched by writers only, which run one by one.
public final class Copies {
  /// In bytes, with its keys, by an estimate.
  private static final int OF_A_COPY = 800;

  /// Who takes in more within the window compares with the newest only.
  private static final int MOST = MemoryShare.COPIES.count(OF_A_COPY, 4_000, 1_000_000);

  private static final Duration SPAN = Duration.ofHours(12);

  private static final String ADD =
      """
      insert into article_copy (seq, source, entry_key, published, arrived, traits)
      values (?, ?, ?, ?, ?, ?)\
      """;

  private static final String SINCE =
      "select nr, arrived, source, published, traits from article_copy where nr > ? order by nr";

  private static final String ENTRIES =
      """
      select c.nr, e.seq, e.title, e.link_key, f.substance, e.published
      from article_copy c join entry e on e.seq = c.seq
      join sighting f on f.seq = e.seq and f.joined_by = 'first'
      where c.nr = any(?)\
      """;

  private final NavigableMap<Long, Held> held = new TreeMap<>();
  private CopyKeys keys = new CopyKeys(MOST, SPAN);
  private long last;
  private long generation;

  /// A copy in memory, with its traits as bytes.
  private record Held(int source, Instant published, byte[] traits) {}

  private void reset() {
    held.clear();
    keys = new CopyKeys(MOST, SPAN);
    last = 0;
  }

  /// Adds what was stored since the last time, and removes what is too old to match.
  ///
  /// @param oldest the arrival of the oldest copies that are kept
  void follow(WriteTransaction writing, Instant oldest) {
    if (generation != writing.generation()) reset();
    generation = writing.generation();
    var transaction = writing.sql();
    transaction.query(
        SINCE,
        row -> {
          last = row.number("nr");
          var copy = new Held(row.integer("source"), row.instant("published"), row.bytes("traits"));
          keys.add(last, row.instant("arrived"), CopySketch.ofBytes(copy.traits()).keys());
          return held.put(last, copy);
        },
        last);
    var gone = held.headMap(keys.forget(oldest));
    if (gone.isEmpty()) return;
    transaction.update("delete from article_copy where nr <= ?", gone.lastKey());
    gone.clear();
  }

  /// The memory in use, in bytes, by an estimate.
  public long bytes() {
    return (long) OF_A_COPY * held.size();
  }

  /// The copies that share a key with an arriving one, by their numbers.
  Map<Long, Copy> find(IncomingEntry arrival, SourceTable sources) {
    var found = new HashMap<Long, Copy>();
    for (var number : keys.find(arrival.traits().keys())) {
      var copy = Objects.requireNonNull(held.get(number));
      var source = sources.source(copy.source()).id();
      found.put(number, new Copy(source, copy.published(), CopySketch.ofBytes(copy.traits())));
    }
    return found;
  }

  /// Copies with their entries, by their numbers.
  Map<Long, KnownCopy> known(Transaction transaction, SourceTable sources, Map<Long, Copy> copies) {
    if (copies.isEmpty()) return Map.of();
    var entries = new HashMap<Long, KnownEntry>();
    transaction.query(
        ENTRIES,
        row -> entries.put(row.number("nr"), KnownEntryRow.read(row)),
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
                .computeIfAbsent(row.number("seq"), any -> new HashSet<>())
                .add(sources.source(row.integer("source")).id()),
        (Object) entries.stream().map(KnownEntry::seq).distinct().toArray(Long[]::new));
    return carriers;
  }

  static void write(Transaction transaction, Collection<Object[]> rows) {
    transaction.updateAll(ADD, rows);
  }
}
