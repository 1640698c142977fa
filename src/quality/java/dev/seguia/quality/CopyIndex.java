package dev.seguia.quality;

import dev.seguia.dedup.Copy;
import dev.seguia.dedup.CopySketch;
import dev.seguia.dedup.Match;
import dev.seguia.dedup.SameArticle;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The copies of the last days by their keys, as the daemon keeps them in its store: traits in
/// bytes, at most 32 of a key.
final class CopyIndex {
  private static final int MOST_OF_A_KEY = 32;

  private final SameArticle same = new SameArticle(DuplicateJudge.WINDOW);
  private final Map<Long, Deque<Kept>> byKey = new HashMap<>();
  private final Deque<Kept> byAge = new ArrayDeque<>();
  private long compared;

  /// A copy as it is kept.
  record Kept(int row, String source, Instant date, byte[] traits, List<Long> keys) {
    Copy copy() {
      return new Copy(source, date, CopySketch.ofBytes(traits));
    }
  }

  /// What a copy was found to be the same as.
  record Found(int row, Match match) {}

  /// Adds a copy; the first one kept that is the same article.
  Optional<Found> add(int row, Copy copy) {
    var keys = new ArrayList<Long>();
    for (var key : copy.traits().keys()) keys.add(key);
    var found = find(keys, copy);
    keep(new Kept(row, copy.source(), copy.date(), copy.traits().toBytes(), List.copyOf(keys)));
    return found;
  }

  private Optional<Found> find(List<Long> keys, Copy copy) {
    var seen = new HashSet<Integer>();
    for (var key : keys)
      for (var kept : byKey.getOrDefault(key, new ArrayDeque<>())) {
        if (!seen.add(kept.row())) continue;
        compared++;
        var match = same.compare(copy, kept.copy());
        if (match.isPresent()) return match.map(why -> new Found(kept.row(), why));
      }
    return Optional.empty();
  }

  private void keep(Kept kept) {
    byAge.add(kept);
    for (var key : kept.keys()) {
      var bucket = byKey.computeIfAbsent(key, none -> new ArrayDeque<>());
      bucket.add(kept);
      if (bucket.size() > MOST_OF_A_KEY) bucket.removeFirst();
    }
    while (byAge.getFirst().date().isBefore(kept.date().minus(DuplicateJudge.WINDOW)))
      forget(byAge.removeFirst());
  }

  private void forget(Kept old) {
    for (var key : old.keys())
      byKey.computeIfPresent(
          key,
          (none, bucket) -> {
            bucket.remove(old);
            return bucket.isEmpty() ? null : bucket;
          });
  }

  long compared() {
    return compared;
  }
}
