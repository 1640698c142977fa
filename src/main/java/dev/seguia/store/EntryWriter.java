package dev.seguia.store;

import dev.seguia.dedup.Arrival;
import dev.seguia.dedup.Deduplicator;
import dev.seguia.dedup.EntryChange;
import dev.seguia.dedup.KnownEntry;
import dev.seguia.feed.Tag;
import dev.seguia.store.Sighting.JoinedBy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Writes the entries of one poll, within its transaction: decides what each one is, and gathers
/// rows that go to the database in one go.
final class EntryWriter {
  private static final Duration OLD = Duration.ofDays(1);

  private static final String EDIT =
      """
      update entry set title = ?, link = ?, link_hash = ?, link_key = ?, language = ?, updated = ?,
        changed = ?, substance = ?
      where seq = ?\
      """;

  private static final String EDIT_BODY = "update entry_body set body = ? where seq = ?";

  private static final String CHANGED = "update entry set changed = ? where seq = ?";

  private final Transaction transaction;
  private final Poll poll;
  private final Knowledge knowledge;
  private final NewEntries fresh;
  private final Sightings sightings;
  private final EntryTags entryTags;
  private final Deduplicator deduplicator = new Deduplicator();
  private final Set<Long> changed = new HashSet<>();
  private int updated;
  private int joined;

  EntryWriter(Transaction transaction, TagTable tags, Poll poll, int source) {
    this.transaction = transaction;
    this.poll = poll;
    this.knowledge = new Knowledge(transaction, source, poll);
    this.fresh = new NewEntries(transaction, poll, source);
    this.sightings = new Sightings(transaction, source, poll.now());
    this.entryTags = new EntryTags(transaction, tags);
  }

  Poll.Stored write() {
    for (var arrival : Arrivals.inOrder(poll.arrivals(), poll.now()))
      if (!knowledge.isBuried(arrival.key())) write(arrival);
    var added = fresh.write();
    sightings.write();
    entryTags.write(added);
    return new Poll.Stored(added.size(), updated, joined);
  }

  private void write(Arrival arrival) {
    switch (deduplicator.decide(arrival, knowledge.of(arrival, isOld(arrival)))) {
      case EntryChange.New() -> add(arrival);
      case EntryChange.ReusedId(var before) -> {
        sightings.retire(arrival.key(), before);
        add(arrival);
      }
      case EntryChange.Returned(var displaced, var before) -> {
        sightings.retire(arrival.key(), displaced);
        if (sightings.restore(arrival.key(), before)) again(arrival, before);
        else join(arrival, before, JoinedBy.LINK);
      }
      case EntryChange.Edited(var before) -> again(arrival, before, true);
      case EntryChange.Touched(var before) -> again(arrival, before, false);
      case EntryChange.SameLink(var before) -> join(arrival, before, JoinedBy.LINK);
      case EntryChange.SameContent(var before) -> join(arrival, before, JoinedBy.CONTENT);
    }
  }

  /// The tags of all entries that are new or changed.
  Set<Tag> touchedTags() {
    return entryTags.touched(changed);
  }

  boolean hasChangedFeeds() {
    return !changed.isEmpty() || !fresh.isEmpty() || entryTags.hasTouched();
  }

  /// The sources in whose feeds an entry is new or changed.
  Set<String> touchedSources(SourceTable sources) {
    var touched = new HashSet<String>(List.of(poll.sourceId()));
    if (!changed.isEmpty())
      transaction.query(
          "select distinct source from sighting where seq = any(?)",
          row -> touched.add(sources.source(row.integer(1)).id()),
          (Object) changed.toArray(Long[]::new));
    return touched;
  }

  private boolean isOld(Arrival arrival) {
    return poll.before()
        .lastSuccess()
        .filter(last -> Arrivals.published(arrival, poll.now()).isBefore(last.minus(OLD)))
        .isPresent();
  }

  private void add(Arrival arrival) {
    var seq = fresh.add(arrival);
    sightings.add(arrival, seq, JoinedBy.FIRST);
    entryTags.give(seq, arrival.tags());
    knowledge.learn(
        arrival.key(),
        new KnownEntry(
            seq,
            arrival.entry().title(),
            arrival.entry().linkKey(),
            arrival.substance(),
            Arrivals.published(arrival, poll.now())));
  }

  private void join(Arrival arrival, KnownEntry before, JoinedBy why) {
    sightings.add(arrival, before.seq(), why);
    entryTags.give(before.seq(), arrival.tags());
    knowledge.learn(arrival.key(), before);
    change(before.seq());
    joined++;
  }

  private void again(Arrival arrival, KnownEntry before) {
    knowledge.learn(arrival.key(), before);
    again(arrival, before, !arrival.substance().equals(before.substance()));
  }

  private void again(Arrival arrival, KnownEntry before, boolean inSubstance) {
    sightings.again(arrival);
    sightings
        .updatedIfOwn(arrival.key())
        .ifPresent(date -> edit(arrival, before.seq(), date, inSubstance));
    entryTags.give(before.seq(), arrival.tags());
  }

  private void edit(Arrival arrival, long seq, Instant updatedBefore, boolean inSubstance) {
    var entry = arrival.entry();
    transaction.update(
        EDIT,
        entry.title(),
        entry.link(),
        entry.linkKey().map(EntryId::hash),
        entry.linkKey(),
        entry.language(),
        inSubstance ? editedAt(arrival, updatedBefore) : updatedBefore,
        poll.now(),
        arrival.substance().hash(),
        seq);
    transaction.update(EDIT_BODY, Body.deflate(entry), seq);
    changed.add(seq);
    if (inSubstance) updated++;
  }

  /// The source's own date of the edit if it is a credible one, else now.
  private Instant editedAt(Arrival arrival, Instant before) {
    return arrival
        .entry()
        .updated()
        .filter(date -> date.isAfter(before) && !date.isAfter(poll.now()))
        .orElse(poll.now());
  }

  private void change(long seq) {
    changed.add(seq);
    if (!fresh.has(seq)) transaction.update(CHANGED, poll.now(), seq);
  }
}
