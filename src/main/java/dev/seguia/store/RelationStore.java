package dev.seguia.store;

import dev.seguia.feed.Tag;
import dev.seguia.store.EntryChanges.Mark;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What was found to belong together: the stories of entries, and how often tags stand together.
public final class RelationStore {
  /// A count is worth half after it.
  public static final Duration HALF_LIFE = Duration.ofDays(30);

  private static final String FOLLOWER = "relations";

  private static final String PLACE =
      "update entry set story = ?, story_score = ? where seq = ? and story is null";

  private static final String CHANGED = "update entry set changed = ? where seq = any(?)";

  private static final String NEIGHBOURS =
      """
      select t.name, t.label, p.weight, p.moment, c.weight, c.moment
      from (
        select other as nr, weight, moment from tag_pair where tag = ?
        union all
        select tag, weight, moment from tag_pair where other = ?) as p
      join tag t on t.nr = p.nr join tag_count c on c.tag = p.nr
      where not exists (select 1 from source_tag st where st.tag = p.nr)\
      """;

  /// By the index of arrivals: with the entries in their order, H2 would read them from the first.
  static final String FIRST_SINCE = "select coalesce(min(seq), 0) from entry where arrival >= ?";

  private final Database database;
  private final SourceStore sourceStore;

  public RelationStore(Database database, SourceStore sourceStore) {
    this.database = database;
    this.sourceStore = sourceStore;
  }

  /// A count that fades.
  ///
  /// @param weight what it is worth at that moment
  public record Faded(double weight, Instant moment) {}

  /// That an entry belongs to a story.
  public record Placed(StoredEntry entry, StoryPlace place) {}

  /// How often a tag, or two, stand on entries of late.
  public record Counted<K>(K key, Faded count) {}

  /// A pair of tags that stand on one entry, the first before the other by name.
  public record Pair(Tag one, Tag other) {}

  /// That a source uses a tag.
  ///
  /// @param source its id
  public record Use(String source, Tag tag) {}

  /// What was found in some entries.
  ///
  /// @param entries how many were counted
  /// @param sources how many each source carried first, by its id
  public record Found(
      List<Placed> placed,
      Faded entries,
      List<Counted<Tag>> tags,
      List<Counted<Pair>> pairs,
      List<Counted<String>> sources,
      List<Counted<Use>> uses) {}

  /// How many of a source's entries bear a tag.
  public record Share(Faded bearing, Faded all) {}

  /// A tag that stands on entries together with another one.
  ///
  /// @param label the spelling to show
  public record Neighbour(Tag tag, String label, Faded together, Faded alone) {}

  /// All that is known of the company of a tag.
  public record Company(Faded entries, Faded alone, List<Neighbour> neighbours) {}

  /// Up to where entries have been looked at.
  public Mark reached() {
    return new EntryChanges(database, sourceStore).reached(FOLLOWER);
  }

  /// Keeps what was found, and up to where.
  public void keep(Found found, Mark mark) {
    sourceStore.commit(transaction -> {
      place(transaction, found.placed());
      new RelationCounts(transaction, sourceStore).add(found);
      EntryChanges.save(transaction, FOLLOWER, mark);
      return true;
    });
  }

  private void place(Transaction transaction, List<Placed> placed) {
    transaction.updateAll(
        PLACE,
        placed.stream()
            .map(one -> new Object[] {one.place().story(), one.place().score(), one.entry().seq()})
            .toList());
    var joined = placed.stream().filter(one -> one.place().story() != one.entry().seq()).toList();
    if (joined.isEmpty()) return;
    transaction.update(
        CHANGED,
        transaction.now(),
        joined.stream().map(one -> one.entry().seq()).toArray(Long[]::new));
    var entries = joined.stream().map(Placed::entry).toList();
    transaction.afterCommit(() -> sourceStore.revisions().changed(entries));
  }

  /// How often a tag stands on entries, alone and together with others. A tag that all entries of a
  /// source have, since it stands in a folder, is for going about and is no company.
  public Company of(Tag tag) {
    var number = sourceStore.tags().number(tag);
    return database.read(transaction -> {
      var counts = new RelationCounts(transaction, sourceStore);
      var neighbours = transaction.query(NEIGHBOURS, RelationStore::neighbour, number, number);
      return new Company(counts.entries(), counts.of(number), neighbours);
    });
  }

  /// A tag, and on how many entries it stands of late.
  ///
  /// @param label the spelling to show
  public record Weight(Tag tag, String label, Faded count) {}

  /// All tags that stand on entries, in no order.
  public List<Weight> weights() {
    return database.read(transaction ->
        transaction.query(
            "select t.name, t.label, c.weight, c.moment from tag_count c join tag t on t.nr = c.tag",
            row -> new Weight(new Tag(row.text(1)), row.text(2), RelationCounts.faded(row, 3))));
  }

  /// How many of the entries of each source that uses a tag bear it.
  public List<Share> shares(Tag tag) {
    return database.read(transaction ->
        new RelationCounts(transaction, sourceStore).shares(sourceStore.tags().number(tag)));
  }

  private static Neighbour neighbour(Transaction.Row row) throws SQLException {
    return new Neighbour(
        new Tag(row.text(1)),
        row.text(2),
        RelationCounts.faded(row, 3),
        RelationCounts.faded(row, 5));
  }

  /// How many entries a story has.
  public Map<Long, Long> sizes(Collection<Long> stories) {
    return database.read(transaction ->
        transaction
            .query(
                "select story, count(*) from entry where story = any(?) group by story",
                row -> Map.entry(row.number(1), row.number(2)),
                (Object) stories.toArray(Long[]::new))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /// The place before the first entry that arrived since a time, for [#placedSince].
  public long placeBefore(Instant time) {
    return database.read(transaction ->
        transaction.first(FIRST_SINCE, row -> row.number(1), time).orElseThrow() - 1);
  }

  /// The entries that arrived since a time and have a story, in the order of arrival, some at a
  /// time.
  ///
  /// @param after the last one before, or where to begin
  public List<StoredEntry> placedSince(Instant time, long after, int limit) {
    return database.read(transaction -> {
      var seqs =
          transaction.query(
              """
              select seq from entry
              where arrival >= ? and seq > ? and story is not null
              order by seq
              fetch first ? rows only\
              """,
              row -> row.number(1),
              time,
              after,
              limit);
      return new EntryReader(transaction, sourceStore.sources()).read(seqs);
    });
  }
}
