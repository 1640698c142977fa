package dev.seguia.relate;

import dev.seguia.store.RelationStore;
import java.time.Duration;
import java.time.Instant;

/// A count in which what is long past counts less: half after 30 days, a quarter after 60.
///
/// @param value the count at that time, not below 0
/// @param instant the time of the newest thing that was counted
public record DecayedCount(double value, Instant instant) {
  public DecayedCount {
    if (!(value >= 0)) throw new IllegalArgumentException("a count is 0 or more, not " + value);
  }

  /// A count of nothing.
  static DecayedCount none() {
    return new DecayedCount(0, Instant.EPOCH);
  }

  static DecayedCount of(RelationStore.Faded count) {
    return new DecayedCount(count.weight(), count.moment());
  }

  /// What the count is worth at a time; before its own, what it is worth then.
  public double at(Instant time) {
    return value * remains(instant, time);
  }

  /// With something added that happened at a time, which may be before what was counted last.
  public DecayedCount plus(double amount, Instant time) {
    var later = time.isAfter(instant) ? time : instant;
    return new DecayedCount(at(later) + amount * remains(time, later), later);
  }

  private static double remains(Instant from, Instant to) {
    var age = Math.max(0, Duration.between(from, to).toSeconds());
    return Math.pow(0.5, (double) age / RelationStore.HALF_LIFE.toSeconds());
  }
}
