package dev.seguia.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.config.Config;
import dev.seguia.fetch.FetchResult.Fetched;
import dev.seguia.testing.TestServer;
import dev.seguia.testing.TestSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// User names and passwords in URLs: who is shown them.
@Timeout(60)
final class LoginTest {
  private final TestServer server = new TestServer();
  private final TestServer other = new TestServer();
  private final ConcurrentHashMap<String, String> shown = new ConcurrentHashMap<>();
  private final Fetcher fetcher =
      new Fetcher(
          TestSettings.fetch(Duration.ofSeconds(10), 1 << 20),
          "Seguia/test",
          new HostGate(4, 64, new ServerBackoff(Duration.ZERO, System::nanoTime), HostDelay.none()),
          InstantSource.system());

  @AfterEach
  void close() {
    fetcher.close();
    server.close();
    other.close();
  }

  private static void noteAndAnswer(
      TestServer at, String path, ConcurrentHashMap<String, String> shown, String redirect) {
    at.on(
        path,
        exchange -> {
          var header = exchange.getRequestHeaders().getFirst("Authorization");
          shown.put(path, header == null ? "nothing" : header);
          if (!redirect.isEmpty()) exchange.getResponseHeaders().set("Location", redirect);
          TestServer.answer(
              exchange, redirect.isEmpty() ? 200 : 301, "x".getBytes(StandardCharsets.UTF_8));
        });
  }

  private URI withLogin(String login, String path) {
    return URI.create(server.url(path).toString().replace("://", "://" + login + "@"));
  }

  private static String basic(String plain) {
    return "Basic " + Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "me:pw, me:pw",
    "me, me:",
    "me:p%40ss, me:p@ss",
    "me:a+b, me:a+b",
    "m%C3%A9:p%C3%A0ss, mé:pàss",
    "me:p%3Aw, me:p:w"
  })
  void isSentToTheHostOfTheUrl(String login, String plain) throws InterruptedException {
    noteAndAnswer(server, "/feed", shown, "");
    var result = fetcher.fetch(withLogin(login, "/feed"), Validators.none());
    assertThat(shown).containsEntry("/feed", basic(plain));
    assertThat(result)
        .isInstanceOfSatisfying(
            Fetched.class,
            found -> assertThat(found.document().location()).isEqualTo(server.url("/feed")));
  }

  @Test
  void followsARedirectWithinTheHost() throws InterruptedException {
    noteAndAnswer(server, "/old", shown, "/new");
    noteAndAnswer(server, "/new", shown, "");
    fetcher.fetch(withLogin("me:pw", "/old"), Validators.none());
    assertThat(shown).containsEntry("/new", basic("me:pw"));
  }

  @Test
  void isNotShownToAnotherOriginAndNotOnTheWayBackThere() throws InterruptedException {
    noteAndAnswer(server, "/feed", shown, other.url("/away").toString());
    noteAndAnswer(other, "/away", shown, "");
    fetcher.fetch(withLogin("me:pw", "/feed"), Validators.none());
    assertThat(shown).containsEntry("/feed", basic("me:pw")).containsEntry("/away", "nothing");
  }

  @Test
  void aRedirectCannotNameOne() throws InterruptedException {
    noteAndAnswer(
        server, "/feed", shown, other.url("/away").toString().replace("://", "://you:pw@"));
    noteAndAnswer(other, "/away", shown, "");
    assertThat(fetcher.fetch(server.url("/feed"), Validators.none()).reason())
        .contains("user name")
        .doesNotContain("pw@");
    assertThat(shown).doesNotContainKey("/away");
  }

  @Test
  void isNotSentWhereTheUrlNamesNone() throws InterruptedException {
    noteAndAnswer(server, "/feed", shown, "");
    fetcher.fetch(server.url("/feed"), Validators.none());
    assertThat(shown).containsEntry("/feed", "nothing");
  }

  @Test
  void aPasswordIsInNoWords() throws Exception {
    assertThat(Login.of(URI.create("https://me:pw@one.example/")))
        .map(Login::toString)
        .hasValueSatisfying(words -> assertThat(words).doesNotContain("pw"));
    server.close();
    var refused = fetcher.fetch(withLogin("me:pw", "/feed"), Validators.none());
    assertThat(refused.reason()).doesNotContain("pw");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "http://one.example:22/feed, port 22 is not fetched from",
    "http://one.example:99999/feed, port 99999 is not fetched from",
    "http://me:pw@one.example:25/feed, port 25 is not fetched from",
    "'http://[::1]/feed', not a public address",
    "'http://[::1]:8080/feed', not a public address",
    "'http://[::ffff:10.0.0.1]/feed', not a public address",
    "http://127.0.0.1/feed, not a public address",
    "http://10.0.0.8/feed, not a public address",
    "http://169.254.169.254/feed, not a public address",
    "http://localhost/feed, not a public address",
    "http://2130706433/feed, an IP address in a notation that we do not fetch",
    "http://127.1/feed, an IP address in a notation that we do not fetch"
  })
  void rulesSpeakAgainstWhatIsNeverFetched(String url, String reason) {
    assertThat(new FetchRules(Config.defaults().fetch()).objection(URI.create(url)))
        .hasValueSatisfying(words -> assertThat(words).contains(reason).doesNotContain("pw"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "https://one.example/feed",
    "http://one.example:8080/feed",
    "http://93.184.215.14/feed",
    "'http://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/feed'",
    "http://127.0.0.1:8080/feed"
  })
  void rulesLetTheRestPass(String url) {
    assertThat(
            new FetchRules(TestSettings.of("fetch.allow-addresses=127.0.0.0/8").fetch())
                .objection(URI.create(url)))
        .isEqualTo(Optional.empty());
  }
}
