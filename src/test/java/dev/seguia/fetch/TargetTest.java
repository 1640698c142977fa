package dev.seguia.fetch;

import static dev.seguia.fetch.Fetching.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import dev.seguia.testing.TestServer;
import dev.seguia.url.Network;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TargetTest {
  @ParameterizedTest
  @CsvSource({
    "http://Example.ORG/a?b#c, http://example.org/a?b",
    "HTTP://example.org, http://example.org/",
    "http://example.org:80/, http://example.org/",
    "https://example.org:443/, https://example.org/",
    "http://example.org:443/, http://example.org:443/",
    "http://example.org.:8080/, http://example.org:8080/",
    "http://a_b.example.org/, http://a_b.example.org/",
    "http://bücher.example/é?ü, http://xn--bcher-kva.example/%C3%A9?%C3%BC",
    "http://[::1]:8080/, http://[::1]:8080/",
    "http://1.2.3.4/, http://1.2.3.4/"
  })
  void isAskedInThePlainSpelling(URI url, URI asked) throws RefusedException {
    assertThat(Target.of(url).requestUrl()).isEqualTo(asked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "feed.xml",
        "/feed.xml",
        "mailto:a@b.example",
        "file:///etc/passwd",
        "gopher://h.example/",
        "jar:http://h.example/!/",
        "http:feed",
        "http:///feed",
        "https://user@h.example/",
        "https://user:secret@h.example/",
        "http://h.example:22/",
        "http://h.example:1023/",
        "http://h.example:65536/",
        "http://h.example:0/",
        "http://h.example:99999999999/",
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.0.0.1/",
        "http://0177.0.0.1/",
        "http://127.0.0.01/",
        "http://127.0.0.256/",
        "http://1.2.3.4.5/",
        "http://127.0.0.0x1/",
        "http://2130706433./",
        "http://h.example../",
        "http://h%2eexample/",
        "http://[fe80::1%25eth0]/",
        "http://[::1"
      })
  void isRefusedWhereTheUrlIsNoneThatWeFetch(String text) {
    assertThatThrownBy(() -> Target.of(lenient(text)))
        .isInstanceOf(RefusedException.class)
        .message()
        .doesNotContain("secret")
        .isNotBlank();
  }

  private static URI lenient(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      return URI.create("no:url");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1/, 127.0.0.1",
    "http://127.0.0.1./, 127.0.0.1",
    "http://１２７.0.0.1/, 127.0.0.1",
    "http://①②⑦.0.0.1/, 127.0.0.1",
    "http://127。0。0。1/, 127.0.0.1",
    "http://[::127.0.0.1]/, 0:0:0:0:0:0:7f00:1",
    "http://[0:0:0:0:0:ffff:7f00:1]/, 127.0.0.1",
    "http://[2002:7f00:1::]/, 2002:7f00:1:0:0:0:0:0",
    "http://10.1.2.3:8080/, 10.1.2.3",
    "http://169.254.169.254/latest/meta-data, 169.254.169.254",
    "http://[::1]/, 0:0:0:0:0:0:0:1",
    "http://[::ffff:127.0.0.1]/, 127.0.0.1",
    "http://[64:ff9b::7f00:1]/, 64:ff9b:0:0:0:0:7f00:1",
    "http://localhost/, 127.0.0.1",
    "http://LOCALHOST./, 127.0.0.1"
  })
  void isRefusedWhereTheAddressIsNotPublic(String url, String address) throws InterruptedException {
    try (var fetcher = closed()) {
      assertThat(reason(fetcher.fetch(URI.create(url), Validators.none())))
          .startsWith("refused: ")
          .contains("is at " + address + ", which is not a public address")
          .contains("fetch.allow-addresses");
    }
  }

  private static Fetcher closed() {
    return Fetching.fetcher(Duration.ofSeconds(10), new AddressGuard(List.of()), 1);
  }

  @Test
  void isAskedAtTheAddressThatWasJudgedAndNoOther() throws Exception {
    var loopback = InetAddress.getLoopbackAddress();
    var lookups = new AtomicInteger();
    // a name that moves from its public address to ours as soon as it has been looked at once
    var rebinding =
        FixedNames.of(
            _ -> new InetAddress[] {lookups.getAndIncrement() == 0 ? unreachable() : loopback});
    try (var server = new TestServer().serve("/", "text/xml", "<secret/>");
        var fetcher =
            FixedNames.fetcher(rebinding, Duration.ofMillis(300), new AddressGuard(List.of()))) {
      var url = URI.create("http://rebinding.example:" + server.url("/").getPort() + "/");
      do { // on a busy machine the time may be over before the name is looked up
        assertThat(fetcher.fetch(url, Validators.none()))
            .isInstanceOf(FetchResult.Unavailable.class);
      } while (lookups.get() == 0);
      assertThat(lookups).hasValue(1);
      assertThat(reason(fetcher.fetch(url, Validators.none())))
          .contains("rebinding.example is at 127.0.0.1");
      assertThat(server.requests()).isEmpty();
    }
  }

  /// A public address on a port where nobody listens: multicast would be closed, so this is of the
  /// last public block, which no network without a route reaches.
  private static InetAddress unreachable() throws UnknownHostException {
    return InetAddress.getByAddress(new byte[] {(byte) 223, (byte) 255, (byte) 255, 1});
  }

  @Test
  void isRefusedAtEveryHopWhoseNameHasAnAddressThatIsNotAllowed() throws Exception {
    var names =
        FixedNames.of(host ->
            new InetAddress[] {
              InetAddress.ofLiteral(host.equals("inside.example") ? "127.0.0.2" : "127.0.0.1")
            });
    try (var server = new TestServer();
        var fetcher =
            FixedNames.fetcher(
                names, Duration.ofSeconds(5), new AddressGuard(Network.all("127.0.0.1/32")))) {
      var port = server.url("/").getPort();
      server.on("/", redirect("http://inside.example:" + port + "/canary"));
      var url = URI.create("http://outside.example:" + port + "/");
      assertThat(reason(fetcher.fetch(url, Validators.none())))
          .startsWith("refused: after a redirect: inside.example is at 127.0.0.2");
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void isJudgedAnewWhenItsNameMovesBetweenTwoHops() throws Exception {
    var lookups = new AtomicInteger();
    var rebinding =
        FixedNames.of(_ ->
            new InetAddress[] {
              InetAddress.ofLiteral(lookups.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2")
            });
    try (var server = new TestServer();
        var fetcher =
            FixedNames.fetcher(
                rebinding, Duration.ofSeconds(5), new AddressGuard(Network.all("127.0.0.1/32")))) {
      server.on(
          "/",
          exchange -> {
            exchange.getResponseHeaders().set("Connection", "close");
            redirect("/canary").handle(exchange);
          });
      var url = URI.create("http://rebinding.example:" + server.url("/").getPort() + "/");
      assertThat(reason(fetcher.fetch(url, Validators.none())))
          .contains("rebinding.example is at 127.0.0.2");
      assertThat(server.requests()).hasSize(1);
    }
  }

  private static HttpHandler redirect(String to) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", to);
      exchange.sendResponseHeaders(302, -1);
    };
  }

  @Test
  void isRefusedWhereOneOfTheAddressesIsNotPublic() throws Exception {
    var names =
        FixedNames.of(_ -> new InetAddress[] {unreachable(), InetAddress.getLoopbackAddress()});
    try (var fetcher =
        FixedNames.fetcher(names, Duration.ofSeconds(1), new AddressGuard(List.of()))) {
      assertThat(reason(fetcher.fetch(URI.create("http://mixed.example/"), Validators.none())))
          .startsWith("refused: mixed.example is at 127.0.0.1");
    }
  }

  @Test
  void isAskedUnderItsNameAtTheAddressThatItHas() throws Exception {
    var names = FixedNames.of(_ -> new InetAddress[] {InetAddress.getLoopbackAddress()});
    try (var server = new TestServer().serve("/", "text/xml", "<rss/>");
        var fetcher = FixedNames.fetcher(names, Duration.ofSeconds(5))) {
      var port = server.url("/").getPort();
      Fetching.fetched(
          fetcher.fetch(URI.create("http://a_b.example.:" + port + "/"), Validators.none()));
      assertThat(server.requests().getFirst().header("Host")).isEqualTo("a_b.example:" + port);
    }
  }

  @Test
  void isAskedAtItsNextAddressWhenTheFirstRefuses() throws Exception {
    var names =
        FixedNames.of(_ ->
            new InetAddress[] {
              InetAddress.ofLiteral("127.0.0.9"), InetAddress.getLoopbackAddress()
            });
    try (var server = new TestServer().serve("/", "text/xml", "<rss/>");
        var fetcher = FixedNames.fetcher(names, Duration.ofSeconds(5))) {
      var url = URI.create("http://two.example:" + server.url("/").getPort() + "/");
      assertThat(fetcher.fetch(url, Validators.none())).isInstanceOf(FetchResult.Fetched.class);
    }
  }

  @Test
  void isAskedAtItsNextAddressWhenTheFirstIsSilent() throws Exception {
    var silent = InetAddress.ofLiteral("127.0.0.9");
    var names = FixedNames.of(_ -> new InetAddress[] {silent, InetAddress.getLoopbackAddress()});
    try (var server = new TestServer().serve("/", "text/xml", "<rss/>");
        var _ = new SilentPort(silent, server.url("/").getPort());
        var fetcher = FixedNames.fetcher(names, Duration.ofSeconds(3))) {
      var url = URI.create("http://two.example:" + server.url("/").getPort() + "/");
      assertThat(fetcher.fetch(url, Validators.none())).isInstanceOf(FetchResult.Fetched.class);
    }
  }

  /// A port that answers no attempt to connect: its backlog is full, and nobody accepts.
  private static final class SilentPort implements AutoCloseable {
    private static final int BACKLOG = 1;

    private final ServerSocket listening;
    private final List<SocketChannel> waiting = new ArrayList<>();

    SilentPort(InetAddress address, int port) throws IOException {
      listening = new ServerSocket(port, BACKLOG, address);
      for (var count = 0; count < 4 * BACKLOG; count++) {
        var channel = SocketChannel.open();
        waiting.add(channel);
        channel.configureBlocking(false);
        channel.connect(listening.getLocalSocketAddress());
      }
    }

    @Override
    public void close() throws IOException {
      for (var channel : waiting) channel.close();
      listening.close();
    }
  }

  @Property(seed = "20251114")
  void isRefusedOrCanBeAskedWhateverTheUrlSays(
      @ForAll String any,
      @ForAll @Chars({'.', ':', '%', '[', ']', '0', 'x', '-', 'é'}) String odd) {
    for (var text : List.of(any, "http://" + any, "http://" + odd + "/", "http://a" + odd)) {
      try {
        assertThat(Target.of(lenient(text)).requestUrl()).hasNoFragment();
      } catch (RefusedException refusal) {
        assertThat(refusal.reason()).isNotBlank().doesNotContain("\n");
      }
    }
  }
}
