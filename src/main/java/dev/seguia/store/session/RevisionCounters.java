package dev.seguia.store.session;

import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Tag;
import dev.seguia.feed.TagExpression;
import dev.seguia.store.entry.StoredEntry;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.Collectors;

/// Counts the changes behind every tag and source, so that a feed is rebuilt only after a change.
///
/// There are so many counters and no more, however many tags there are: a tag may share its counter
/// with another one, and its feed is then built anew after a change of that one too, to the same
/// bytes.
public final class RevisionCounters {
  private static final int COUNTERS = 1 << 16;

  private final AtomicLong all = new AtomicLong(1);
  private final AtomicLong everywhere = new AtomicLong();
  private long wakes;
  private final AtomicLongArray ofTags = new AtomicLongArray(COUNTERS);
  private final AtomicLongArray ofSources = new AtomicLongArray(COUNTERS);

  public void changed(Collection<Tag> tags, Collection<String> sources) {
    tags.stream().mapToInt(RevisionCounters::counter).distinct().forEach(ofTags::incrementAndGet);
    sources.stream()
        .mapToInt(RevisionCounters::counter)
        .distinct()
        .forEach(ofSources::incrementAndGet);
    all.incrementAndGet();
    wake();
  }

  /// Records a change of the feeds of some entries.
  public void changed(Collection<StoredEntry> entries) {
    changed(
        entries.stream()
            .flatMap(entry -> entry.tags().stream())
            .map(EntryTag::tag)
            .collect(Collectors.toSet()),
        entries.stream()
            .flatMap(entry -> entry.sightings().stream())
            .map(sighting -> sighting.source().id())
            .collect(Collectors.toSet()));
  }

  /// Every feed may have changed.
  void changedEverywhere() {
    everywhere.incrementAndGet(); // a tag may have a feed, and no change of its own yet
    all.incrementAndGet();
    wake();
  }

  /// The number of changes.
  public long count() {
    return all.get();
  }

  /// Waits until there were more changes than that, or until woken.
  ///
  /// @param seen below 0: for the whole time, unless it is woken
  public synchronized void await(long seen, Duration longest) throws InterruptedException {
    var before = wakes;
    var end = System.nanoTime() + longest.toNanos();
    for (var left = longest.toMillis();
        left > 0 && wakes == before && (seen < 0 || all.get() == seen);
        left = (end - System.nanoTime()) / 1_000_000) wait(left);
  }

  public synchronized void wake() {
    wakes++;
    notifyAll();
  }

  /// The revision of an expression's feed. Only entries with one of the wanted tags can be in it,
  /// and a change of an entry counts for all of its tags.
  public long of(TagExpression expression) {
    if (expression.alternatives().stream().anyMatch(one -> one.with().isEmpty())) return all.get();
    var own = expression.tags().stream().mapToLong(tag -> ofTags.get(counter(tag))).sum();
    return own + everywhere.get();
  }

  public long ofSource(String id) {
    return ofSources.get(counter(id)) + everywhere.get();
  }

  private static int counter(Object key) {
    var mixed = key.hashCode() * 0x9E3779B9;
    return mixed >>> (Integer.SIZE - Integer.numberOfTrailingZeros(COUNTERS));
  }
}
