package dev.seguia.relate;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/// A small cache that keeps results for a minute: they change slowly, and cost some milliseconds to
/// compute.
final class Remembered<K, V> {
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final int MOST = 500;

  private final BiFunction<K, Instant, V> find;

  private final Map<K, Found<V>> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<K, Found<V>> eldest) {
          return size() > MOST;
        }
      };

  /// @param find at a time
  Remembered(BiFunction<K, Instant, V> find) {
    this.find = find;
  }

  private record Found<V>(V value, Instant time) {
    boolean isFresh(Instant now) {
      return !now.isBefore(time) && now.isBefore(time.plus(FRESH));
    }
  }

  /// Concurrent callers for the same key both compute: none waits for the other.
  V of(K key, Instant now) {
    synchronized (known) {
      var found = known.get(key);
      if (found != null && found.isFresh(now)) return found.value();
    }
    var value = find.apply(key, now);
    synchronized (known) {
      known.put(key, new Found<>(value, now));
    }
    return value;
  }
}
