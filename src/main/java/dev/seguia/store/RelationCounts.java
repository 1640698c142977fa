package dev.seguia.store;

import dev.seguia.store.RelationStore.Counted;
import dev.seguia.store.RelationStore.Faded;
import dev.seguia.store.RelationStore.Found;
import dev.seguia.store.RelationStore.Pair;
import dev.seguia.store.RelationStore.Use;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// How often entries, tags, pairs of tags and sources were counted, each count fading with time.
final class RelationCounts {
  /// Two counts of one thing, each worth half after a while, come together at the later time.
  private static final String COUNT =
      """
      merge into %1$s as c
      using (values (%2$s, cast(? as double precision), cast(? as bigint)))
        as n (%3$s, weight, moment)
      on %4$s
      when matched then update set
        weight = case when n.moment >= c.moment
          then n.weight + c.weight * power(0.5, (n.moment - c.moment) / cast(? as double precision))
          else c.weight + n.weight * power(0.5, (c.moment - n.moment) / cast(? as double precision))
          end,
        moment = greatest(n.moment, c.moment)
      when not matched then insert (%3$s, weight, moment) values (%5$s, n.weight, n.moment)\
      """;

  private static final String TAG = ofOne("tag_count", "tag");
  private static final String PAIR = ofTwo("tag_pair", "tag", "other");
  private static final String SOURCE = ofOne("source_count", "source");
  private static final String USE = ofTwo("source_tag_count", "tag", "source");

  private static final String ENTRIES =
      """
      update installation set
        entries_weight = case when cast(? as bigint) >= entries_moment
          then cast(? as double precision)
            + entries_weight * power(0.5, (cast(? as bigint) - entries_moment) / cast(? as double precision))
          else entries_weight + cast(? as double precision) end,
        entries_moment = greatest(cast(? as bigint), entries_moment)\
      """;

  private static final double HALF_LIFE = RelationStore.HALF_LIFE.toMillis();

  private final Transaction transaction;
  private final TagTable tags;
  private final SourceTable sources;

  RelationCounts(Transaction transaction, SourceStore sourceStore) {
    this.transaction = transaction;
    tags = sourceStore.tags();
    sources = sourceStore.sources();
  }

  private static String ofOne(String table, String key) {
    return COUNT.formatted(
        table, "cast(? as integer)", key, "c." + key + " = n." + key, "n." + key);
  }

  private static String ofTwo(String table, String key, String other) {
    return COUNT.formatted(
        table,
        "cast(? as integer), cast(? as integer)",
        key + ", " + other,
        "c.%1$s = n.%1$s and c.%2$s = n.%2$s".formatted(key, other),
        "n.%s, n.%s".formatted(key, other));
  }

  void add(Found found) {
    add(TAG, found.tags().stream().map(one -> row(one.count(), tags.number(one.key()))));
    add(PAIR, found.pairs().stream().map(this::pair));
    add(SOURCE, found.sources().stream().map(one -> row(one.count(), sources.number(one.key()))));
    add(USE, found.uses().stream().map(this::use));
    add(found.entries());
  }

  private void add(String statement, Stream<Object[]> rows) {
    transaction.updateAll(statement, rows.toList());
  }

  private Object[] pair(Counted<Pair> pair) {
    var one = tags.number(pair.key().one());
    var other = tags.number(pair.key().other());
    return row(pair.count(), Math.min(one, other), Math.max(one, other));
  }

  private Object[] use(Counted<Use> use) {
    return row(use.count(), tags.number(use.key().tag()), sources.number(use.key().source()));
  }

  private static Object[] row(Faded count, Integer... key) {
    return Stream.concat(
            Stream.of(key), Stream.of(count.weight(), count.moment(), HALF_LIFE, HALF_LIFE))
        .toArray();
  }

  private void add(Faded entries) {
    if (entries.weight() <= 0) return;
    transaction.update(
        ENTRIES,
        entries.moment(),
        entries.weight(),
        entries.moment(),
        HALF_LIFE,
        entries.weight(),
        entries.moment());
  }

  Faded entries() {
    return transaction
        .first("select entries_weight, entries_moment from installation", row -> faded(row, 1))
        .orElseThrow();
  }

  Faded of(int tag) {
    return transaction
        .first("select weight, moment from tag_count where tag = ?", row -> faded(row, 1), tag)
        .orElse(new Faded(0, Instant.EPOCH));
  }

  List<RelationStore.Share> shares(int tag) {
    return transaction.query(
        """
        select u.weight, u.moment, s.weight, s.moment
        from source_tag_count u join source_count s on s.source = u.source
        where u.tag = ?\
        """,
        row -> new RelationStore.Share(faded(row, 1), faded(row, 3)),
        tag);
  }

  static Faded faded(Transaction.Row row, int column) throws java.sql.SQLException {
    return new Faded(row.real(column), row.instant(column + 1));
  }
}
