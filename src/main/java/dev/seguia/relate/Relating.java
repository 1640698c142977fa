package dev.seguia.relate;

import dev.seguia.feed.Audience;
import dev.seguia.store.EntryChanges.Batch;
import dev.seguia.store.EntryChanges.Mark;
import dev.seguia.store.Follower;
import dev.seguia.store.RelationStore;
import dev.seguia.store.RelationStore.Found;
import dev.seguia.store.RelationStore.Placed;
import dev.seguia.store.StoredEntry;
import dev.seguia.store.StoryPlace;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Looks at every entry once, soon after it arrived: gives it its story, and counts its tags.
public final class Relating implements Follower {
  private static final Duration RECALLED = Duration.ofDays(3);
  private static final int AT_ONCE = 500;

  /// Of more memory than this would take, the oldest stories are not gone on with.
  private static final int MOST_RECALLED = 50_000;

  /// One event makes no relation between tags, however many entries tell of it.
  private static final long COUNTED_OF_A_STORY = 3;

  private final RelationStore store;
  private final InstantSource clock;
  private Stories stories = new Stories();
  private Map<Long, Long> sizes = new HashMap<>();

  public Relating(RelationStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /// What is in memory is built again of what is stored: it may have been ahead.
  @Override
  public Mark reached() {
    stories = new Stories();
    recall();
    return store.reached();
  }

  private void recall() {
    var since = clock.instant().minus(RECALLED);
    var after = store.placeBefore(since);
    for (var count = 0; count < MOST_RECALLED; count += AT_ONCE) {
      var page = store.placedSince(since, after, AT_ONCE);
      for (var entry : page)
        entry.story().ifPresent(place -> stories.recall(headline(entry), place.story()));
      if (page.size() < AT_ONCE) return;
      after = page.getLast().seq();
    }
  }

  @Override
  public void take(Batch batch) {
    var fresh = batch.entries().stream().filter(Relating::isFresh).toList();
    var placed = fresh.stream().map(this::place).toList();
    store.keep(found(placed), batch.last());
  }

  @Override
  public void rest() {
    // nothing is put off
  }

  /// An entry comes up again after each change. What nobody is shown has no part in anything.
  private static boolean isFresh(StoredEntry entry) {
    return entry.story().isEmpty() && entry.audience().reach() != Audience.Reach.DROPPED;
  }

  private Placed place(StoredEntry entry) {
    var membership = stories.add(headline(entry));
    return new Placed(entry, new StoryPlace(membership.story(), membership.score()));
  }

  private static Headline headline(StoredEntry entry) {
    return new Headline(
        entry.seq(),
        entry.entry().language(),
        entry.entry().title(),
        entry.entry().summary(),
        entry.published());
  }

  private Found found(List<Placed> placed) {
    sizes =
        new HashMap<>(
            store.sizes(placed.stream().map(one -> one.place().story()).distinct().toList()));
    var counts = new EntryCounts();
    for (var one : placed) {
      var ofStory = sizes.merge(one.place().story(), 1L, Long::sum);
      counts.add(one.entry(), ofStory <= COUNTED_OF_A_STORY);
    }
    return counts.found(placed);
  }
}
