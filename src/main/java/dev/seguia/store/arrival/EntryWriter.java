package dev.seguia.store.arrival;

import dev.seguia.dedup.Deduplicator;
import dev.seguia.dedup.EntryChange;
import dev.seguia.dedup.EntryKey;
import dev.seguia.dedup.IncomingEntry;
import dev.seguia.dedup.KnownEntry;
import dev.seguia.dedup.MergeScope;
import dev.seguia.feed.EntryTag;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.entry.Sighting.JoinedBy;
import dev.seguia.store.session.WriteTransaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// Writes the entries of one poll within its transaction: has the [Deduplicator] decide what each
/// one is, and collects rows that go to the database in batches.
public final class EntryWriter {
  private static final Duration OLD = Duration.ofDays(1);

  /// Limit: ids under which one source carries an entry; the oldest are forgotten.
  ///
  /// Under which a source carries one entry, as long as they do not all stand in one document.
  private static final int MOST_KEYS = 4;

  /// How many sources the result of a poll names.
  private static final int MOST_TITLES = 5;

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

  /// What joined an entry and may have the better text.
  private final List<Join> joins = new ArrayList<>();

  /// The new entries that others of the same poll joined.
  private final Set<Long> joinedNow = new LinkedHashSet<>();

  /// The entries of other sources that were joined.
  private final Set<Long> joinedTo = new LinkedHashSet<>();

  private int joined;
  private int purged;

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

  /// What is merged into an entry.
  private record Join(IncomingEntry arrival, long seq) {}

  public Poll.Stored write() {
    for (var arrival : Arrivals.inOrder(poll.arrivals(), poll.now()))
      if (known.isBuried(arrival)) purged++;
      else write(arrival);
    var added = fresh.arrivalTimes();
    fresh.write(added, entryTags.write(added));
    sightings.write();
    joinedNow.forEach(seq -> texts.keepFirst(seq, fresh.tags(seq)));
    joins.forEach(this::keepText);
    for (long seq : texts.write()) if (bodies.gatherMedia(seq)) changes.change(seq);
    Copies.write(transaction, copies);
    poll.pages().ifPresent(part -> PageQueue.add(transaction, poll, part, added.keySet()));
    PageQueue.wantText(transaction, poll, textWanted);
    return new Poll.Stored(added.size(), changes.updated(), joined, purged, titlesOf(joinedTo));
  }

  private void write(IncomingEntry arrival) {
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

  /// The titles of the sources that entries came from, a few of them.
  private List<String> titlesOf(Set<Long> entries) {
    if (entries.isEmpty()) return List.of();
    return transaction
        .query(
            "select distinct origin from entry where seq = any(?) order by origin",
            row -> row.integer("origin"),
            (Object) entries.toArray(Long[]::new))
        .stream()
        .limit(MOST_TITLES)
        .map(origin -> writing.sources().source(origin).title())
        .toList();
  }

  /// Marks the feeds of a new or changed entry as changed.
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

  private boolean isOld(IncomingEntry arrival) {
    return poll.before()
        .lastSuccess()
        .filter(last -> arrival.published(poll.now()).isBefore(last.minus(OLD)))
        .isPresent();
  }

  private void add(IncomingEntry arrival) {
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

  private void join(IncomingEntry arrival, KnownEntry before, JoinedBy why) {
    join(arrival, before, why, OptionalDouble.empty());
  }

  private void join(IncomingEntry arrival, KnownEntry before, JoinedBy why, OptionalDouble score) {
    var seq = before.seq();
    var keys = sightings.keys(seq, !fresh.has(seq));
    if (keys.isEmpty()) joinAnother(arrival, seq, why, score);
    else issueAgain(arrival, seq, why, score, keys);
    known.learn(arrival.key(), before);
    joined++;
  }

  /// Another source brings the entry.
  private void joinAnother(IncomingEntry arrival, long seq, JoinedBy why, OptionalDouble score) {
    sightings.add(arrival, seq, why, score);
    if (why == JoinedBy.ORIGIN) entryTags.give(seq, ofSource(arrival));
    else {
      take(arrival, seq);
      keepCopy(arrival, seq);
    }
    changes.change(seq);
    joinedTo.add(seq);
    if (poll.pages().equals(Optional.of(ArticlePart.TEXT)) && !fresh.has(seq)) textWanted.add(seq);
  }

  /// A source that carries the entry brings it under one more key: that is no further source, and
  /// nothing that a reader would notice. Some sources do so at every poll: a few keys are kept, for
  /// the old one may come back, and then one that has gone from the document is given up.
  private void issueAgain(
      IncomingEntry arrival, long seq, JoinedBy why, OptionalDouble score, List<EntryKey> keys) {
    var gone = keys.stream().filter(key -> !poll.keys().contains(key)).findFirst();
    if (keys.size() >= MOST_KEYS && gone.isPresent()) {
      sightings.rekey(gone.get(), arrival);
      return;
    }
    sightings.add(arrival, seq, why, score);
    take(arrival, seq);
  }

  private void take(IncomingEntry arrival, long seq) {
    if (fresh.has(seq)) joinedNow.add(seq);
    else texts.keepFirst(seq);
    joins.add(new Join(arrival, seq));
    giveTags(arrival, seq);
  }

  /// An aggregator's copy may be our own words come back: nothing of it is news.
  private static List<EntryTag> ofSource(IncomingEntry arrival) {
    return arrival.tags().stream().filter(tag -> tag.from().isOfSource()).toList();
  }

  /// The best text is published, whoever wrote it: a full one rather than a truncated one.
  private void keepText(Join join) {
    var entry = join.arrival().entry();
    var seq = join.seq();
    var better = entry.origin().isEmpty() && bodies.of(seq).isCutShortOf(entry);
    texts.keep(join.arrival(), seq, better);
    if (!better) return;
    bodies.showTextOf(entry, seq);
    changes.update(seq);
    changes.change(seq);
  }

  private void keepCopy(IncomingEntry arrival, long seq) {
    if (poll.reach() instanceof MergeScope.OwnSource) return;
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

  /// An entry stays in the feeds that it was in; another source may add further ones.
  private void giveTags(IncomingEntry arrival, long seq) {
    if (!fresh.has(seq)) audiences.widen(seq, arrival.audience());
    entryTags.give(seq, arrival.tags());
  }

  private void returned(IncomingEntry arrival, KnownEntry before, boolean edited) {
    known.learn(arrival.key(), before);
    again(arrival, before, edited);
  }

  private void again(IncomingEntry arrival, KnownEntry before, boolean inSubstance) {
    if (updates.again(arrival, before.seq(), inSubstance)) giveTags(arrival, before.seq());
  }

  /// Restores the remaining entry to what it would be if the source had never been merged.
  private void leave(EntryKey key, KnownEntry before) {
    var showed = texts.role(key).shown();
    sightings.remove(key);
    entryTags.taken(remaining.restore(before.seq(), showed));
    changes.change(before.seq());
  }
}
