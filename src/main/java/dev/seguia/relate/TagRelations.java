package dev.seguia.relate;

import dev.seguia.feed.Tag;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Knows which tags go along, from the entries that bear them.
///
/// Count one entry of an article that many sources bring, and few of one story: one event makes no
/// relation. For one thread at a time.
public final class TagRelations {
  /// Of an entry: the first ones, which are the most trusted; the pairs grow with their square.
  private static final int MOST_TAGS = 12;

  /// In entries, as counts fade: what is less has been forgotten.
  private static final double FADED = 0.25;

  private final Map<Tag, DecayedCount> counts = new HashMap<>();
  private final Map<Tag, Map<Tag, DecayedCount>> together = new HashMap<>();
  private final Set<Tag> changedTags = new HashSet<>();
  private final Set<TagPair> changedPairs = new HashSet<>();
  private DecayedCount entries = DecayedCount.none();

  /// Counts an entry.
  public void add(Collection<Tag> tags, Instant date) {
    entries = entries.plus(1, date);
    var counted = tags.stream().distinct().limit(MOST_TAGS).toList();
    for (var at = 0; at < counted.size(); at++) {
      countTag(counted.get(at), date);
      for (var other : counted.subList(at + 1, counted.size()))
        countPair(TagPair.of(counted.get(at), other), date);
    }
  }

  private void countTag(Tag tag, Instant date) {
    counts.put(tag, count(tag).plus(1, date));
    changedTags.add(tag);
  }

  private void countPair(TagPair pair, Instant date) {
    put(pair, count(pair).plus(1, date));
    changedPairs.add(pair);
  }

  private void put(TagPair pair, DecayedCount count) {
    together.computeIfAbsent(pair.one(), tag -> new HashMap<>()).put(pair.other(), count);
    together.computeIfAbsent(pair.other(), tag -> new HashMap<>()).put(pair.one(), count);
  }

  private DecayedCount count(Tag tag) {
    return counts.getOrDefault(tag, DecayedCount.none());
  }

  private DecayedCount count(TagPair pair) {
    return neighbours(pair.one()).getOrDefault(pair.other(), DecayedCount.none());
  }

  private Map<Tag, DecayedCount> neighbours(Tag tag) {
    return together.getOrDefault(tag, Map.of());
  }

  /// The tags that go along with one, closest first.
  public List<RelatedTag> related(Tag tag, int most, Instant now) {
    return neighbours(tag).entrySet().stream()
        .flatMap(other -> related(tag, other.getKey(), other.getValue(), now))
        .sorted(
            Comparator.comparingDouble(RelatedTag::score).reversed().thenComparing(RelatedTag::tag))
        .limit(most)
        .toList();
  }

  private Stream<RelatedTag> related(Tag tag, Tag other, DecayedCount both, Instant now) {
    return Association.score(
            both.at(now), count(tag).at(now), count(other).at(now), entries.at(now))
        .stream()
        .mapToObj(score -> new RelatedTag(other, score));
  }

  /// Takes over counts from a store, in place of those that are here.
  public void restore(TagCounts stored) {
    entries = stored.entries();
    counts.putAll(stored.tags());
    stored.pairs().forEach(this::put);
  }

  /// The counts that changed since this was asked last, for a store.
  public TagCounts takeChanges() {
    var changes =
        new TagCounts(
            entries,
            changedTags.stream().collect(Collectors.toMap(tag -> tag, this::count)),
            changedPairs.stream().collect(Collectors.toMap(pair -> pair, this::count)));
    changedTags.clear();
    changedPairs.clear();
    return changes;
  }

  /// Forgets what has hardly been seen of late, except for changes that no one took yet. A store
  /// may drop the same: counts below a quarter.
  public void forget(Instant now) {
    counts
        .entrySet()
        .removeIf(tag -> isFaded(tag.getValue(), now) && !changedTags.contains(tag.getKey()));
    together.forEach((tag, others) ->
        others
            .entrySet()
            .removeIf(other ->
                isFaded(other.getValue(), now)
                    && !changedPairs.contains(TagPair.of(tag, other.getKey()))));
    together.values().removeIf(Map::isEmpty);
  }

  private static boolean isFaded(DecayedCount count, Instant now) {
    return count.at(now) < FADED;
  }

  /// How many pairs are held, for those who count.
  int size() {
    return together.values().stream().mapToInt(Map::size).sum() / 2;
  }
}
