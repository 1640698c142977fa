package dev.seguia.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is sent to an address that takes a form, byte for byte.
@Timeout(60)
final class FormTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final ClientLimits HASTY =
      new ClientLimits(4096, 128, Duration.ofSeconds(2), Duration.ofSeconds(2), 16 << 20, false);

  private static ServerWorld world(ClientLimits limits) {
    return new ServerWorld(
        limits,
        Route.form("/form", request -> Response.words(200, "a is " + request.field("a"))),
        new Route("POST", "/bare", request -> Response.words(200, "bare " + request.form())));
  }

  private static String post(String path, String type, int length, String body) {
    return head(path)
        + "Content-Type: "
        + type
        + "\r\nContent-Length: "
        + length
        + "\r\n\r\n"
        + body;
  }

  private static String head(String path) {
    return "POST " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
  }

  @ParameterizedTest
  @CsvSource({
    "a=b, Optional[b]",
    "x=y&a=b&a=c, Optional[b]",
    "a=caf%C3%A9+noir%26, Optional[café noir&]",
    "a, Optional[]",
    "b=c, Optional.empty"
  })
  void isReadByItsFields(String body, String field) {
    try (var world = world(ClientLimits.defaults())) {
      var answer = world.exchange(post("/form", FORM + "; charset=UTF-8", body.length(), body));
      assertThat(
              new String(
                  answer.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1),
                  java.nio.charset.StandardCharsets.UTF_8))
          .startsWith("HTTP/1.1 200 ")
          .endsWith("a is " + field + "\n");
    }
  }

  @Test
  void mayBeEmpty() {
    try (var world = world(ClientLimits.defaults())) {
      assertThat(world.exchange(post("/form", FORM, 0, ""))).startsWith("HTTP/1.1 200 ");
      assertThat(world.exchange(head("/form") + "\r\n")).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void mayBeOfSixteenKibibytesAndNoMore() {
    try (var world = world(ClientLimits.defaults())) {
      var longest = "a=" + "b".repeat(FormBody.LONGEST - 2);
      assertThat(world.exchange(post("/form", FORM, longest.length(), longest)))
          .startsWith("HTTP/1.1 200 ");
      assertThat(world.exchange(post("/form", FORM, longest.length() + 1, longest + "b")))
          .startsWith("HTTP/1.1 413 ");
      assertThat(world.exchange(post("/form", FORM, Integer.MAX_VALUE, "a=b")))
          .startsWith("HTTP/1.1 413 ");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "text/plain, 415",
    "multipart/form-data; boundary=x, 415",
    "application/json, 415",
    "'', 415",
    FORM + "x, 415",
    "Application/X-WWW-Form-Urlencoded, 200"
  })
  void isOfOneTypeOnly(String type, int status) {
    try (var world = world(ClientLimits.defaults())) {
      assertThat(world.exchange(post("/form", type, 3, "a=b"))).startsWith("HTTP/1.1 " + status);
    }
  }

  @Test
  void saysHowLongItIs() {
    try (var world = world(ClientLimits.defaults())) {
      var chunked = "Transfer-Encoding: chunked\r\n\r\n3\r\na=b\r\n0\r\n\r\n";
      assertThat(world.exchange(head("/form") + "Content-Type: " + FORM + "\r\n" + chunked))
          .startsWith("HTTP/1.1 411 ");
    }
  }

  @Test
  void isRefusedWhereItIsNotWellEncoded() {
    try (var world = world(ClientLimits.defaults())) {
      assertThat(world.exchange(post("/form", FORM, 5, "a=%zz"))).startsWith("HTTP/1.1 400 ");
      assertThat(world.exchange(post("/form", FORM, 3, "%=b"))).startsWith("HTTP/1.1 400 ");
    }
  }

  @ParameterizedTest
  @CsvSource({"/bare, 413", "/healthz, 405", "/nothing, 404"})
  void isTakenAtNoOtherAddress(String path, int status) {
    try (var world = world(ClientLimits.defaults())) {
      assertThat(world.exchange(post(path, FORM, 3, "a=b"))).startsWith("HTTP/1.1 " + status);
    }
  }

  @Test
  void isPostedOnly() {
    try (var world = world(ClientLimits.defaults())) {
      var put = post("/form", FORM, 3, "a=b").replace("POST", "PUT");
      assertThat(world.exchange(put)).startsWith("HTTP/1.1 405 ");
      var get = post("/form", FORM, 3, "a=b").replace("POST", "GET");
      assertThat(world.exchange(get)).startsWith("HTTP/1.1 405 ");
    }
  }

  @Test
  void thatComesAfterAnotherOnTheSameConnectionIsReadToo() throws IOException {
    try (var world = world(ClientLimits.defaults())) {
      var kept = post("/form", FORM, 3, "a=b").replace("Connection: close\r\n", "");
      assertThat(world.exchange(kept + kept + post("/form", FORM, 3, "a=c")))
          .contains("a is Optional[b]", "a is Optional[c]");
    }
  }

  @Test
  void whoDripsItIsHungUpOn() throws IOException {
    try (var world = world(HASTY);
        var socket = world.connect()) {
      ServerWorld.send(socket, post("/form", FORM, 16_000, "a="));
      Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !takes(socket));
    }
  }

  @Test
  void othersAreServedWhileManyDoNotSendItsEnd() throws IOException {
    var slow = new ArrayList<Socket>();
    try (var world = world(ClientLimits.defaults())) {
      for (var i = 0; i < 200; i++) {
        slow.add(world.connect());
        ServerWorld.send(slow.getLast(), post("/form", FORM, 16_000, "a="));
      }
      for (var round = 0; round < 20; round++)
        assertThat(world.exchange(post("/form", FORM, 3, "a=b"))).startsWith("HTTP/1.1 200 ");
    } finally {
      for (var socket : List.copyOf(slow)) socket.close();
    }
  }

  private static boolean takes(Socket socket) {
    try {
      ServerWorld.send(socket, "b");
      return true;
    } catch (IOException hungUp) {
      return false;
    }
  }
}
