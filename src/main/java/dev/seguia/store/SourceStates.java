package dev.seguia.store;

import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Tag;
import dev.seguia.source.Source;
import dev.seguia.store.arrival.SourceTags;
import dev.seguia.store.database.Database;
import dev.seguia.store.database.LookupHash;
import dev.seguia.store.database.Row;
import dev.seguia.store.database.StoreException;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.entry.Activity;
import dev.seguia.store.session.WriteSession;
import dev.seguia.store.session.WriteTransaction;
import dev.seguia.store.state.PollJournal;
import dev.seguia.store.state.PollNotes;
import dev.seguia.store.state.PollState;
import dev.seguia.store.state.PollStates;
import dev.seguia.store.state.RefusedPages;
import dev.seguia.store.state.SourceActivity;
import dev.seguia.store.state.SourceStatus;
import dev.seguia.store.state.SourceTable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/// The sources and their poll states.
public final class SourceStates {
  private static final String STATUSES =
      """
      select s.nr, s.listed, s.paused, s.held,
      """
          + PollStates.COLUMNS
          + """

          from source s join poll_state p on p.source = s.nr
          order by s.title, s.id\
          """;

  private final Database database;
  private final PollJournal journal;
  private final WriteSession session;
  private final SourceTable sources;
  private final PollNotes notes;

  public SourceStates(Database database, WriteSession session, PollJournal journal) {
    this.database = database;
    this.session = session;
    this.journal = journal;
    this.sources = session.sources();
    this.notes = session.notes();
  }

  /// Sets the sources that are polled and published. Sources that are no longer listed keep their
  /// entries; sources that moved to other folders give their entries the new tags. An unchanged
  /// list is not written again, so that a daemon can start on a full disk.
  public void list(List<Source> listed) {
    var hash = LookupHash.of(listed.toString());
    if (listedNow().equals(Optional.of(hash))) return;
    session.write(writing -> {
      list(writing, listed);
      writing.sql().update("update installation set list_hash = ?", hash);
      writing.changesAllFeeds();
      return true;
    });
  }

  private static void list(WriteTransaction writing, List<Source> listed) {
    var transaction = writing.sql();
    var sources = writing.sources();
    var sourceTags = new SourceTags(writing);
    sources.unlistAll(transaction);
    for (var source : listed) sourceTags.give(sources.addOrRenew(transaction, source), source);
    sources.load(transaction);
  }

  private Optional<UUID> listedNow() {
    return database.read(transaction ->
        transaction
            .first("select list_hash from installation", row -> row.optionalHash("list_hash"))
            .flatMap(hash -> hash));
  }

  /// The poll state of a source; a new one if it was never polled.
  public PollState state(String sourceId) {
    return noted(sourceId)
        .orElseGet(() -> database.peek(transaction -> PollStates.of(transaction, sourceId)));
  }

  private Optional<PollState> noted(String sourceId) {
    return sources.numberIfKnown(sourceId).flatMap(notes::of);
  }

  /// Records that a poll begins: its request is about to be sent.
  public void begin(String sourceId, Instant now) {
    journal.begin(sourceId, now);
  }

  /// When the latest poll of a source began, whether or not it ended.
  public Optional<Instant> begun(String sourceId) {
    return journal.begun(sourceId);
  }

  /// Records the state of a source after a poll without entries. It is written together with
  /// others, by [#writeNotes()] at the latest: a kill could lose only the time of the poll, which
  /// is in the journal too.
  public void record(String sourceId, PollState state) {
    notes.add(sources.number(sourceId), state);
    if (notes.isFull()) writeNotes();
  }

  /// Writes the states that [#record] has deferred.
  ///
  /// @throws StoreException if the store is not writable; they are kept until it is
  public void writeNotes() {
    session.writeNotes();
  }

  /// Postpones the polls of all listed sources on a server: none of them is due before that time.
  ///
  /// @param isThere whether the address that a source is fetched from is of that place
  /// @param apart the time between two of them, so that they are not all due at once
  public void postpone(Predicate<URI> isThere, Instant until, Duration apart) {
    session.write(writing -> {
      PollStates.postpone(writing.sql(), isThere, until, apart);
      return true;
    });
  }

  /// Pauses or resumes the polls of a source on behalf of the operator.
  ///
  /// @return whether there is such a source
  public boolean hold(String sourceId, boolean held) {
    return session.write(writing ->
        writing.sql().update("update source set held = ? where id = ?", held, sourceId) > 0);
  }

  /// Whether the operator has paused a source.
  public boolean isHeld(String sourceId) {
    return database.peek(transaction ->
        transaction
            .first("select held from source where id = ?", row -> row.bool("held"), sourceId)
            .orElse(false));
  }

  /// Shifts the poll times of all sources by the step of a clock change.
  public void shift(Duration step) {
    session.write(writing -> {
      PollStates.shift(writing.sql(), step);
      return true;
    });
  }

  /// All sources in the store, by title, including those that are no longer listed.
  public List<SourceStatus> statuses() {
    return database.read(transaction -> {
      var sourceTags = tagsOfSources(transaction);
      var counts = entriesOfSources(transaction);
      var refused = refusedPages(transaction);
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
                  Optional.ofNullable(refused.get(row.integer("nr"))),
                  state(row)));
    });
  }

  private PollState state(Row row) {
    return notes.of(row.integer("nr")).orElseGet(() -> PollStates.read(row));
  }

  /// One scan of all sightings: a count per source would scan them once for each source.
  private static Map<Integer, Long> entriesOfSources(Transaction transaction) {
    var counts = new HashMap<Integer, Long>();
    transaction.query(
        "select source, count(*) as entries from sighting group by source",
        row -> counts.put(row.integer("source"), row.number("entries")));
    return counts;
  }

  private static Map<Integer, RefusedPages> refusedPages(Transaction transaction) {
    var refused = new HashMap<Integer, RefusedPages>();
    transaction.query(
        """
        select e.origin, p.reason
        from article_page p join entry e on e.seq = p.seq
        where p.refused order by p.seq\
        """,
        row ->
            refused.merge(
                row.integer("origin"),
                new RefusedPages(1, row.optionalText("reason").orElse("")),
                RefusedPages::and));
    return refused;
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

  /// How many entries each source brought since a time, by source id; sources without any are
  /// omitted.
  public Map<String, SourceActivity> activity(Instant since) {
    return database.read(transaction -> new Activity(transaction).ofSources(sources, since));
  }

  /// Whether a write would be attempted now: not while the disk is full, for example.
  public boolean isWritable() {
    return session.isWritable();
  }

  /// Waits until everything stored before is durable.
  ///
  /// @throws StoreException if it is lost
  public void settle() {
    session.settle();
  }
}
