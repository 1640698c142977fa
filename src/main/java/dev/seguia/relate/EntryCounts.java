package dev.seguia.relate;

import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Tag;
import dev.seguia.store.RelationStore.Counted;
import dev.seguia.store.RelationStore.Faded;
import dev.seguia.store.RelationStore.Found;
import dev.seguia.store.RelationStore.Pair;
import dev.seguia.store.RelationStore.Placed;
import dev.seguia.store.RelationStore.Use;
import dev.seguia.store.StoredEntry;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How often the tags of some entries stand on them, alone, in pairs, and by source.
final class EntryCounts {
  /// The pairs grow with the square.
  private static final int MOST_TAGS = 12;

  private DecayedCount entries = DecayedCount.none();
  private final Map<Tag, DecayedCount> tags = new HashMap<>();
  private final Map<Pair, DecayedCount> pairs = new HashMap<>();
  private final Map<String, DecayedCount> sources = new HashMap<>();
  private final Map<Use, DecayedCount> uses = new HashMap<>();

  /// Counts an entry for the source that carried it first.
  ///
  /// @param withPairs its tags count together too
  void add(StoredEntry entry, boolean withPairs) {
    var date = entry.published();
    var source = entry.origin().id();
    var names = entry.tags().stream().map(EntryTag::tag).sorted().toList();
    entries = entries.plus(1, date);
    count(sources, source, date);
    for (var tag : names) {
      count(tags, tag, date);
      count(uses, new Use(source, tag), date);
    }
    if (withPairs) countPairs(names.subList(0, Math.min(names.size(), MOST_TAGS)), date);
  }

  private void countPairs(List<Tag> names, Instant date) {
    for (var at = 0; at < names.size(); at++)
      for (var other : names.subList(at + 1, names.size()))
        count(pairs, new Pair(names.get(at), other), date);
  }

  private static <K> void count(Map<K, DecayedCount> counts, K key, Instant date) {
    counts.merge(key, DecayedCount.none().plus(1, date), (known, _) -> known.plus(1, date));
  }

  Found found(List<Placed> placed) {
    return new Found(
        placed, faded(entries), counted(tags), counted(pairs), counted(sources), counted(uses));
  }

  private static <K> List<Counted<K>> counted(Map<K, DecayedCount> counts) {
    return counts.entrySet().stream()
        .map(count -> new Counted<>(count.getKey(), faded(count.getValue())))
        .toList();
  }

  private static Faded faded(DecayedCount count) {
    return new Faded(count.value(), count.instant());
  }
}
