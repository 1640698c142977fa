package dev.seguia.store.arrival;

import dev.seguia.dedup.EntryKey;
import dev.seguia.dedup.IncomingEntry;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.entry.LinkHash;
import dev.seguia.store.tag.FeedTimestamps;
import java.time.Instant;
import java.util.Optional;

/// Updates an entry that its source already carries.
final class EntryUpdates {
  private static final String EDIT =
      """
      update entry
      set title = coalesce(nullif(?, ''), title), link = ?, link_hash = ?, link_key = ?, language = ?, updated = ?,
        changed = ?
      where seq = ?\
      """;

  private final Transaction transaction;
  private final Poll poll;
  private final ChangedEntries changes;
  private final Sightings sightings;
  private final SightingTexts texts;
  private final EntryBodies bodies;

  EntryUpdates(
      Transaction transaction,
      Poll poll,
      ChangedEntries changes,
      Sightings sightings,
      SightingTexts texts,
      EntryBodies bodies) {
    this.transaction = transaction;
    this.poll = poll;
    this.changes = changes;
    this.sightings = sightings;
    this.texts = texts;
    this.bodies = bodies;
  }

  /// Applies the source's current version of the entry.
  ///
  /// @param inSubstance a reader would notice the change
  /// @return whether the source has a say in the entry; one that names another has none
  boolean again(IncomingEntry arrival, long seq, boolean inSubstance) {
    var role = texts.role(arrival.key());
    sightings.again(arrival);
    if (role.through()) return false;
    if (role.kept()) texts.renew(arrival, seq);
    if (role.first()) edit(arrival, seq, role, inSubstance);
    else joinedAgain(arrival, seq, role, inSubstance);
    return true;
  }

  /// A source that joined an entry may not rewrite it, but for the text that is its own.
  private void joinedAgain(
      IncomingEntry arrival, long seq, SightingTexts.TextRole role, boolean inSubstance) {
    if (role.kept()) sightings.renew(arrival);
    if (!role.shown()) return;
    bodies.showTextOf(arrival.entry(), seq);
    if (inSubstance) changes.updateByEdit(seq);
    changes.change(seq);
  }

  /// An equivalent link is left unchanged: some sources alternate between spellings.
  private void edit(
      IncomingEntry arrival, long seq, SightingTexts.TextRole role, boolean inSubstance) {
    var entry = arrival.entry();
    var before = before(seq);
    var link = before.link().filter(own -> EntryKey.isSame(own, entry.link())).or(entry::link);
    transaction.update(
        EDIT,
        entry.title(),
        link,
        entry.linkKey().map(LinkHash::of),
        entry.linkKey(),
        entry.language(),
        inSubstance ? arrival.updatedAgain(before.updated(), poll.now()) : before.updated(),
        poll.now(),
        seq);
    // The entry left the feeds of its former language, where nothing shows it.
    if (!entry.language().equals(before.language())) new FeedTimestamps(transaction).everywhere();
    if (role.shown()) bodies.rewrite(entry, seq);
    else bodies.rewriteButText(entry, seq);
    PageQueue.renewOwn(transaction, entry, seq);
    if (inSubstance) PageQueue.readAgain(transaction, poll, seq);
    changes.rewritten(seq, inSubstance);
  }

  /// What an update may keep of the previous version of an entry.
  private record Before(Optional<String> link, Optional<String> language, Instant updated) {}

  private Before before(long seq) {
    return transaction
        .first(
            "select link, language, updated from entry where seq = ?",
            row ->
                new Before(
                    row.optionalText("link"), row.optionalText("language"), row.instant("updated")),
            seq)
        .orElseThrow();
  }
}
