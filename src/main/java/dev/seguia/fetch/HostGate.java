package dev.seguia.fetch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/// Bounds how many requests one host sees from us at a time, and how many there are in all. Those
/// who wait are served in turn, and whoever waits for a host takes no place from other hosts.
/// Remembers which servers have asked to be left alone.
public final class HostGate {
  private static final Duration USUAL_REST = Duration.ofMinutes(5);

  private final int perHost;
  private final Semaphore total;
  private final Semaphore doubtful;
  private final Rests rests;
  private final Map<String, Gate> gates = new ConcurrentHashMap<>();

  /// The right to one request, given back by closing it.
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

  /// @param total the most requests at one time, to all hosts together
  public HostGate(int perHost, int total) {
    this(perHost, total, USUAL_REST, System::nanoTime);
  }

  /// @param total the most requests at one time, to all hosts together
  /// @param rest how long a server is left alone that asks for less and does not say for how long
  /// @param nanos a clock that no one sets, in nanoseconds from wherever it began
  public HostGate(int perHost, int total, Duration rest, LongSupplier nanos) {
    if (perHost < 1)
      throw new IllegalArgumentException("polling.per-host must be 1 or more, not " + perHost);
    this.perHost = perHost;
    this.total = new Semaphore(total, true);
    this.doubtful = new Semaphore(Math.max(1, total / 2), true);
    this.rests = new Rests(rest, nanos);
  }

  /// Waits until the host may be asked.
  Permit enter(String host, Standing standing) throws InterruptedException {
    var key = host.toLowerCase(Locale.ROOT);
    var gate = gates.compute(key, (_, old) -> old == null ? fresh() : old.with(1));
    try {
      var permits = taken(gate.permits(), standing);
      return () -> {
        permits.forEach(Semaphore::release);
        leave(key);
      };
    } catch (InterruptedException e) {
      leave(key);
      throw e;
    }
  }

  /// One permit of each that bounds the request, the narrowest first: whoever waits for one holds
  /// none that all others need.
  private List<Semaphore> taken(Semaphore host, Standing standing) throws InterruptedException {
    var wanted =
        standing == Standing.PROVEN ? List.of(host, total) : List.of(host, doubtful, total);
    var held = new ArrayList<Semaphore>();
    try {
      for (var permits : wanted) {
        permits.acquire();
        held.add(permits);
      }
      return held;
    } catch (InterruptedException e) {
      held.forEach(Semaphore::release);
      throw e;
    }
  }

  private Gate fresh() {
    return new Gate(new Semaphore(perHost, true), 1);
  }

  private void leave(String key) {
    gates.computeIfPresent(key, (_, gate) -> gate.users() == 1 ? null : gate.with(-1));
  }

  Rests rests() {
    return rests;
  }

  /// How many hosts are being asked, or waited for.
  int size() {
    return gates.size();
  }
}
