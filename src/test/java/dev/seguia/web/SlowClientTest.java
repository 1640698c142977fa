package dev.seguia.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Clients that want to be waited for.
final class SlowClientTest {
  private static final int MANY = 200;
  private static final String REQUEST = "GET /feeds/all.atom HTTP/1.1\r\nHost: x\r\n";
  private static final byte[] LARGE = new byte[8 << 20];
  private static final ClientLimits PATIENT = ClientLimits.defaults();
  private static final ClientLimits HASTY =
      new ClientLimits(4096, 128, Duration.ofSeconds(2), Duration.ofSeconds(2), 16 << 20, false);

  private final List<Socket> slow = new ArrayList<>();

  @AfterEach
  void hangUp() throws IOException {
    for (var socket : slow) socket.close();
  }

  @Test
  void aHealthyClientIsServedWhileManyDripTheirHeaders() throws IOException {
    try (var world = world(PATIENT)) {
      for (var i = 0; i < MANY; i++) drip(world, "GET / HTTP/1.1\r\nHo");
      for (var round = 0; round < 20; round++) {
        for (var socket : slow) ServerWorld.send(socket, round == 0 ? "st: x\r\nA: " : "a");
        assertIsServed(world);
      }
    }
  }

  @Test
  void aHealthyClientIsServedWhileManyDoNotReadTheirAnswers() throws IOException {
    try (var world = world(PATIENT)) {
      for (var i = 0; i < MANY; i++) drip(world, "GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
      for (var round = 0; round < 20; round++) assertIsServed(world);
    }
  }

  @Test
  void aHealthyClientIsServedWhileManySendNoEndOfTheirBodies() throws IOException {
    try (var world = world(PATIENT)) {
      for (var i = 0; i < MANY; i++)
        drip(world, "POST /poll HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\na");
      for (var round = 0; round < 20; round++) assertIsServed(world);
    }
  }

  @Test
  void whoDripsItsHeadersIsHungUpOn() throws IOException {
    try (var world = world(HASTY)) {
      var socket = drip(world, "GET / HTTP/1.1\r\nHost: x\r\nA: ");
      await(() -> !takes(socket, "a"));
    }
  }

  @Test
  void whoDoesNotReadItsAnswerIsHungUpOn() throws IOException {
    try (var world = world(HASTY)) {
      var socket = drip(world, "GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
      await(() -> !takes(socket, "a"));
    }
  }

  @Test
  void whoAsksAgainAndAgainIsNot() throws IOException {
    try (var world = world(HASTY);
        var socket = world.connect()) {
      var end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
      while (System.nanoTime() < end) {
        ServerWorld.send(socket, "HEAD /healthz HTTP/1.1\r\nHost: x\r\n\r\n");
        assertThat(line(socket)).startsWith("HTTP/1.1 200");
        Awaitility.await().pollDelay(Duration.ofMillis(300)).until(() -> true);
      }
    }
  }

  @Test
  void oneAddressHoldsNoMoreConnectionsThanItsShare() {
    var limits = new ClientLimits(100, 10, Duration.ofSeconds(60), Duration.ofSeconds(60), 1, true);
    try (var world = world(limits)) {
      for (var i = 0; i < 30; i++) slow.add(world.connect());
      await(() -> slow.stream().filter(SlowClientTest::isOpen).count() == 10);
    }
  }

  @Test
  void aPlaceThatIsGivenBackIsGivenAgain() throws IOException {
    var limits = new ClientLimits(100, 5, Duration.ofSeconds(60), Duration.ofSeconds(60), 1, true);
    try (var world = world(limits)) {
      for (var i = 0; i < 50; i++)
        assertThat(world.exchange(REQUEST + "Connection: close\r\n\r\n"))
            .startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void whoHasWaitedLongestGivesWayToOthers() throws IOException {
    var limits =
        new ClientLimits(20, 100, Duration.ofSeconds(60), Duration.ofSeconds(60), 1, false);
    try (var world = world(limits)) {
      for (var i = 0; i < 60; i++) drip(world, "GET / HTTP/1.1\r\n");
      assertIsServed(world);
      await(() -> slow.stream().filter(SlowClientTest::isOpen).count() <= 20);
      assertThat(isOpen(slow.getLast())).isTrue();
    }
  }

  private static ServerWorld world(ClientLimits limits) {
    return new ServerWorld(
        limits,
        Route.get("/large", _ -> Response.of(200, "application/octet-stream", LARGE)),
        new Route("POST", "/poll", _ -> Response.words(200, "polled")));
  }

  private Socket drip(ServerWorld world, String beginning) throws IOException {
    var socket = world.connect();
    slow.add(socket);
    ServerWorld.send(socket, beginning);
    return socket;
  }

  private static void assertIsServed(ServerWorld world) {
    var begin = System.nanoTime();
    assertThat(world.exchange(REQUEST + "Connection: close\r\n\r\n")).startsWith("HTTP/1.1 200");
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(2));
  }

  private static boolean takes(Socket socket, String text) {
    try {
      ServerWorld.send(socket, text);
      return true;
    } catch (IOException hungUp) {
      return false;
    }
  }

  /// Whether the server has not hung up.
  private static boolean isOpen(Socket socket) {
    try {
      socket.setSoTimeout(20);
      return socket.getInputStream().read() >= 0;
    } catch (SocketTimeoutException stillOpen) {
      return true;
    } catch (IOException reset) {
      return false;
    }
  }

  private static String line(Socket socket) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      var octet = socket.getInputStream().read();
      if (octet < 0) return "hung up";
      head.append((char) octet);
    }
    return head.toString();
  }

  private static void await(BooleanSupplier condition) {
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(condition::getAsBoolean);
  }
}
