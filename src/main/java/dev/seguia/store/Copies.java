package dev.seguia.store;

import dev.seguia.dedup.Arrival;
import dev.seguia.dedup.Copy;
import dev.seguia.dedup.CopyKeys;
import dev.seguia.dedup.Fingerprint;
import dev.seguia.dedup.KnownCopy;
import dev.seguia.dedup.KnownEntry;
import dev.seguia.dedup.Traits;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
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
      """
      select c.nr, c.source, c.published, c.traits, e.seq, e.title, e.link_key, e.substance,
        e.published
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

  Map<Long, KnownCopy> read(
      Transaction transaction, SourceTable sources, Collection<Long> numbers) {
    var copies = new HashMap<Long, KnownCopy>();
    if (numbers.isEmpty()) return copies;
    transaction.query(
        READ,
        row -> copies.put(row.number(1), copy(row, sources)),
        (Object) numbers.toArray(Long[]::new));
    var carriers = carriers(transaction, sources, copies.values());
    copies.replaceAll((_, copy) ->
        new KnownCopy(
            copy.entry(), copy.copy(), carriers.getOrDefault(copy.entry().seq(), Set.of())));
    return copies;
  }

  private static KnownCopy copy(Transaction.Row row, SourceTable sources) throws SQLException {
    var entry =
        new KnownEntry(
            row.number(5),
            row.text(6),
            row.optionalText(7),
            new Fingerprint(row.hash(8)),
            row.instant(9));
    var source = sources.source(row.integer(2)).id();
    return new KnownCopy(
        entry, new Copy(source, row.instant(3), Traits.ofBytes(row.bytes(4))), Set.of());
  }

  private static Map<Long, Set<String>> carriers(
      Transaction transaction, SourceTable sources, Collection<KnownCopy> copies) {
    var carriers = new HashMap<Long, Set<String>>();
    transaction.query(
        "select seq, source from sighting where seq = any(?)",
        row ->
            carriers
                .computeIfAbsent(row.number(1), any -> new HashSet<>())
                .add(sources.source(row.integer(2)).id()),
        (Object) copies.stream().map(copy -> copy.entry().seq()).distinct().toArray(Long[]::new));
    return carriers;
  }

  static void write(Transaction transaction, Collection<Object[]> rows) {
    transaction.updateAll(ADD, rows);
  }
}
