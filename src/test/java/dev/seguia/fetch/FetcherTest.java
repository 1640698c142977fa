package dev.seguia.fetch;

import static dev.seguia.fetch.Fetching.fetch;
import static dev.seguia.fetch.Fetching.fetched;
import static dev.seguia.fetch.Fetching.fetcher;
import static dev.seguia.fetch.Fetching.reason;
import static dev.seguia.testing.TestServer.answer;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seguia.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FetcherTest {
  private static final byte[] NOTHING = {};

  @Test
  void bringsTheDocumentWithItsTypeAndValidators() throws InterruptedException {
    try (var server = new TestServer()) {
      server.on(
          "/feed",
          exchange -> {
            exchange
                .getResponseHeaders()
                .set("Content-Type", "application/atom+xml; charset=utf-8");
            exchange.getResponseHeaders().set("ETag", "W/\"a b\"");
            exchange.getResponseHeaders().set("Last-Modified", "yesterday");
            exchange.getResponseHeaders().set("Cache-Control", "public, max-age=600");
            answer(exchange, 200, "<feed/>".getBytes(UTF_8));
          });
      var document = fetched(fetch(server.url("/feed")));
      assertThat(document.body()).asString(UTF_8).isEqualTo("<feed/>");
      assertThat(document.location()).isEqualTo(server.url("/feed"));
      assertThat(document.contentType()).contains("application/atom+xml; charset=utf-8");
      assertThat(document.validators())
          .isEqualTo(
              new Validators(
                  Optional.of("W/\"a b\""),
                  Optional.of("yesterday"),
                  Optional.of(server.url("/feed"))));
      assertThat(document.maxAge()).contains(Duration.ofMinutes(10));
      assertThat(document.movedTo()).isEmpty();
    }
  }

  @Test
  void sendsTheValidatorsBackToTheLetterAndReportsNotModified() throws Exception {
    var validators = new Validators(Optional.of("W/\"é\u0085,\""), Optional.of("Fri, 14 nov 25"));
    try (var server = RawServer.saying("HTTP/1.1 304 Not Modified\r\n\r\n");
        var fetcher = fetcher()) {
      assertThat(fetcher.fetch(server.url("/feed"), validators))
          .isEqualTo(new FetchResult.NotModified(validators, Optional.empty(), Optional.empty()));
      assertThat(server.requests().getFirst())
          .contains("If-None-Match: W/\"é\u0085,\"\n")
          .contains("If-Modified-Since: Fri, 14 nov 25\n");
    }
  }

  @Test
  void takesTheNewEtagOfA304() throws InterruptedException {
    try (var server = new TestServer();
        var fetcher = fetcher()) {
      server.on(
          "/feed",
          exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"new\"");
            exchange.sendResponseHeaders(304, -1);
          });
      var old = new Validators(Optional.of("\"old\""), Optional.of("some date"));
      var renewed = new Validators(Optional.of("\"new\""), Optional.of("some date"));
      assertThat(fetcher.fetch(server.url("/feed"), old))
          .isEqualTo(new FetchResult.NotModified(renewed, Optional.empty(), Optional.empty()));
    }
  }

  @Test
  void forgetsTheValidatorsWhenA200CarriesNone() throws InterruptedException {
    try (var server = new TestServer();
        var fetcher = fetcher()) {
      server.serve("/feed", "text/xml", "<rss/>");
      var old = new Validators(Optional.of("\"old\""), Optional.empty());
      assertThat(fetched(fetcher.fetch(server.url("/feed"), old)).validators())
          .isEqualTo(Validators.none());
    }
  }

  @Test
  void saysWhoAsksAndForWhatAndNothingElse() throws InterruptedException {
    try (var server = new TestServer()) {
      server.serve("/feed", "text/xml", "<rss/>");
      fetch(server.url("/feed"));
      var request = server.requests().getFirst();
      assertThat(request.method()).isEqualTo("GET");
      assertThat(request.header("User-Agent")).isEqualTo(Fetching.USER_AGENT);
      assertThat(request.header("Accept")).contains("application/atom+xml", "*/*;q=0.1");
      assertThat(request.header("Accept-Encoding")).isEqualTo("gzip, br");
      assertThat(request.headers().keySet())
          .containsExactlyInAnyOrder(
              "Host", "User-agent", "Accept", "Accept-encoding", "Connection");
    }
  }

  @Test
  void sendsNoCookieBack() throws InterruptedException {
    try (var server = new TestServer();
        var fetcher = fetcher()) {
      server.on(
          "/feed",
          exchange -> {
            exchange.getResponseHeaders().set("Set-Cookie", "who=me; Path=/");
            answer(exchange, 200, "<rss/>".getBytes(UTF_8));
          });
      fetcher.fetch(server.url("/feed"), Validators.none());
      fetcher.fetch(server.url("/feed"), Validators.none());
      assertThat(server.requests().getLast().header("Cookie")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "404, HTTP 404 Not Found",
    "401, HTTP 401 Unauthorized",
    "500, HTTP 500 Internal Server Error",
    "204, HTTP 204 No Content",
    "206, HTTP 206 Partial Content",
    "300, HTTP 300 Multiple Choices",
    "599, HTTP 599"
  })
  void namesAStatusThatBringsNoDocument(int status, String reason) throws InterruptedException {
    try (var server = new TestServer()) {
      server.on("/feed", exchange -> answer(exchange, status, NOTHING));
      var isAbsent = status / 100 == 4;
      assertThat(fetch(server.url("/feed")))
          .isEqualTo(new FetchResult.Unavailable(reason, isAbsent));
    }
  }

  @Test
  void knowsThatADocumentIsGone() throws InterruptedException {
    try (var server = new TestServer()) {
      server.on("/feed", exchange -> answer(exchange, 410, NOTHING));
      assertThat(fetch(server.url("/feed"))).isEqualTo(new FetchResult.Gone());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void hearsWhenToComeBack(int status) throws InterruptedException {
    try (var server = new TestServer()) {
      server.on(
          "/feed",
          exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "120");
            answer(exchange, status, NOTHING);
          });
      assertThat(fetch(server.url("/feed")))
          .isEqualTo(
              new FetchResult.Throttled(
                  status,
                  Optional.of(Duration.ofMinutes(2)),
                  status == 429 ? Site.of(server.url("/")) : Optional.empty()));
      assertThat(server.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://no-such-host.invalid/feed, no such host: no-such-host.invalid",
    "http://127.0.0.1:1025/feed, connection refused by 127.0.0.1:1025"
  })
  void saysWhyAHostCannotBeReached(URI url, String reason) throws InterruptedException {
    assertThat(fetch(url)).isEqualTo(new FetchResult.Unavailable(reason, false));
  }

  @Test
  void heedsNoProxyOfTheSystem() throws InterruptedException {
    System.setProperty("http.proxyHost", "127.0.0.1");
    System.setProperty("http.proxyPort", "1026");
    System.setProperty("http.nonProxyHosts", "");
    System.setProperty("socksProxyHost", "127.0.0.1");
    System.setProperty("socksProxyPort", "1026");
    try (var server = new TestServer()) {
      server.serve("/feed", "text/xml", "<rss/>");
      assertThat(fetch(server.url("/feed"))).isInstanceOf(FetchResult.Fetched.class);
    } finally {
      System.clearProperty("http.proxyHost");
      System.clearProperty("http.proxyPort");
      System.clearProperty("http.nonProxyHosts");
      System.clearProperty("socksProxyHost");
      System.clearProperty("socksProxyPort");
    }
  }

  @Test
  void asksAsManyAtATimeAsTheHostMaySee() throws InterruptedException {
    var all = new CountDownLatch(64);
    try (var server = new TestServer();
        var fetcher = fetcher();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      server.on(
          "/feed",
          exchange -> {
            all.countDown();
            await(all);
            answer(exchange, 200, "<rss/>".getBytes(UTF_8));
          });
      Callable<FetchResult> poll = () -> fetcher.fetch(server.url("/feed"), Validators.none());
      var results = threads.invokeAll(IntStream.range(0, 64).mapToObj(_ -> poll).toList());
      assertThat(results).allMatch(done -> done.resultNow() instanceof FetchResult.Fetched);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void keepsAConnectionForTheNextRequest() throws Exception {
    var answer = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<rss/>".getBytes(UTF_8);
    try (var server = new RawServer(out -> out.write(answer));
        var fetcher = fetcher()) {
      for (int i = 0; i < 5; i++) fetched(fetcher.fetch(server.url("/feed"), Validators.none()));
      assertThat(server.requests()).hasSize(5);
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void asksAgainOnceWhenAKeptConnectionWasClosed() throws Exception {
    var answer = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<rss/>".getBytes(UTF_8);
    var turn = new AtomicInteger();
    // the second request of a connection is read, and the connection closed instead of an answer
    try (var server =
            new RawServer(out -> {
              if (turn.incrementAndGet() == 2) throw new IOException("stale");
              out.write(answer);
            });
        var fetcher = fetcher()) {
      fetched(fetcher.fetch(server.url("/feed"), Validators.none()));
      fetched(fetcher.fetch(server.url("/feed"), Validators.none()));
      assertThat(server.requests()).hasSize(3);
    }
  }

  @Test
  void asksOnlyOnceWhenAFreshConnectionIsClosed() throws Exception {
    try (var server = RawServer.saying("")) {
      assertThat(reason(fetch(server.url("/feed"))))
          .endsWith("closed the connection without a response");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void stopsWhenItIsInterrupted() throws Exception {
    try (var server = RawServer.dripping("HTTP/1.1 200 OK\r\n\r\n", "x");
        var fetcher = fetcher()) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> fetcher.fetch(server.url("/feed"), Validators.none()))
          .isInstanceOf(InterruptedException.class);
    }
  }

  @Test
  void asksNothingMoreOnceItIsClosedThoughManyWaitForTheirTurn() throws Exception {
    var end = new CountDownLatch(1);
    try (var server = new TestServer();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      server.on("/feed", _ -> await(end));
      var asked = IntStream.range(0, 50).mapToObj(at -> server.url("/feed?" + at)).toList();
      var fetcher = fetcher(Duration.ofSeconds(10), Fetching.loopback(), 1);
      var fetches =
          asked.stream()
              .map(url -> threads.submit(() -> fetcher.fetch(url, Validators.none())))
              .toList();
      Awaitility.await().until(() -> server.requests().size() == 1);
      fetcher.close();
      var given = 0;
      for (var fetch : fetches)
        try {
          assertThat(reason(fetch.get())).isNotBlank();
          given++;
        } catch (ExecutionException e) {
          assertThat(e).hasCauseInstanceOf(InterruptedException.class);
        }
      assertThat(given).as("fetches that were broken off").isLessThanOrEqualTo(1);
      assertThat(server.requests()).hasSize(1);
      end.countDown();
    }
  }
}
