package dev.seguia.store.session;

import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Tag;
import dev.seguia.feed.TagExpression;
import dev.seguia.store.entry.StoredEntry;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/// Counts the changes of every tag and source, so that a feed is rebuilt only after a change.
public final class RevisionCounters {
  private final AtomicLong all = new AtomicLong(1);
  private final AtomicLong everywhere = new AtomicLong();
  private long wakes;
  private final Map<Tag, AtomicLong> ofTags = new ConcurrentHashMap<>();
  private final Map<String, AtomicLong> ofSources = new ConcurrentHashMap<>();

  public void changed(Collection<Tag> tags, Collection<String> sources) {
    tags.forEach(tag -> ofTags.computeIfAbsent(tag, any -> new AtomicLong()).incrementAndGet());
    sources.forEach(id -> ofSources.computeIfAbsent(id, any -> new AtomicLong()).incrementAndGet());
    all.incrementAndGet();
    wake();
  }

  /// The feeds of some entries, as they are now, have changed.
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

  /// How many changes there were.
  public long count() {
    return all.get();
  }

  /// Waits until there were more changes than that, or until it is woken.
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

  /// Only entries with one of the wanted tags can be in, and a change of an entry counts for all of
  /// its tags.
  public long of(TagExpression expression) {
    if (expression.alternatives().stream().anyMatch(one -> one.with().isEmpty())) return all.get();
    var own = expression.tags().stream().mapToLong(tag -> count(ofTags, tag)).sum();
    return own + everywhere.get();
  }

  public long ofSource(String id) {
    return count(ofSources, id) + everywhere.get();
  }

  private static <K> long count(Map<K, AtomicLong> counters, K key) {
    var counter = counters.get(key);
    return counter == null ? 0 : counter.get();
  }
}
