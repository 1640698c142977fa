package dev.seguia.fetch;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// Back-off per server: which servers asked us to come back later, and until when.
public final class ServerBackoff {
  private final Duration usual;
  private final LongSupplier nanos;
  private final Map<Site, Long> ends = new ConcurrentHashMap<>();

  /// @param usual how long a server rests that does not say for how long
  /// @param nanos a monotonic clock (nanoseconds)
  public ServerBackoff(Duration usual, LongSupplier nanos) {
    this.usual = usual;
    this.nanos = nanos;
  }

  void begin(Site site, Optional<Duration> asked) {
    var rest = asked.orElse(usual);
    ends.merge(
        site, nanos.getAsLong() + rest.toNanos(), (one, other) -> one - other > 0 ? one : other);
  }

  /// The remaining back-off; empty if the server may be requested.
  Optional<Duration> left(Site site) {
    var end = ends.get(site);
    if (end == null) return Optional.empty();
    var left = end - nanos.getAsLong();
    if (left > 0) return Optional.of(Duration.ofNanos(left));
    ends.remove(site, end);
    return Optional.empty();
  }
}
