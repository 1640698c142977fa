package dev.seguia.fetch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// Limits concurrency and rate of requests per host, and concurrency overall. Waiting requests are
/// served in order, and a request that waits for one host does not block other hosts. Remembers the
/// servers that asked us to wait (back-off).
public final class HostGate {
  /// Limit: pause after a 429 or 503 without `Retry-After`.
  private static final Duration USUAL_REST = Duration.ofMinutes(5);

  private final int perHost;
  private final Semaphore total;
  private final Semaphore doubtful;
  private final ServerBackoff rests;
  private final HostDelay spacing;
  private final Map<String, Gate> gates = new ConcurrentHashMap<>();

  /// The permit for one request, released by closing it.
  interface Permit extends AutoCloseable {
    @Override
    void close();
  }

  /// @param users how many hold a permit or wait for one; the last to leave takes the gate away
  private record Gate(Semaphore permits, int users) {
    Gate with(int more) {
      return new Gate(permits, users + more);
    }
  }

  /// A gate without a delay between two requests.
  ///
  /// @param total the most requests at one time, to all hosts together
  public HostGate(int perHost, int total) {
    this(perHost, total, new ServerBackoff(USUAL_REST, System::nanoTime), HostDelay.none());
  }

  /// @param total the most requests at one time, to all hosts together
  public HostGate(int perHost, int total, ServerBackoff rests, HostDelay spacing) {
    this.perHost = perHost;
    this.total = new Semaphore(total, true);
    this.doubtful = new Semaphore(Math.max(1, total / 2), true);
    this.rests = rests;
    this.spacing = spacing;
  }

  /// Waits until the host may be asked.
  Permit enter(String host, FetchPriority priority) throws InterruptedException {
    return enter(host, priority, Duration.ZERO);
  }

  /// Waits until the host may be asked.
  ///
  /// @param pause after this request, if the host wants a longer one than is usual here
  Permit enter(String host, FetchPriority priority, Duration pause) throws InterruptedException {
    var key = host.toLowerCase(Locale.ROOT);
    var gate = gates.compute(key, (_, old) -> old == null ? fresh() : old.with(1));
    try {
      var permits = taken(key, gate.permits(), priority, pause);
      return () -> {
        permits.forEach(Semaphore::release);
        leave(key);
      };
    } catch (InterruptedException e) {
      leave(key);
      throw e;
    }
  }

  /// Takes one permit of each limit, the narrowest first: a request that waits for one permit holds
  /// none that all others need.
  private List<Semaphore> taken(String key, Semaphore host, FetchPriority priority, Duration pause)
      throws InterruptedException {
    var shared = priority == FetchPriority.PROVEN ? List.of(total) : List.of(doubtful, total);
    var held = new ArrayList<Semaphore>();
    try {
      take(host, held);
      Thread.sleep(spacing.turn(key, pause));
      for (var permits : shared) take(permits, held);
      spacing.begun(key, pause);
      return held;
    } catch (InterruptedException e) {
      held.forEach(Semaphore::release);
      throw e;
    }
  }

  private static void take(Semaphore permits, List<Semaphore> held) throws InterruptedException {
    permits.acquire();
    held.add(permits);
  }

  private Gate fresh() {
    return new Gate(new Semaphore(perHost, true), 1);
  }

  private void leave(String key) {
    gates.computeIfPresent(key, (_, gate) -> gate.users() == 1 ? null : gate.with(-1));
  }

  ServerBackoff rests() {
    return rests;
  }

  /// The number of hosts that are being requested or waited for.
  int size() {
    return gates.size();
  }
}
