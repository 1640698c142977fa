package dev.seguia.store.derived;

import dev.seguia.store.database.Database;
import dev.seguia.store.database.StoreException;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.entry.ChangePosition;
import dev.seguia.store.entry.EntryReader;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.store.session.ChangeLog;
import dev.seguia.store.session.RevisionCounters;
import dev.seguia.store.session.WriteSession;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The change feed: new and changed entries in order, for derived data. An entry is in it when it
/// is new, and again after each change.
///
/// What was just written comes from memory; the store is read only to catch up.
public final class ChangeFeed {
  static final String ADDED =
      "select seq from entry where seq > ? and seq <= ? order by seq fetch first ? rows only";

  static final String CHANGED =
      "select nr, seq from entry_change where nr > ? and nr <= ? order by nr fetch first ? rows only";

  private static final String SAVE =
      """
      merge into follower as f
      using (values (cast(? as varchar(20)), cast(? as bigint), cast(? as bigint)))
        as n (name, seq, change)
      on f.name = n.name
      when matched then update set seq = n.seq, change = n.change
      when not matched then insert (name, seq, change) values (n.name, n.seq, n.change)\
      """;

  private final Database database;
  private final WriteSession session;
  private final RevisionCounters revisions;

  public ChangeFeed(Database database, WriteSession session) {
    this.database = database;
    this.session = session;
    this.revisions = session.revisions();
  }

  /// A batch of new and changed entries.
  ///
  /// @param added new entries as they are now, in the order of arrival
  /// @param changed known entries as they are now, each once
  /// @param last the place up to which they go
  /// @param isEnd there are no more for now
  public record Batch(
      List<StoredEntry> added, List<StoredEntry> changed, ChangePosition last, boolean isEnd) {
    public Batch {
      added = List.copyOf(added);
      changed = List.copyOf(changed);
    }

    public boolean isEmpty() {
      return added.isEmpty() && changed.isEmpty();
    }
  }

  /// The changes after a position; durable ones only, so that a crash cannot undo them.
  ///
  /// @param limit how many entries are read from the store, about; those in memory come at once
  /// @throws StoreException if what was committed is lost, or the store cannot be read
  public Batch after(ChangePosition position, int limit) {
    return after(position, limit, Wanted.ALL);
  }

  /// The kinds of changes that a consumer wants.
  public enum Wanted {
    /// New entries and changes of known ones.
    ALL,
    /// New entries only.
    ADDED
  }

  Batch after(ChangePosition position, int limit, Wanted wanted) {
    var recent = session.changeLog().after(position, limit);
    if (recent.isEmpty()) return stored(position, limit, wanted);
    var deltas = recent.get();
    if (deltas.isEmpty()) return new Batch(List.of(), List.of(), position, true);
    database.settle();
    var isSound = deltas.stream().allMatch(delta -> delta.losses() == database.losses());
    return (isSound ? recent(deltas, wanted) : Optional.<Batch>empty())
        .orElseGet(() -> stored(position, limit, wanted));
  }

  /// @return empty if what has to be read is too large to be read at once
  private Optional<Batch> recent(List<ChangeLog.Delta> deltas, Wanted wanted) {
    var changed = new LinkedHashSet<Long>();
    var added = new LinkedHashMap<Long, Optional<StoredEntry>>();
    for (var delta : deltas) {
      added.putAll(delta.added());
      changed.addAll(delta.changed());
    }
    // As it is now: what changed since it came is read.
    added.replaceAll((seq, entry) -> changed.contains(seq) ? Optional.empty() : entry);
    if (wanted == Wanted.ALL) changed.removeAll(added.keySet());
    else changed.clear();
    var reading = toRead(added, changed);
    if (isTooLarge(reading)) return Optional.empty();
    var read = read(reading);
    var last = deltas.getLast().after();
    return Optional.of(
        new Batch(
            added.entrySet().stream()
                .flatMap(one ->
                    one.getValue().or(() -> Optional.ofNullable(read.get(one.getKey()))).stream())
                .toList(),
            changed.stream().flatMap(seq -> Optional.ofNullable(read.get(seq)).stream()).toList(),
            last,
            session.changeLog().isNewest(last)));
  }

  private static List<Long> toRead(
      Map<Long, Optional<StoredEntry>> added, Collection<Long> changed) {
    var wanted = new LinkedHashSet<>(changed);
    added.forEach((seq, entry) -> {
      if (entry.isEmpty()) wanted.add(seq);
    });
    return List.copyOf(wanted);
  }

  private boolean isTooLarge(List<Long> reading) {
    return reading.size() > 1
        && database.read(transaction -> session.reader(transaction).fitting(reading)).size()
            < reading.size();
  }

  private Map<Long, StoredEntry> read(List<Long> wanted) {
    if (wanted.isEmpty()) return Map.of();
    return database.read(transaction -> session.reader(transaction).read(wanted)).stream()
        .collect(Collectors.toMap(StoredEntry::seq, Function.identity()));
  }

  /// New entries first, and once there are none, changes.
  private Batch stored(ChangePosition position, int limit, Wanted wanted) {
    return database.read(transaction -> {
      var end = ChangeLog.newest(transaction);
      var reader = session.reader(transaction);
      var found = transaction.numbers(ADDED, position.seq(), end.seq(), limit);
      if (found.isEmpty())
        return wanted == Wanted.ADDED
            ? new Batch(List.of(), List.of(), end, true)
            : changes(transaction, reader, position.change(), end, limit);
      var added = reader.fitting(found);
      var isAll = found.size() < limit && added.size() == found.size();
      var last = new ChangePosition(isAll ? end.seq() : added.getLast(), position.change());
      return new Batch(reader.read(added), List.of(), last, last.equals(end));
    });
  }

  /// A change of a known entry.
  private record Change(long number, long seq) {}

  private static Batch changes(
      Transaction transaction, EntryReader reader, long after, ChangePosition end, int limit) {
    var found =
        transaction.query(
            CHANGED,
            row -> new Change(row.number("nr"), row.number("seq")),
            after,
            end.change(),
            limit);
    var seqs = List.copyOf(new LinkedHashSet<>(found.stream().map(Change::seq).toList()));
    var fitting = reader.fitting(seqs);
    var taken = new HashSet<>(fitting);
    var reached = found.size() < limit ? end.change() : found.getLast().number();
    if (fitting.size() < seqs.size())
      reached =
          found.stream()
                  .filter(change -> !taken.contains(change.seq()))
                  .findFirst()
                  .orElseThrow()
                  .number()
              - 1;
    var last = new ChangePosition(end.seq(), reached);
    return new Batch(List.of(), reader.read(fitting), last, last.equals(end));
  }

  /// The identity of the store: another store has another one.
  public String store() {
    return database.read(transaction ->
        Long.toString(transaction.number("select created from installation").orElseThrow()));
  }

  /// The position of the newest entry and of the newest change.
  public ChangePosition newest() {
    return database.read(ChangeLog::newest);
  }

  /// Whether all changes after a position are still known. A consumer at an older one starts from
  /// the beginning.
  public boolean reachesBackTo(ChangePosition position) {
    return database.read(transaction -> {
      var newest = ChangeLog.newest(transaction).change();
      return newest - position.change() <= ChangeLog.KEPT_CHANGES
          || oldest(transaction) <= position.change() + 1;
    });
  }

  private static long oldest(Transaction transaction) {
    return transaction.number("select min(nr) from entry_change").orElse(Long.MAX_VALUE);
  }

  /// The stored position of a consumer after a restart; the beginning if it has none.
  public ChangePosition reached(String consumer) {
    Optional<ChangePosition> saved =
        database.read(transaction ->
            transaction.first(
                "select seq, change from follower where name = ?",
                row -> new ChangePosition(row.number("seq"), row.number("change")),
                consumer));
    return saved.orElse(ChangePosition.START);
  }

  static void save(Transaction transaction, String consumer, ChangePosition position) {
    transaction.update(SAVE, consumer, position.seq(), position.change());
  }

  /// Waits until everything committed is on disk.
  ///
  /// @throws StoreException if it is lost
  public void settle() {
    database.settle();
  }

  /// The number of changes in this process, for [#await(long, Duration)].
  public long count() {
    return revisions.count();
  }

  /// Waits for one more change, up to a timeout.
  ///
  /// @param seen what [#count()] told before the last look
  public void await(long seen, Duration longest) throws InterruptedException {
    revisions.await(seen, longest);
  }

  /// Records that a consumer in this process has processed everything up to a position.
  void consumed(String consumer, ChangePosition position) {
    session.changeLog().consumed(consumer, position);
  }

  /// Records that a consumer has stopped for now.
  void left(String consumer) {
    session.changeLog().left(consumer);
  }

  /// Wakes all waiting threads.
  public void wake() {
    revisions.wake();
  }
}
