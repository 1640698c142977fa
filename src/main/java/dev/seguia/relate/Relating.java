package dev.seguia.relate;

import dev.seguia.feed.Audience;
import dev.seguia.feed.EntryTag;
import dev.seguia.memory.MemoryShare;
import dev.seguia.store.derived.ChangeConsumer;
import dev.seguia.store.derived.ChangeFeed.Batch;
import dev.seguia.store.derived.ChangeFeed.Wanted;
import dev.seguia.store.derived.RelationStore;
import dev.seguia.store.derived.RelationStore.LookedAt;
import dev.seguia.store.derived.RelationStore.Placed;
import dev.seguia.store.entry.ChangePosition;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.store.entry.StoryPlace;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Processes every entry once, soon after its arrival: assigns it to a story, and counts its tags.
public final class Relating implements ChangeConsumer {
  private static final Logger LOG = LoggerFactory.getLogger(Relating.class);
  private static final Duration RECALLED = Duration.ofDays(3);
  private static final int AT_ONCE = 500;

  /// How many of the newest entries are processed again after a restart.
  private static final int MOST_RECALLED = 20_000;

  /// One event makes no relation between tags, however many entries tell of it.
  private static final int COUNTED_OF_A_STORY = 3;

  /// Where no entry joined a story, how far entries were looked at is not worth a transaction:
  /// after a sudden end they are looked at once more.
  private static final Duration BETWEEN_MARKS = Duration.ofSeconds(30);

  private static final Duration BETWEEN_WARNINGS = Duration.ofHours(1);

  private final RelationStore store;
  private final InstantSource clock;
  private final RecentTags tags;
  private Stories stories = new Stories();
  private ChangePosition taken = ChangePosition.START;
  private ChangePosition kept = ChangePosition.START;
  private Instant keptAt = Instant.MIN;
  private Instant warnedAt = Instant.MIN;
  private long closedEarly;

  public Relating(RelationStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    tags = new RecentTags(MemoryShare.RELATED_TAGS.bytes());
  }

  /// The tags of the newest processed entries.
  public RecentTags tags() {
    return tags;
  }

  /// The memory of the open stories, in bytes, by an estimate. Call it from the consumer's thread.
  public long heldByStories() {
    return stories.held().bytes();
  }

  /// Rebuilds the memory from the store: it may have been ahead of it.
  @Override
  public ChangePosition reached() {
    stories = new Stories();
    closedEarly = 0;
    tags.clear();
    kept = store.reached();
    taken = kept;
    recall(kept.seq());
    return kept;
  }

  private void recall(long until) {
    var since = clock.instant().minus(RECALLED);
    var after = Math.max(0, until - MOST_RECALLED);
    var sizes = new HashMap<Long, Integer>();
    for (var page = store.lookedAt(after, until, since, AT_ONCE); !page.isEmpty(); ) {
      page.forEach(entry -> recall(entry, since, sizes));
      after = page.getLast().seq();
      page = store.lookedAt(after, until, since, AT_ONCE);
    }
  }

  private void recall(LookedAt entry, Instant since, Map<Long, Integer> sizes) {
    if (!entry.arrival().isBefore(since)) stories.recall(headline(entry), entry.story());
    int ofStory = sizes.merge(entry.story(), 1, Integer::sum);
    remember(entry.source(), entry.tags(), entry.published(), ofStory);
  }

  private static Headline headline(LookedAt entry) {
    return new Headline(
        entry.seq(), entry.language(), entry.title(), entry.summary(), entry.published());
  }

  /// @param ofStory how many entries its story has with it
  private void remember(String source, List<EntryTag> entryTags, Instant date, int ofStory) {
    tags.add(source, entryTags, date, ofStory <= COUNTED_OF_A_STORY);
  }

  /// New entries only: an entry keeps its story, even if its text changes.
  @Override
  public Wanted wanted() {
    return Wanted.ADDED;
  }

  @Override
  public void take(Batch batch) {
    var joined = new ArrayList<Placed>();
    for (var entry : batch.added())
      if (entry.audience().reach() != Audience.Reach.DROPPED) place(entry).ifPresent(joined::add);
    taken = batch.last();
    tellOfClosedStories();
    if (!joined.isEmpty() || isTimeToKeep()) keep(joined);
  }

  /// Entries that are in no feed are ignored.
  private Optional<Placed> place(StoredEntry entry) {
    var membership = stories.add(headline(entry));
    remember(entry.origin().id(), entry.tags(), entry.published(), membership.size());
    return membership.story() == entry.seq()
        ? Optional.empty()
        : Optional.of(new Placed(entry, new StoryPlace(membership.story(), membership.score())));
  }

  private static Headline headline(StoredEntry entry) {
    return new Headline(
        entry.seq(),
        entry.entry().language(),
        entry.entry().title(),
        entry.entry().summary(),
        entry.published());
  }

  /// Said once in a while: more arrives within three days than there is memory for.
  private void tellOfClosedStories() {
    var closed = stories.closedEarly();
    if (closed == closedEarly || clock.instant().isBefore(warnedAt.plus(BETWEEN_WARNINGS))) return;
    LOG.atWarn()
        .addKeyValue("stories", closed - closedEarly)
        .log("memory limit for stories reached: oldest stories closed before three days");
    closedEarly = closed;
    warnedAt = clock.instant();
  }

  private boolean isTimeToKeep() {
    return taken.seq() > kept.seq() && clock.instant().isAfter(keptAt.plus(BETWEEN_MARKS));
  }

  private void keep(List<Placed> joined) {
    store.keep(joined, taken);
    kept = taken;
    keptAt = clock.instant();
  }

  @Override
  public void rest() {
    if (isTimeToKeep()) keep(List.of());
  }

  @Override
  public void finish() {
    if (taken.seq() > kept.seq()) keep(List.of());
  }
}
