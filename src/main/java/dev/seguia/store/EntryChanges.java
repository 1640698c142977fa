package dev.seguia.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The changes of entries in their order, for those who derive something from entries and follow
/// them: an entry comes up when it is new, and again after each change of it.
public final class EntryChanges {
  /// In two parts, of which each is a range of the index: for an `or` of both H2 reads the index
  /// from its begin, and for a `>` all of the change that it has already.
  static final String AFTER =
      """
      select revision, seq from (
        (select revision, seq from entry where revision = ? and seq > ?
         order by revision, seq fetch first ? rows only)
        union all
        (select revision, seq from entry where revision >= ?
         order by revision, seq fetch first ? rows only)) as c
      order by revision, seq
      fetch first ? rows only\
      """;

  private static final String SAVE =
      """
      merge into follower as f
      using (values (cast(? as varchar(20)), cast(? as bigint), cast(? as bigint)))
        as n (name, revision, seq)
      on f.name = n.name
      when matched then update set revision = n.revision, seq = n.seq
      when not matched then insert (name, revision, seq) values (n.name, n.revision, n.seq)\
      """;

  private final Database database;
  private final SourceTable sources;
  private final Revisions revisions;

  public EntryChanges(Database database, SourceStore sourceStore) {
    this.database = database;
    this.sources = sourceStore.sources();
    this.revisions = sourceStore.revisions();
  }

  /// A place in the order of changes.
  ///
  /// @param revision of the change that many entries may share
  /// @param seq of the entry
  public record Mark(long revision, long seq) {
    /// Before all changes.
    public static final Mark START = new Mark(0, -1);

    /// After a whole change.
    public static Mark after(long revision) {
      return new Mark(revision, Long.MAX_VALUE);
    }
  }

  /// Some changes.
  ///
  /// @param entries as they are now, in the order of their last changes
  /// @param last the place up to which they go
  /// @param isEnd there are no more for now
  public record Batch(List<StoredEntry> entries, Mark last, boolean isEnd) {
    public Batch {
      entries = List.copyOf(entries);
    }
  }

  /// The changes after a place.
  public Batch after(Mark mark, int limit) {
    return database.read(transaction -> {
      var marks =
          transaction.query(
              AFTER,
              row -> new Mark(row.number(1), row.number(2)),
              mark.revision(),
              mark.seq(),
              limit,
              mark.revision() + 1,
              limit,
              limit);
      var entries =
          new EntryReader(transaction, sources).read(marks.stream().map(Mark::seq).toList());
      var last = marks.isEmpty() ? mark : marks.getLast();
      return new Batch(entries, last, marks.size() < limit);
    });
  }

  /// Names the store: another one has another name.
  public String store() {
    return database.read(transaction ->
        transaction
            .first("select created from installation", row -> Long.toString(row.number(1)))
            .orElseThrow());
  }

  /// The number of the newest change.
  public long newest() {
    return database.read(transaction ->
        transaction.first("select revision from installation", row -> row.number(1)).orElseThrow());
  }

  /// Where one who follows goes on after a new start; the start if it never got anywhere.
  public Mark reached(String follower) {
    Optional<Mark> saved =
        database.read(transaction ->
            transaction.first(
                "select revision, seq from follower where name = ?",
                row -> new Mark(row.number(1), row.number(2)),
                follower));
    return saved.orElse(Mark.START);
  }

  static void save(Transaction transaction, String follower, Mark mark) {
    transaction.update(SAVE, follower, mark.revision(), mark.seq());
  }

  /// How many changes there were in this process, for [#await(long, Duration)].
  public long count() {
    return revisions.count();
  }

  /// Waits for one more change, but not for long: another process may have made it.
  ///
  /// @param seen what [#count()] told before the last look
  public void await(long seen, Duration longest) throws InterruptedException {
    revisions.await(seen, longest);
  }

  /// Ends all waiting at once.
  public void wake() {
    revisions.wake();
  }
}
