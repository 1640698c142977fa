package dev.seguia.fetch;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// Rate limit per host: the minimum time between the starts of two requests to one host.
///
/// It outlives a restart without being written down: whoever asked a host before has ended when
/// this begins, so that no host is asked until as much time has passed.
public final class HostDelay {
  /// Redirects may lead to any number of hosts.
  private static final int MANY = 1_000;

  private final long pause;
  private final long first;
  private final LongSupplier nanos;
  private final Map<String, Long> next = new ConcurrentHashMap<>();

  private HostDelay(Duration pause, long first, LongSupplier nanos) {
    this.pause = pause.toNanos();
    this.first = first;
    this.nanos = nanos;
  }

  /// For a process that continues after another one has made requests.
  ///
  /// @param pause between two requests to one host
  /// @param nanos a monotonic clock (nanoseconds, any origin)
  public static HostDelay afterARestart(Duration pause, LongSupplier nanos) {
    return new HostDelay(pause, nanos.getAsLong() + pause.toNanos(), nanos);
  }

  /// For requests of a person, who does not wait before the first one.
  ///
  /// @param pause between two requests to one host
  /// @param nanos a monotonic clock (nanoseconds, any origin)
  public static HostDelay fromNow(Duration pause, LongSupplier nanos) {
    return new HostDelay(pause, nanos.getAsLong(), nanos);
  }

  /// No rate limit.
  public static HostDelay none() {
    return fromNow(Duration.ZERO, () -> 0);
  }

  /// Takes the next turn at a host.
  ///
  /// @return how long it is until then, from now on
  Duration turn(String host) {
    return turn(host, Duration.ZERO);
  }

  /// Takes the next turn at a host that may ask for a longer pause after it.
  Duration turn(String host, Duration wish) {
    var wait = Math.max(pause, wish.toNanos());
    var now = nanos.getAsLong();
    if (next.size() > MANY) next.values().removeIf(end -> end - now <= 0);
    var end = next.merge(host, later(first, now) + wait, (old, _) -> later(old, now) + wait);
    return Duration.ofNanos(end - wait - now);
  }

  /// Records that a turn was used, which may have been later than planned.
  void begun(String host) {
    begun(host, Duration.ZERO);
  }

  /// Records that a turn was used at a host that may ask for a longer pause after it.
  void begun(String host, Duration wish) {
    next.merge(host, nanos.getAsLong() + Math.max(pause, wish.toNanos()), HostDelay::later);
  }

  /// The later of two times of a clock that may overflow.
  private static long later(long one, long other) {
    return one - other > 0 ? one : other;
  }
}
