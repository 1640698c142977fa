package dev.seguia.search.index;

import dev.seguia.feed.Audience;
import dev.seguia.search.SearchEntry;
import dev.seguia.store.derived.ChangeConsumer;
import dev.seguia.store.derived.ChangeFeed;
import dev.seguia.store.derived.ChangeFeed.Batch;
import dev.seguia.store.entry.ChangePosition;
import dev.seguia.store.entry.StoredEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Keeps the index up to date with the entries of the store (asynchronously). A new or rebuilt
/// index is filled from the first entry on, in the background.
public final class Indexing implements ChangeConsumer {
  /// To make the index lasting costs the disk more than to write it, and what is not yet lasting is
  /// taken in again after a sudden end.
  private static final Duration BETWEEN_COMMITS = Duration.ofSeconds(30);

  private final SearchIndex index;
  private final ChangeFeed changes;
  private final InstantSource clock;
  private Instant committed = Instant.MIN;
  private ChangePosition lasting = ChangePosition.START;
  private ChangePosition complete = ChangePosition.START;

  public Indexing(SearchIndex index, ChangeFeed changes, InstantSource clock) {
    this.index = index;
    this.changes = changes;
    this.clock = clock;
  }

  @Override
  public ChangePosition reached() {
    if (!isOfThisStore()) index.beginAnew("it is of another store, or of this one at another time");
    lasting = index.position();
    // One that is built from the first entry on needs no old changes.
    complete =
        lasting.equals(ChangePosition.START)
            ? new ChangePosition(0, changes.newest().change())
            : lasting;
    return complete;
  }

  /// A store may have been restored from a backup, or created again.
  private boolean isOfThisStore() {
    var position = index.position();
    if (position.equals(ChangePosition.START)) return true;
    var newest = changes.newest();
    return index.store().equals(changes.store())
        && position.seq() <= newest.seq()
        && position.change() <= newest.change()
        && changes.reachesBackTo(position);
  }

  @Override
  public void take(Batch batch) {
    checkThatItIsTheSame();
    take(batch.added());
    take(batch.changed());
    complete = batch.last();
    if (!batch.isEnd() && isTimeToCommit()) commit();
  }

  private void take(List<StoredEntry> entries) {
    if (entries.isEmpty()) return;
    index.update(entries.stream().filter(Indexing::isFound).map(SearchEntry::of).toList());
    var hidden = entries.stream().filter(entry -> !isFound(entry)).map(StoredEntry::seq).toList();
    if (!hidden.isEmpty()) index.remove(hidden);
  }

  private static boolean isFound(StoredEntry entry) {
    return entry.audience().reach() != Audience.Reach.DROPPED;
  }

  private boolean isTimeToCommit() {
    return !complete.equals(lasting) && clock.instant().isAfter(committed.plus(BETWEEN_COMMITS));
  }

  @Override
  public void rest() {
    checkThatItIsTheSame();
    index.refreshForReaders();
    if (isTimeToCommit()) commit();
  }

  @Override
  public void finish() {
    checkThatItIsTheSame();
    if (!complete.equals(lasting)) commit();
    index.refresh();
  }

  /// An index that a reader found damaged is rebuilt concurrently.
  private void checkThatItIsTheSame() {
    if (index.reached() < lasting.seq())
      throw new IllegalStateException("the index was damaged, and is built anew");
  }

  /// Commits only what is durable in the store.
  private void commit() {
    changes.settle();
    index.commit(complete, changes.store());
    lasting = complete;
    committed = clock.instant();
  }
}
