package dev.seguia.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.testing.TestServer;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What becomes of the other documents of a server that says 429 (RFC 6585 section 4).
final class ServerBackoffTest {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE); // it may run over
  private final ServerBackoff rests = new ServerBackoff(Duration.ofMinutes(5), nanos::get);
  private final Site site = Site.of(URI.create("http://h.example/")).orElseThrow();

  @Test
  void lastAsLongAsTheServerAsked() {
    rests.begin(site, Optional.of(Duration.ofHours(1)));
    pass(Duration.ofMinutes(59));
    assertThat(rests.left(site)).contains(Duration.ofMinutes(1));
    pass(Duration.ofMinutes(1));
    assertThat(rests.left(site)).isEmpty();
  }

  @Test
  void lastAsLongAsUsualWhereTheServerDoesNotSay() {
    rests.begin(site, Optional.empty());
    assertThat(rests.left(site)).contains(Duration.ofMinutes(5));
  }

  @Test
  void areNotShortenedByALaterAnswer() {
    rests.begin(site, Optional.of(Duration.ofHours(1)));
    rests.begin(site, Optional.of(Duration.ofMinutes(1)));
    assertThat(rests.left(site)).contains(Duration.ofHours(1));
  }

  @ParameterizedTest
  @CsvSource({
    "http://h.example/a, https://H.example:443/b, true",
    "http://h.example/a, http://h.example.:80/, true",
    "http://h.example/a, http://h.example:8080/, false",
    "http://h.example/a, http://www.h.example/, false"
  })
  void areThoseOfAServerAtWhateverSpelling(URI one, URI other, boolean same) {
    assertThat(Site.of(one).equals(Site.of(other))).isEqualTo(same);
  }

  @Test
  void spareTheServerFromThoseWhoWaitedForTheirTurn() throws Exception {
    try (var server = new TestServer();
        var fetcher = fetcher(Duration.ofMinutes(5));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      server.on("/", exchange -> TestServer.answer(exchange, 429, new byte[0]));
      var fetches =
          Stream.of("/1", "/2", "/3", "/4", "/5")
              .<Callable<FetchResult>>map(
                  path -> () -> fetcher.fetch(server.url(path), Validators.none()))
              .toList();
      var results = threads.invokeAll(fetches).stream().map(done -> done.resultNow()).toList();
      assertThat(results).filteredOn(FetchResult.Throttled.class::isInstance).hasSize(1);
      assertThat(results).filteredOn(FetchResult.BackingOff.class::isInstance).hasSize(4);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void spareAServerThatARedirectLeadsToAsWell() throws Exception {
    try (var busy = new TestServer();
        var server = new TestServer();
        var fetcher = fetcher(Duration.ofMinutes(5))) {
      busy.on("/", exchange -> TestServer.answer(exchange, 429, new byte[0]));
      server.on(
          "/",
          exchange -> {
            exchange.getResponseHeaders().set("Location", busy.url("/feed").toString());
            TestServer.answer(exchange, 302, new byte[0]);
          });
      fetcher.fetch(busy.url("/other"), Validators.none());
      assertThat(fetcher.fetch(server.url("/"), Validators.none()))
          .isInstanceOf(FetchResult.BackingOff.class);
      assertThat(busy.requests()).hasSize(1);
    }
  }

  private static Fetcher fetcher(Duration rest) {
    return Fetching.fetcher(
        Duration.ofSeconds(10),
        HttpClientFactory.ofSystem(Fetching.USER_AGENT),
        Fetching.loopback(),
        new HostGate(1, 64, new ServerBackoff(rest, () -> 0), HostDelay.none()));
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
