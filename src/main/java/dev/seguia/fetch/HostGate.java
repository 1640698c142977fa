package dev.seguia.fetch;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// Bounds how many requests one host sees from us at a time. Those who wait are served in turn, and
/// hosts do not wait for one another.
public final class HostGate {
  private final int perHost;
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

  public HostGate(int perHost) {
    if (perHost < 1)
      throw new IllegalArgumentException("polling.per-host must be 1 or more, not " + perHost);
    this.perHost = perHost;
  }

  /// Waits until the host may be asked.
  Permit enter(String host) throws InterruptedException {
    var key = host.toLowerCase(Locale.ROOT);
    var gate = gates.compute(key, (_, old) -> old == null ? fresh() : old.with(1));
    try {
      gate.permits().acquire();
    } catch (InterruptedException e) {
      leave(key);
      throw e;
    }
    return () -> {
      gate.permits().release();
      leave(key);
    };
  }

  private Gate fresh() {
    return new Gate(new Semaphore(perHost, true), 1);
  }

  private void leave(String key) {
    gates.computeIfPresent(key, (_, gate) -> gate.users() == 1 ? null : gate.with(-1));
  }

  /// How many hosts are being asked, or waited for.
  int size() {
    return gates.size();
  }
}
