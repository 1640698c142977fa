package dev.seguia.store;

import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Tag;
import dev.seguia.source.Source;
import dev.seguia.store.arrival.Copies;
import dev.seguia.store.database.Database;
import dev.seguia.store.database.StoreException;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.entry.Activity;
import dev.seguia.store.entry.EntryId;
import dev.seguia.store.entry.EntryReader;
import dev.seguia.store.session.ChangeLog;
import dev.seguia.store.session.RevisionCounters;
import dev.seguia.store.state.PollJournal;
import dev.seguia.store.state.PollState;
import dev.seguia.store.state.PollStates;
import dev.seguia.store.state.SourceActivity;
import dev.seguia.store.state.SourceStatus;
import dev.seguia.store.state.SourceTable;
import dev.seguia.store.tag.TagTable;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/// The sources, and how their polls stand.
public final class SourceStore {
  private static final String STATUSES =
      """
      select s.nr, s.listed, s.paused, s.held,
      """
          + PollStates.COLUMNS
          + """

          from source s join poll_state p on p.source = s.nr
          order by s.title, s.id\
          """;

  /// So many states of polls that brought nothing are noted in one transaction, unless another one
  /// comes first.
  private static final int MOST_NOTES = 64;

  private final Database database;
  private final PollJournal journal;
  private final TagTable tags = new TagTable();
  private final SourceTable sources = new SourceTable(tags);
  private final RevisionCounters revisions = new RevisionCounters();
  private final Copies copies = new Copies();
  private final ChangeLog changeLog = new ChangeLog();

  /// States of polls that brought no entries and are not in the store yet.
  private final Map<Integer, PollState> notes = new ConcurrentHashMap<>();

  /// What is in memory may be ahead of the store. Both are touched by writers only, which run one
  /// by one.
  private boolean astray;

  private long losses;

  public SourceStore(Database database) {
    this(database, PollJournal.inMemory());
  }

  public SourceStore(Database database, PollJournal journal) {
    this.database = database;
    this.journal = journal;
    database.read(transaction -> {
      load(transaction);
      return true;
    });
  }

  /// Makes these the sources that are polled and published. Those that are gone from the list keep
  /// their entries; those that moved to other folders give them their new tags. A list that is in
  /// force already is not written again, so that a daemon starts on a full disk too.
  public void list(List<Source> listed) {
    var hash = EntryId.hash(listed.toString());
    if (listedNow().equals(Optional.of(hash))) return;
    write(transaction -> {
      sources.list(transaction, listed);
      transaction.update("update installation set list_hash = ?", hash);
      transaction.afterCommit(revisions::changedEverywhere);
      return true;
    });
  }

  private Optional<UUID> listedNow() {
    return database.read(transaction ->
        transaction
            .first("select list_hash from installation", row -> row.optionalHash("list_hash"))
            .flatMap(hash -> hash));
  }

  /// The state of a source's polls; a fresh one for a source that was never polled.
  public PollState state(String sourceId) {
    return noted(sourceId)
        .orElseGet(() -> database.peek(transaction -> PollStates.of(transaction, sourceId)));
  }

  private Optional<PollState> noted(String sourceId) {
    return sources.numberIfKnown(sourceId).flatMap(nr -> Optional.ofNullable(notes.get(nr)));
  }

  /// Notes that a poll begins: its request is about to be sent.
  public void begin(String sourceId, Instant now) {
    journal.begin(sourceId, now);
  }

  /// When the newest poll of a source was begun, whether or not it came to an end.
  public Optional<Instant> begun(String sourceId) {
    return journal.begun(sourceId);
  }

  /// Keeps the state of a source after a poll that brought no entries. It is written with those of
  /// others, at [#writeNotes()] at the latest: all that a sudden end could take is when the source
  /// was polled, and that is in the journal too.
  public void record(String sourceId, PollState state) {
    notes.put(sources.number(sourceId), state);
    if (notes.size() >= MOST_NOTES) writeNotes();
  }

  /// Writes the states that [#record] has put off.
  ///
  /// @throws StoreException if the store is not writable; they are kept until it is
  public void writeNotes() {
    if (notes.isEmpty()) return;
    commit(_ -> true);
  }

  private void writeNotes(Transaction transaction) {
    if (notes.isEmpty()) return;
    var written = Map.copyOf(notes);
    PollStates.record(transaction, written);
    transaction.afterCommit(() -> written.forEach(notes::remove));
  }

  /// Puts off all listed sources at some place: none of them is due before that time.
  ///
  /// @param isThere whether the address that a source is fetched from is of that place
  /// @param apart between two of them, who would all be due at once then
  public void postpone(Predicate<URI> isThere, Instant until, Duration apart) {
    write(transaction -> {
      PollStates.postpone(transaction, isThere, until, apart);
      return true;
    });
  }

  /// Holds the polls of a source, or lets them go on, until the operator says otherwise.
  ///
  /// @return whether there is such a source
  public boolean hold(String sourceId, boolean held) {
    return write(transaction ->
        transaction.update("update source set held = ? where id = ?", held, sourceId) > 0);
  }

  /// Whether the operator holds the polls of a source.
  public boolean isHeld(String sourceId) {
    return database.peek(transaction ->
        transaction
            .first("select held from source where id = ?", row -> row.bool("held"), sourceId)
            .orElse(false));
  }

  /// Moves the times of all polls by the step that the clock was set by.
  public void shift(Duration step) {
    write(transaction -> {
      PollStates.shift(transaction, step);
      return true;
    });
  }

  /// All sources that the store knows, those that are no longer listed included, by title.
  public List<SourceStatus> statuses() {
    return database.read(transaction -> {
      var sourceTags = tagsOfSources(transaction);
      var counts = entriesOfSources(transaction);
      return transaction.query(
          STATUSES,
          row ->
              new SourceStatus(
                  sources.source(row.integer("nr")),
                  row.bool("listed"),
                  row.bool("paused"),
                  row.bool("held"),
                  sourceTags.getOrDefault(row.integer("nr"), List.of()),
                  counts.getOrDefault(row.integer("nr"), 0L),
                  state(row)));
    });
  }

  private PollState state(Transaction.Row row) throws SQLException {
    var noted = notes.get(row.integer("nr"));
    return noted == null ? PollStates.read(row) : noted;
  }

  /// One walk through all sightings: a count for each source would search them once a source.
  private static Map<Integer, Long> entriesOfSources(Transaction transaction) {
    var counts = new HashMap<Integer, Long>();
    transaction.query(
        "select source, count(*) as entries from sighting group by source",
        row -> counts.put(row.integer("source"), row.number("entries")));
    return counts;
  }

  private static Map<Integer, List<EntryTag>> tagsOfSources(Transaction transaction) {
    var found = new HashMap<Integer, List<EntryTag>>();
    transaction.query(
        """
        select s.source, t.name, s.label, s.provenance
        from source_tag s join tag t on t.nr = s.tag
        order by t.name\
        """,
        row ->
            found
                .computeIfAbsent(row.integer("source"), any -> new ArrayList<>())
                .add(
                    new EntryTag(
                        new Tag(row.text("name")),
                        row.text("label"),
                        EntryTag.Provenance.ofLabel(row.text("provenance")))));
    return found;
  }

  /// What each source brought since a time, by its id; those that brought nothing are left out.
  public Map<String, SourceActivity> activity(Instant since) {
    return database.read(transaction -> new Activity(transaction).ofSources(sources, since));
  }

  /// Whether something would be stored now: not while the disk is full, for example.
  public boolean isWritable() {
    return database.isWritable();
  }

  /// Waits until all that was stored before is certain to last.
  ///
  /// @throws StoreException if it is lost
  public void settle() {
    database.settle();
  }

  public <T> T write(Function<Transaction, T> work) {
    return database.write(following(work));
  }

  /// Runs a change that lasts once [#settle()] has returned.
  public <T> T commit(Function<Transaction, T> work) {
    return database.commit(following(work));
  }

  /// What is kept in memory follows the store: it is read anew where a change failed, before the
  /// next one.
  private <T> Function<Transaction, T> following(Function<Transaction, T> work) {
    return transaction -> {
      if (astray || losses != database.losses()) load(transaction);
      losses = database.losses();
      astray = true;
      writeNotes(transaction);
      var result = work.apply(transaction);
      changeLog.record(transaction, losses);
      transaction.afterCommit(() -> astray = false);
      return result;
    };
  }

  private void load(Transaction transaction) {
    tags.forget();
    sources.load(transaction);
    copies.reset();
    changeLog.load(transaction);
  }

  public ChangeLog changeLog() {
    return changeLog;
  }

  /// Reads entries within a transaction.
  public EntryReader reader(Transaction transaction) {
    return new EntryReader(transaction, sources, tags);
  }

  public SourceTable sources() {
    return sources;
  }

  public Copies copies() {
    return copies;
  }

  public TagTable tags() {
    return tags;
  }

  public RevisionCounters revisions() {
    return revisions;
  }
}
