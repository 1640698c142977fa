package dev.seguia.poll;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.seguia.source.Source;
import dev.seguia.testing.TestServer;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Servers whose 304 says nothing.
final class FrozenSourceTest {
  private final PollWorld world = new PollWorld();
  private final Source source = world.source("/feed");
  private int items = 1;

  @AfterEach
  void close() {
    world.close();
  }

  private static byte[] feed(int items) {
    return IntStream.rangeClosed(1, items)
        .mapToObj(
            "<item><title>Item %1$d</title><link>https://s.example/%1$d</link></item>"::formatted)
        .collect(
            Collectors.joining(
                "", "<rss version='2.0'><channel><title>S</title>", "</channel></rss>"))
        .getBytes(UTF_8);
  }

  private static boolean hasConditions(HttpExchange exchange) {
    return exchange.getRequestHeaders().containsKey("If-None-Match")
        || exchange.getRequestHeaders().containsKey("If-Modified-Since");
  }

  private void polls(int count) throws InterruptedException {
    for (var poll = 0; poll < count; poll++) {
      world.clock.advance(Duration.ofHours(1));
      assertThat(world.poll(source).isSuccess()).isTrue();
    }
  }

  private long unconditional() {
    return world.server.requests().stream()
        .filter(request -> request.header("If-None-Match").isEmpty())
        .filter(request -> request.header("If-Modified-Since").isEmpty())
        .count();
  }

  @ParameterizedTest
  @CsvSource({
    "\"1\", ''",
    "W/\"1\", ''",
    "'', 'Fri, 14 Nov 2025 10:00:00 GMT'",
    "\"1\", 'Fri, 14 Nov 2025 10:00:00 GMT'",
    "\"1\", 'Sat, 16 Nov 2041 19:11:00 GMT'",
    "'', 'Sat, 16 Nov 2041 19:11:00 GMT'"
  })
  void getsNewsFromAServerThatSaysNotModifiedForEver(String etag, String lastModified)
      throws InterruptedException {
    world.server.on(
        "/feed",
        exchange -> {
          if (!etag.isEmpty()) exchange.getResponseHeaders().set("ETag", etag);
          if (!lastModified.isEmpty())
            exchange.getResponseHeaders().set("Last-Modified", lastModified);
          if (hasConditions(exchange)) TestServer.answer(exchange, 304, new byte[0]);
          else TestServer.answer(exchange, 200, feed(items));
        });
    polls(2);
    items = 2;
    polls(7);
    assertThat(world.all()).hasSize(2);
    // The same validators for another document: they are not believed any more.
    items = 3;
    polls(1);
    assertThat(world.all()).hasSize(3);
  }

  @Test
  void believesAServerThatTellsDocumentsApartAgain() throws InterruptedException {
    frozen();
    polls(1);
    items = 2;
    polls(8);
    sound();
    items = 3;
    polls(1);
    var before = unconditional();
    polls(4);
    assertThat(unconditional()).isEqualTo(before);
  }

  private void frozen() {
    world.server.on(
        "/feed",
        exchange -> {
          exchange.getResponseHeaders().set("ETag", "\"always\"");
          if (hasConditions(exchange)) TestServer.answer(exchange, 304, new byte[0]);
          else TestServer.answer(exchange, 200, feed(items));
        });
  }

  private void sound() {
    world.server.on("/feed", this::answerSoundly);
  }

  private void answerSoundly(HttpExchange exchange) throws IOException {
    var etag = "\"%d\"".formatted(items);
    exchange.getResponseHeaders().set("ETag", etag);
    var isKnown = etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
    if (isKnown) TestServer.answer(exchange, 304, new byte[0]);
    else TestServer.answer(exchange, 200, feed(items));
  }

  @Test
  void asksASoundServerSeldomWithoutNeed() throws InterruptedException {
    sound();
    polls(200);
    assertThat(unconditional()).isBetween(5L, 8L);
  }

  @Test
  void keepsItsValidatorsWhereAnUnconditionalRequestBringsA304() throws InterruptedException {
    sound();
    polls(1);
    world.server.on("/feed", exchange -> TestServer.answer(exchange, 304, new byte[0]));
    polls(30);
    assertThat(unconditional()).isBetween(3L, 5L);
  }
}
