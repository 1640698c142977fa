package dev.seguia.fetch;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// The servers that have asked us to come later, and for how long they are still left alone.
public final class ServerBackoff {
  private final Duration usual;
  private final LongSupplier nanos;
  private final Map<Site, Long> ends = new ConcurrentHashMap<>();

  /// @param usual how long a server rests that does not say for how long
  /// @param nanos a clock that no one sets
  public ServerBackoff(Duration usual, LongSupplier nanos) {
    this.usual = usual;
    this.nanos = nanos;
  }

  void begin(Site site, Optional<Duration> asked) {
    var rest = asked.orElse(usual);
    ends.merge(
        site, nanos.getAsLong() + rest.toNanos(), (one, other) -> one - other > 0 ? one : other);
  }

  /// Empty if the server may be asked.
  Optional<Duration> left(Site site) {
    var end = ends.get(site);
    if (end == null) return Optional.empty();
    var left = end - nanos.getAsLong();
    if (left > 0) return Optional.of(Duration.ofNanos(left));
    ends.remove(site, end);
    return Optional.empty();
  }
}
