package dev.seguia.search.index;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Decides when readers of the index are refreshed.
final class RefreshPolicy {
  /// While anybody searches, what was written is found so soon.
  private static final long PAUSE = Duration.ofSeconds(2).toNanos();

  /// After this long without a search, readers are considered gone.
  private static final long GONE = Duration.ofMinutes(1).toNanos();

  private final LongSupplier nanos;
  private volatile boolean unseen;
  private volatile long shownAt;
  private volatile long readAt;

  /// @param nanos a monotonic clock
  RefreshPolicy(LongSupplier nanos) {
    this.nanos = nanos;
    shownAt = nanos.getAsLong();
    readAt = nanos.getAsLong() - GONE;
  }

  void written() {
    unseen = true;
  }

  void shown() {
    unseen = false;
    shownAt = nanos.getAsLong();
  }

  void read() {
    readAt = nanos.getAsLong();
  }

  /// Whether there is something that readers, of whom there are some, do not see yet.
  boolean isDue() {
    return isOld() && nanos.getAsLong() - readAt < GONE;
  }

  /// Whether there is something that readers have not seen for some time.
  boolean isOld() {
    return unseen && nanos.getAsLong() - shownAt >= PAUSE;
  }
}
