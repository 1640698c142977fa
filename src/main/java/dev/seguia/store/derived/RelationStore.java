package dev.seguia.store.derived;

import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Tag;
import dev.seguia.store.database.Database;
import dev.seguia.store.database.Row;
import dev.seguia.store.entry.ChangePosition;
import dev.seguia.store.entry.EntryBody;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.store.entry.StoryPlace;
import dev.seguia.store.session.WriteSession;
import dev.seguia.store.session.WriteTransaction;
import dev.seguia.store.tag.PackedTags;
import dev.seguia.store.tag.PackedTags.Numbered;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The stored stories of entries, with the data of recent entries that is needed after a restart.
public final class RelationStore {
  private static final String FOLLOWER = "relations";

  /// The first entry of a story has a row once another one joins it.
  private static final String BEGIN =
      """
      insert into entry_story (seq, story, score)
      select cast(? as bigint), cast(? as bigint), 1.0 from installation
      where not exists (select 1 from entry_story y where y.seq = ?)\
      """;

  private static final String PLACE =
      """
      insert into entry_story (seq, story, score)
      select cast(? as bigint), cast(? as bigint), cast(? as double precision) from installation
      where not exists (select 1 from entry_story y where y.seq = ?)\
      """;

  private static final String CHANGED = "update entry set changed = ? where seq = any(?)";

  private static final String LOOKED_AT =
      """
      select e.seq, e.title, e.language, e.published, e.arrival, e.origin, e.tags, y.story,
        substring(b.body from 1 for 2000) as body
      from entry e
      left join entry_story y on y.seq = e.seq
      left join entry_body b on b.seq = e.seq and e.arrival >= ?
      where e.seq > ? and e.seq <= ? and e.audience <> 'dropped'
      order by e.seq
      fetch first ? rows only\
      """;

  private final Database database;
  private final WriteSession session;

  public RelationStore(Database database, WriteSession session) {
    this.database = database;
    this.session = session;
  }

  /// The assignment of an entry to a story.
  public record Placed(StoredEntry entry, StoryPlace place) {}

  /// An entry that was processed before, without its text.
  ///
  /// @param summary empty for an old one, and for one that is very long
  /// @param source the id of the source that carried it first
  /// @param story that it is of; its own number if it is of none
  public record LookedAt(
      long seq,
      String title,
      String summary,
      Optional<String> language,
      Instant published,
      Instant arrival,
      String source,
      List<EntryTag> tags,
      long story) {
    public LookedAt {
      tags = List.copyOf(tags);
    }

    private LookedAt with(List<EntryTag> found) {
      return new LookedAt(seq, title, summary, language, published, arrival, source, found, story);
    }
  }

  /// The position up to which entries have been processed.
  public ChangePosition reached() {
    return new ChangeFeed(database, session).reached(FOLLOWER);
  }

  /// Stores which entries joined stories, and the position up to which entries were processed.
  public void keep(Collection<Placed> joined, ChangePosition mark) {
    session.commit(writing -> {
      place(writing, List.copyOf(joined));
      ChangeFeed.save(writing.sql(), FOLLOWER, mark);
      return true;
    });
  }

  private static void place(WriteTransaction writing, List<Placed> joined) {
    if (joined.isEmpty()) return;
    var transaction = writing.sql();
    transaction.updateAll(
        BEGIN,
        joined.stream()
            .map(one -> one.place().story())
            .distinct()
            .map(story -> new Object[] {story, story, story})
            .toList());
    transaction.updateAll(
        PLACE,
        joined.stream()
            .map(one -> {
              var seq = one.entry().seq();
              return new Object[] {seq, one.place().story(), one.place().score(), seq};
            })
            .toList());
    var entries = joined.stream().map(Placed::entry).toList();
    transaction.update(
        CHANGED, transaction.now(), entries.stream().map(StoredEntry::seq).toArray(Long[]::new));
    writing.changesFeedsOf(entries);
  }

  /// Entries that were processed before, in arrival order, in batches.
  ///
  /// @param after the last one before, or where to begin
  /// @param until the last one that is wanted
  /// @param since of those that arrived at that time or later, the summary is wanted too
  public List<LookedAt> lookedAt(long after, long until, Instant since, int limit) {
    return database.read(transaction -> {
      var numbered = new HashMap<Long, List<Numbered>>();
      var found =
          transaction.query(
              LOOKED_AT,
              row -> {
                numbered.put(row.number("seq"), PackedTags.unpack(row.bytes("tags")));
                return lookedAt(row);
              },
              since,
              after,
              until,
              limit);
      var tags = session.tags().tags(transaction, numbered);
      return found.stream()
          .map(entry -> entry.with(tags.getOrDefault(entry.seq(), List.of())))
          .toList();
    });
  }

  private LookedAt lookedAt(Row row) {
    var seq = row.number("seq");
    return new LookedAt(
        seq,
        row.text("title"),
        EntryBody.summaryIn(row.bytes("body")),
        row.optionalText("language"),
        row.instant("published"),
        row.instant("arrival"),
        session.sources().source(row.integer("origin")).id(),
        List.of(),
        row.optionalNumber("story").orElse(seq));
  }

  /// The tags that the list of sources gives to all entries of some source.
  public Set<Tag> tagsOfSources() {
    return database.read(transaction ->
        Set.copyOf(
            transaction.query(
                "select distinct t.name from source_tag s join tag t on t.nr = s.tag",
                row -> new Tag(row.text("name")))));
  }
}
