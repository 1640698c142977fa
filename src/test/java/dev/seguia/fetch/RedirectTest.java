package dev.seguia.fetch;

import static dev.seguia.fetch.Fetching.fetch;
import static dev.seguia.fetch.Fetching.fetched;
import static dev.seguia.fetch.Fetching.fetcher;
import static dev.seguia.fetch.Fetching.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.testing.TestServer;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RedirectTest {
  private final TestServer server = new TestServer().serve("/feed", "text/xml", "<rss/>");

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 308})
  void adoptsTheAddressOfAPermanentRedirect(int status) throws InterruptedException {
    redirect("/old", status, "/feed#news");
    var document = fetched(fetch(server.url("/old")));
    assertThat(document.movedTo()).contains(server.url("/feed"));
    assertThat(document.location()).isEqualTo(server.url("/feed"));
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 303, 307})
  void neverAdoptsTheAddressOfATemporaryRedirect(int status) throws InterruptedException {
    redirect("/old", status, "/feed");
    assertThat(fetched(fetch(server.url("/old"))).movedTo()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"301, 302", "302, 301"})
  void adoptsNoAddressWhenOneHopWasTemporary(int first, int second) throws InterruptedException {
    redirect("/old", first, "/middle");
    redirect("/middle", second, "/feed");
    assertThat(fetched(fetch(server.url("/old"))).movedTo()).isEmpty();
  }

  @Test
  void sendsTheValidatorsWhereTheyCameFromAndAdoptsTheAddressOfA304Too()
      throws InterruptedException {
    redirect("/old", 301, "/same");
    server.on("/same", exchange -> exchange.sendResponseHeaders(304, -1));
    var validators =
        new Validators(Optional.of("\"1\""), Optional.empty(), Optional.of(server.url("/same")));
    try (var fetcher = fetcher()) {
      assertThat(fetcher.fetch(server.url("/old"), validators))
          .isEqualTo(
              new FetchResult.NotModified(
                  validators, Optional.empty(), Optional.of(server.url("/same"))));
    }
    assertThat(server.requests().getFirst().header("If-None-Match")).isEmpty();
    assertThat(server.requests().getLast().header("If-None-Match")).isEqualTo("\"1\"");
  }

  @Test
  void sendsTheValidatorsOfOneDocumentToNoOther() throws InterruptedException {
    redirect("/old", 302, "/feed");
    var validators = new Validators(Optional.of("\"1\""), Optional.of("some date"));
    try (var fetcher = fetcher()) {
      fetched(fetcher.fetch(server.url("/old"), validators));
    }
    assertThat(server.requests().getFirst().header("If-None-Match")).isEqualTo("\"1\"");
    assertThat(server.requests().getLast().header("If-None-Match")).isEmpty();
    assertThat(server.requests().getLast().header("If-Modified-Since")).isEmpty();
  }

  @Test
  void sendsNoReferer() throws InterruptedException {
    redirect("/old", 301, "/feed");
    fetch(server.url("/old"));
    assertThat(server.requests().getLast().header("Referer")).isEmpty();
  }

  @Test
  void findsACircle() throws InterruptedException {
    redirect("/a", 301, "/b");
    redirect("/b", 301, "/a");
    assertThat(reason(fetch(server.url("/a")))).isEqualTo("after a redirect: redirect loop");
    assertThat(server.requests()).hasSize(2);
  }

  /// Each time with another token, so that no address comes twice, or back to the same address.
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void namesAGateThatWantsACookie(boolean withToken) throws InterruptedException {
    var token = new AtomicInteger();
    server.on(
        "/gate",
        exchange -> {
          var next = withToken ? "/gate?token=" + token.incrementAndGet() : "/gate";
          exchange.getResponseHeaders().set("Set-Cookie", "ok=1");
          exchange.getResponseHeaders().set("Location", next);
          TestServer.answer(exchange, 302, new byte[0]);
        });
    assertThat(reason(fetch(server.url("/gate")))).contains("the server wants a cookie");
    assertThat(server.requests()).hasSizeLessThanOrEqualTo(9);
  }

  @Test
  void followsEightRedirectsAndNotNine() throws InterruptedException {
    for (int i = 1; i <= 9; i++) redirect("/hop" + i, 302, i == 1 ? "/feed" : "/hop" + (i - 1));
    assertThat(fetch(server.url("/hop8"))).isInstanceOf(FetchResult.Fetched.class);
    assertThat(reason(fetch(server.url("/hop9")))).contains("more than 8 redirects");
  }

  @Test
  void needsToBeToldWhereto() throws InterruptedException {
    server.on("/old", exchange -> exchange.sendResponseHeaders(301, -1));
    assertThat(reason(fetch(server.url("/old"))))
        .isEqualTo("HTTP 301 Moved Permanently, but without a valid Location header");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "ftp://127.0.0.1/feed",
        "javascript:alert(1)",
        "http://10.0.0.1/feed",
        "http://user:secret@127.0.0.1/feed",
        "http://127.0.0.1:22/",
        "http:///feed",
        "http://0x7f000001/feed",
        "http://017700000001/feed",
        "http://2130706433/feed",
        "http://127.1/feed",
        "http://10.0.0.1./feed",
        "http://[::ffff:10.0.0.1]/feed",
        "http://[fd00::1]/feed",
        "http://169.254.169.254/latest/meta-data"
      })
  void isRefusedToGoWhereItMayNot(String location) throws InterruptedException {
    redirect("/old", 302, location);
    assertThat(reason(fetch(server.url("/old"))))
        .startsWith("refused: after a redirect: ")
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "http://h.example/a/b, c, http://h.example/a/c",
    "http://h.example/a/b, /c?d=e#f, http://h.example/c?d=e",
    "http://h.example/a/b, ?d=e, http://h.example/a/b?d=e",
    "http://h.example, c, http://h.example/c",
    "http://h.example/a/b, ../../../c, http://h.example/c",
    "http://h.example/a, //other.example/c, http://other.example/c",
    "https://h.example/a, HTTP://Other.example/c, http://other.example/c",
    "http://h.example/a, /b c|d%zz%C3%A9, http://h.example/b%20c%7Cd%25zz%C3%A9",
    "http://h.example/a, /Ã©, http://h.example/%C3%A9",
    "http://a_b.example/a, c, http://a_b.example/c"
  })
  void isResolvedAsServersMeanIt(URI base, String location, URI expected) {
    assertThat(RedirectLocation.resolve(base, location)).contains(expected);
  }

  private void redirect(String path, int status, String location) {
    server.on(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Location", location);
          exchange.sendResponseHeaders(status, -1);
        });
  }

  @Property(seed = "20251114")
  void isAUrlOrNoneWhateverTheHeaderSays(
      @ForAll @CharRange(to = 'ÿ') String path,
      @ForAll @Chars({'/', '.', ':', '?', '@', '[', 'a'}) String odd) {
    var base = URI.create("http://h.example/a");
    for (var header : List.of(path, "/" + path, "http://" + path, odd, "//" + odd, "http:" + odd))
      RedirectLocation.resolve(base, header)
          .ifPresent(url -> assertThat(url.isAbsolute()).as(header).isTrue());
  }
}
