package dev.seguia.store.arrival;

import dev.seguia.dedup.Arrival;
import dev.seguia.dedup.Deduplicator;
import dev.seguia.dedup.EntryChange;
import dev.seguia.dedup.EntryKey;
import dev.seguia.dedup.KnownEntry;
import dev.seguia.dedup.Reach;
import dev.seguia.feed.EntryTag;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.entry.Sighting.JoinedBy;
import dev.seguia.store.session.WriteTransaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// Writes the entries of one poll, within its transaction: has the [Deduplicator] decide what each
/// one is, and collects rows that go to the database in batches.
public final class EntryWriter {
  private static final Duration OLD = Duration.ofDays(1);

  private final WriteTransaction writing;
  private final Transaction transaction;
  private final Poll poll;
  private final int source;
  private final KnownEntries known;
  private final NewEntries fresh;
  private final Sightings sightings;
  private final EntryTags entryTags;
  private final SightingTexts texts;
  private final EntryBodies bodies;
  private final Audiences audiences;
  private final Deduplicator deduplicator;
  private final Remaining remaining;
  private final List<Object[]> copies = new ArrayList<>();
  private final ChangedEntries changes;
  private final EntryUpdates updates;

  /// Known entries that were joined by a source that wants the text of their pages.
  private final List<Long> textWanted = new ArrayList<>();

  private int joined;

  public EntryWriter(WriteTransaction writing, Copies stored, Poll poll) {
    var source = writing.sources().number(poll.sourceId());
    this.writing = writing;
    this.transaction = writing.sql();
    this.poll = poll;
    this.source = source;
    this.known = new KnownEntries(writing, stored, poll, source);
    this.fresh = new NewEntries(writing, poll, source);
    this.sightings = new Sightings(transaction, source, poll.now());
    this.entryTags = new EntryTags(writing);
    this.texts = new SightingTexts(transaction, entryTags, source);
    this.bodies = new EntryBodies(transaction);
    this.audiences = new Audiences(writing);
    this.deduplicator = new Deduplicator(poll.reach());
    this.changes = new ChangedEntries(writing, poll.now());
    this.updates = new EntryUpdates(transaction, poll, changes, sightings, texts, bodies);
    this.remaining = new Remaining(writing);
  }

  public Poll.Stored write() {
    for (var arrival : Arrivals.inOrder(poll.arrivals(), poll.now()))
      if (!known.isBuried(arrival.key())) write(arrival);
    var added = fresh.arrivalTimes();
    fresh.write(added, entryTags.write(added));
    sightings.write();
    texts.write();
    Copies.write(transaction, copies);
    poll.pages().ifPresent(part -> PageQueue.add(transaction, poll, part, added.keySet()));
    PageQueue.wantText(transaction, poll, textWanted);
    return new Poll.Stored(added.size(), changes.updated(), joined);
  }

  private void write(Arrival arrival) {
    switch (deduplicator.decide(arrival, known.of(arrival, isOld(arrival)))) {
      case EntryChange.New() -> add(arrival);
      case EntryChange.ReusedId(var before) -> {
        sightings.retire(arrival.key(), before);
        add(arrival);
      }
      case EntryChange.Returned(var displaced, var before, var edited) -> {
        sightings.retire(arrival.key(), displaced);
        if (sightings.restore(arrival.key(), before)) returned(arrival, before, edited);
        else join(arrival, before, JoinedBy.LINK);
      }
      case EntryChange.Moved(var before) -> {
        texts.handOver(arrival.key(), before.seq());
        sightings.takeOver(arrival.key(), before);
        again(arrival, before, true);
      }
      case EntryChange.Left(var before) -> {
        leave(arrival.key(), before);
        add(arrival);
      }
      case EntryChange.Edited(var before) -> again(arrival, before, true);
      case EntryChange.Touched(var before) -> again(arrival, before, false);
      case EntryChange.SameLink(var before) -> join(arrival, before, JoinedBy.LINK);
      case EntryChange.SameOrigin(var before) -> join(arrival, before, JoinedBy.ORIGIN);
      case EntryChange.SameContent(var before) -> join(arrival, before, JoinedBy.CONTENT);
      case EntryChange.SameText(var before, var match) ->
          join(arrival, before, JoinedBy.of(match.rule()), OptionalDouble.of(match.score()));
    }
  }

  /// Has the feeds change that show an entry which is new or changed.
  public void changeFeeds() {
    if (!changes.entries().isEmpty() || !fresh.isEmpty() || entryTags.hasTouched())
      writing.changesFeeds(entryTags.touched(changes.entries()), touchedSources());
  }

  /// The sources in whose feeds an entry is new or changed.
  private Set<String> touchedSources() {
    var touched = new HashSet<String>(List.of(poll.sourceId()));
    if (!changes.entries().isEmpty())
      transaction.query(
          "select distinct source from sighting where seq = any(?)",
          row -> touched.add(writing.sources().source(row.integer("source")).id()),
          (Object) changes.entries().toArray(Long[]::new));
    return touched;
  }

  private boolean isOld(Arrival arrival) {
    return poll.before()
        .lastSuccess()
        .filter(last -> arrival.published(poll.now()).isBefore(last.minus(OLD)))
        .isPresent();
  }

  private void add(Arrival arrival) {
    var seq = fresh.add(arrival, known.isCommonLink(arrival));
    sightings.add(arrival, seq, JoinedBy.FIRST, OptionalDouble.empty());
    entryTags.give(seq, arrival.tags());
    keepCopy(arrival, seq);
    known.learn(
        arrival.key(),
        new KnownEntry(
            seq,
            arrival.entry().title(),
            arrival.entry().linkKey(),
            arrival.substance(),
            arrival.published(poll.now())));
  }

  private void join(Arrival arrival, KnownEntry before, JoinedBy why) {
    join(arrival, before, why, OptionalDouble.empty());
  }

  private void join(Arrival arrival, KnownEntry before, JoinedBy why, OptionalDouble score) {
    sightings.add(arrival, before.seq(), why, score);
    if (why == JoinedBy.ORIGIN) entryTags.give(before.seq(), ofSource(arrival));
    else take(arrival, before.seq());
    known.learn(arrival.key(), before);
    changes.change(before.seq());
    if (poll.pages().equals(Optional.of(ArticlePart.TEXT)) && !fresh.has(before.seq()))
      textWanted.add(before.seq());
    joined++;
  }

  private void take(Arrival arrival, long seq) {
    if (!fresh.has(seq)) keepText(arrival, seq);
    keepCopy(arrival, seq);
    giveTags(arrival, seq);
  }

  /// An aggregator's copy may be our own words come back: nothing of it is news.
  private static List<EntryTag> ofSource(Arrival arrival) {
    return arrival.tags().stream().filter(tag -> tag.from().isOfSource()).toList();
  }

  /// The best text is published, whoever wrote it: a full one rather than one that was cut.
  private void keepText(Arrival arrival, long seq) {
    var better = arrival.entry().origin().isEmpty() && bodies.of(seq).isCutShortOf(arrival.entry());
    texts.keep(arrival, seq, better);
    if (!better) return;
    bodies.showTextOf(arrival.entry(), seq);
    changes.update(seq);
  }

  private void keepCopy(Arrival arrival, long seq) {
    if (poll.reach() instanceof Reach.OwnSource) return;
    copies.add(
        new Object[] {
          seq,
          source,
          arrival.key().hash(),
          arrival.published(poll.now()),
          poll.now(),
          arrival.traits().toBytes()
        });
  }

  /// Who was shown an entry goes on being shown it; others may be shown it by another source.
  private void giveTags(Arrival arrival, long seq) {
    if (!fresh.has(seq)) audiences.widen(seq, arrival.audience());
    entryTags.give(seq, arrival.tags());
  }

  private void returned(Arrival arrival, KnownEntry before, boolean edited) {
    known.learn(arrival.key(), before);
    again(arrival, before, edited);
  }

  private void again(Arrival arrival, KnownEntry before, boolean inSubstance) {
    if (updates.again(arrival, before.seq(), inSubstance)) giveTags(arrival, before.seq());
  }

  /// The entry that stays becomes what it would be if the source had never joined it.
  private void leave(EntryKey key, KnownEntry before) {
    var showed = texts.role(key).shown();
    sightings.remove(key);
    entryTags.taken(remaining.restore(before.seq(), showed));
    changes.change(before.seq());
  }
}
