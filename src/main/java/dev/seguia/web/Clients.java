package dev.seguia.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/// The open connections, each with a deadline for sending its request or taking its response
/// (slowloris protection). An idle timeout alone would let a client live for ever that sends a byte
/// now and then.
final class Clients extends AbstractLifeCycle implements Connection.Listener {
  private final ClientLimits limits;
  private final Scheduler scheduler;
  private final Map<Connection, Client> clients = new ConcurrentHashMap<>();
  private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();

  /// One connection. Its requests are handled one after another; the thread that enforces deadlines
  /// may read it at any time.
  private static final class Client {
    private final String address;
    private volatile boolean waiting;
    private volatile long since;
    private volatile long deadline;

    /// @param address empty where it is not counted
    Client(String address) {
      this.address = address;
    }

    /// It is our turn to wait: for a request, or for a response to be taken. The deadline comes
    /// first, or the sweep could see that of the turn before.
    void waitFor(Duration longest) {
      var now = System.nanoTime();
      deadline = now + longest.toNanos();
      since = now;
      waiting = true;
    }

    /// It is the client's turn to wait.
    void work() {
      waiting = false;
    }

    boolean isLate(long now) {
      return waiting && now - deadline > 0;
    }
  }

  Clients(ClientLimits limits, Scheduler scheduler) {
    this.limits = limits;
    this.scheduler = scheduler;
  }

  @Override
  public void onOpened(Connection connection) {
    var address = address(connection);
    var client = new Client(address);
    client.waitFor(limits.request());
    clients.put(connection, client);
    var same = address.isEmpty() ? 0 : byAddress.merge(address, 1, Integer::sum);
    if (same > limits.perAddress()) close(connection);
    else makeRoom();
  }

  @Override
  public void onClosed(Connection connection) {
    var client = clients.remove(connection);
    if (client != null && !client.address.isEmpty())
      byAddress.computeIfPresent(client.address, (_, count) -> count == 1 ? null : count - 1);
  }

  /// The headers of a request have come, and its body is still to come.
  void sending(Connection connection) {
    waitFor(connection, limits.request());
  }

  /// A request has arrived, and is being handled.
  void asked(Connection connection) {
    var client = clients.get(connection);
    if (client != null) client.work();
  }

  /// A response of so many bytes is being sent.
  void responding(Connection connection, long bytes) {
    waitFor(connection, limits.response(bytes));
  }

  /// The response has been sent.
  void responded(Connection connection) {
    waitFor(connection, limits.request());
  }

  private void waitFor(Connection connection, Duration longest) {
    var client = clients.get(connection);
    if (client != null) client.waitFor(longest);
  }

  @Override
  protected void doStart() {
    scheduler.schedule(this::sweep, 1, TimeUnit.SECONDS);
  }

  private void sweep() {
    if (!isRunning()) return;
    var now = System.nanoTime();
    clients.forEach((connection, client) -> {
      if (client.isLate(now)) close(connection);
    });
    scheduler.schedule(this::sweep, 1, TimeUnit.SECONDS);
  }

  /// One at a time, or two would choose the same to go.
  private synchronized void makeRoom() {
    if (clients.size() > limits.connections())
      clients.entrySet().stream()
          .filter(entry -> entry.getValue().waiting)
          .min(Comparator.comparingLong(entry -> entry.getValue().since))
          .ifPresent(entry -> close(entry.getKey()));
  }

  /// Not even a farewell is written: it would wait too. The place is free at once, and not only
  /// when the connection has gone.
  private void close(Connection connection) {
    onClosed(connection);
    connection.getEndPoint().close();
  }

  private String address(Connection connection) {
    if (!(connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress remote))
      return "";
    var address = remote.getAddress();
    return address.isLoopbackAddress() && !limits.countsLoopback() ? "" : network(address);
  }

  private static String network(InetAddress address) {
    var octets = address.getAddress();
    return Arrays.toString(octets.length == 4 ? octets : Arrays.copyOf(octets, 8));
  }
}
