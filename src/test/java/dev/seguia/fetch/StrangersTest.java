package dev.seguia.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.testing.TestServer;
import dev.seguia.url.Network;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What strangers name is asked for at public addresses only, whatever the user's own may reach.
final class StrangersTest {
  private final TestServer server = new TestServer().serve("/feed", "text/xml", "<rss/>");
  private final Fetcher fetcher = Fetching.fetcher();

  @AfterEach
  void close() {
    fetcher.close();
    server.close();
  }

  @Test
  void areKeptOutOfTheNetworksThatAreAllowedToTheUser() throws InterruptedException {
    var fetched = Fetching.held(fetcher.fetch(server.url("/feed"), Validators.none()));
    fetched.close();
    assertThat(fetched.document().isPublic()).isFalse();
    // The user's connection is still open: it must not be theirs.
    var result = fetcher.forStrangers().fetch(server.url("/feed"), Validators.none());
    assertThat(Fetching.reason(result))
        .contains("refused", "not a public address", "to your own lists");
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void areKeptOutOfThemByTheCrawlerWithItsRobotsToo() throws InterruptedException {
    server.serve("/robots.txt", "text/plain", "Sitemap: " + server.url("/map.xml"));
    var crawler = new Crawler(fetcher, new Robots(fetcher, System::nanoTime), System::nanoTime);
    var strangers = crawler.forStrangers();
    var result = strangers.fetch(server.url("/feed"), Validators.none(), FetchPriority.PROVEN);
    assertThat(Fetching.reason(result)).contains("not a public address");
    assertThat(strangers.sitemaps(server.url("/"))).isEmpty();
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void mayHaveWrittenWhatComesFromAPublicAddress() throws InterruptedException {
    server.on(
        "/moved",
        exchange -> {
          exchange.getResponseHeaders().set("Location", "/feed");
          TestServer.answer(exchange, 302, new byte[0]);
        });
    var all = Network.all("127.0.0.0/8");
    var guard = new AddressGuard(all, List.of()); // loopback is public here
    try (var open = Fetching.fetcher(Duration.ofSeconds(10), guard, 1)) {
      for (var path : List.of("/feed", "/moved", "/feed"))
        try (var fetched = Fetching.held(open.fetch(server.url(path), Validators.none()))) {
          assertThat(fetched.document().isPublic()).as(path).isTrue();
        }
    }
  }

  @Test
  void haveTheUsersOwnFetcherWhereNothingIsAllowed() {
    var guard = new AddressGuard(List.of());
    try (var strict = Fetching.fetcher(Duration.ofSeconds(1), guard, 1)) {
      assertThat(strict.forStrangers()).isSameAs(strict);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "8.8.8.8, true",
    "127.0.0.1, false",
    "10.0.0.1, false",
    "64:ff9b::8.8.8.8, true",
    "64:ff9b::10.0.0.1, false",
    "2a00::1, true",
    "fd00::1, false"
  })
  void mayReachPublicAddressesOnly(String address, boolean isPublic) {
    var guard = new AddressGuard(Network.all("0.0.0.0/0", "::/0"));
    var literal = InetAddress.ofLiteral(address);
    assertThat(guard.allows(literal)).isTrue();
    assertThat(guard.isPublic(literal)).isEqualTo(isPublic);
    assertThat(guard.forStrangers().allows(literal)).isEqualTo(isPublic);
  }

  @Test
  void haveWrittenWhatOnePublicPlaceOnTheWayLedTo() {
    var start = Hop.first(URI.create("http://a.example/"));
    var inside = URI.create("http://inside.example/");
    assertThat(start.answered(false).next(inside, true).answered(false).isPublic()).isFalse();
    assertThat(start.answered(true).next(inside, true).answered(false).isPublic()).isTrue();
    assertThat(start.answered(false).next(inside, true).answered(true).isPublic()).isTrue();
    assertThat(start.answered(true).at(inside).isPublic()).isTrue();
  }
}
