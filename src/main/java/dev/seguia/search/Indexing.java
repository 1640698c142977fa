package dev.seguia.search;

import dev.seguia.feed.Audience;
import dev.seguia.store.EntryChanges.Batch;
import dev.seguia.store.EntryChanges.Mark;
import dev.seguia.store.Follower;
import dev.seguia.store.StoredEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Keeps the index up with the entries of the store. An index that is new, or was begun anew, is
/// built from the first entry on while all else goes on.
public final class Indexing implements Follower {
  /// To make the index lasting costs the disk more than to write it, and what is not yet lasting is
  /// taken in again after a sudden end.
  private static final Duration BETWEEN_COMMITS = Duration.ofSeconds(30);

  private final SearchIndex index;
  private final InstantSource clock;
  private Instant committed = Instant.MIN;
  private long lasting;
  private long complete;
  private boolean unseen;
  private boolean pending;

  public Indexing(SearchIndex index, InstantSource clock) {
    this.index = index;
    this.clock = clock;
  }

  @Override
  public Mark reached() {
    lasting = index.reached();
    complete = lasting;
    pending = false;
    return complete == 0 ? Mark.START : Mark.after(complete);
  }

  @Override
  public void take(Batch batch) {
    checkThatItIsTheSame();
    var entries = batch.entries();
    index.update(entries.stream().filter(Indexing::isFound).map(SearchEntry::of).toList());
    var hidden = entries.stream().filter(entry -> !isFound(entry)).map(StoredEntry::seq).toList();
    if (!hidden.isEmpty()) index.remove(hidden);
    // The last change may have more entries than this batch has room for.
    complete = batch.isEnd() ? batch.last().revision() : batch.last().revision() - 1;
    pending = true;
    unseen = true;
    if (!batch.isEnd() && isTimeToCommit()) commit();
  }

  private static boolean isFound(StoredEntry entry) {
    return entry.audience().reach() != Audience.Reach.DROPPED;
  }

  private boolean isTimeToCommit() {
    return clock.instant().isAfter(committed.plus(BETWEEN_COMMITS));
  }

  /// Readers see what is new at once; that it lasts can wait a little.
  @Override
  public void rest() {
    checkThatItIsTheSame();
    if (unseen) index.refresh();
    unseen = false;
    if (pending && isTimeToCommit()) commit();
  }

  /// One that was found damaged by a reader is begun anew under our hands.
  private void checkThatItIsTheSame() {
    if (index.reached() < lasting)
      throw new IllegalStateException("the index was damaged, and is built anew");
  }

  private void commit() {
    index.commit(Math.max(complete, index.reached()));
    index.refresh();
    lasting = index.reached();
    committed = clock.instant();
    pending = false;
  }
}
