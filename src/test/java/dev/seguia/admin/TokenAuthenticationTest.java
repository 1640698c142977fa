package dev.seguia.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.config.HttpSettings;
import dev.seguia.poll.EntryRules;
import dev.seguia.store.StoreWorld;
import dev.seguia.tag.Tagger;
import dev.seguia.testing.TestSettings;
import dev.seguia.url.BaseUrl;
import dev.seguia.web.Request;
import dev.seguia.web.Response;
import dev.seguia.web.Route;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TokenAuthenticationTest {
  private static final Optional<String> TOKEN = Optional.of("geheim-ž");
  private static final String KEY = "0123abcd";

  private final StoreWorld world = new StoreWorld();
  private final List<String> polled = new ArrayList<>();
  private final LoginThrottle guesses = new LoginThrottle(() -> 0);
  private BaseUrl baseUrl = BaseUrl.of("http://localhost:8360");

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest(name = "without a token, from {0} by the name {1}: {2}")
  @CsvSource({
    "127.0.0.1, localhost:8360, 200",
    "127.0.0.1, LOCALHOST, 200",
    "127.0.0.1, 127.0.0.1:8360, 200",
    "127.1.2.3, 127.1.2.3, 200",
    "::1, [::1]:8360, 200",
    "127.0.0.1, '', 200",
    "192.0.2.7, localhost:8360, 403",
    "10.0.0.1, 127.0.0.1, 403",
    "2001:db8::1, [::1]:8360, 403",
    "::ffff:192.0.2.7, localhost, 403",
    "127.0.0.1, evil.example:8360, 403",
    "127.0.0.1, 127.0.0.1.evil.example, 403",
    "127.0.0.1, localhost.evil.example:8360, 403",
    "127.0.0.1, localhost:8360:8360, 403",
    "127.0.0.1, evil@localhost, 403",
    "127.0.0.1, 'localhost, evil.example', 403",
    "127.0.0.1, 2130706433, 403",
    "127.0.0.1, 0.0.0.0, 403"
  })
  void isForThisMachineByALocalNameOnly(String remote, String host, int status) {
    assertThat(ask("/admin/sources", Optional.empty(), remote, "Host", host).status())
        .isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "X-Forwarded-For, 127.0.0.1",
    "X-Forwarded-Host, localhost",
    "X-Forwarded-Proto, https",
    "X-Real-IP, ::1",
    "Forwarded, for=127.0.0.1",
    "Via, 1.1 proxy",
    "Origin, https://evil.example",
    "Origin, null",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site"
  })
  void isNotForThoseWhomAProxyOrAForeignPageSpeaksFor(String header, String value) {
    assertThat(ask("/admin/sources", Optional.empty(), "127.0.0.1", header, value).status())
        .isEqualTo(403);
  }

  @Test
  void isNotForThisMachineWhereAProxyMayAskForOthers() {
    baseUrl = BaseUrl.of("https://feeds.example");
    assertThat(ask("/admin/sources", Optional.empty(), "127.0.0.1", "Host", "localhost").status())
        .isEqualTo(403);
  }

  @ParameterizedTest(name = "{0} shown, at {1}, token set: {2}: {3}")
  @CsvSource({
    "0123abcd, https://feeds.example, false, 200",
    "0123abcd, http://localhost:8360, false, 200",
    "0123abcd, https://feeds.example, true, 200",
    "0123abce, https://feeds.example, false, 403",
    "0123abce, https://feeds.example, true, 401",
    "0123abc, https://feeds.example, true, 401",
    "'', https://feeds.example, false, 403"
  })
  void isForTheCommandsThatShowTheKey(String shown, BaseUrl place, boolean isTokenSet, int status) {
    baseUrl = place;
    var token = TOKEN.filter(_ -> isTokenSet);
    var answer = ask("/admin/sources", token, "127.0.0.1", "Authorization", "Bearer " + shown);
    assertThat(answer.status()).isEqualTo(status);
  }

  @Test
  void wrongTokensAreLimitedAndTheRightOneIsNot() {
    for (var guess = 0; guess < LoginThrottle.AT_ONCE; guess++)
      assertThat(withToken("guess" + guess, "192.0.2.7")).isEqualTo(401);
    assertThat(withToken("guess", "192.0.2.7")).isEqualTo(429);
    assertThat(withToken(TOKEN.orElseThrow(), "192.0.2.7")).isEqualTo(200);
    assertThat(withToken(KEY, "192.0.2.7")).isEqualTo(200);
    assertThat(withToken("guess", "192.0.2.8")).isEqualTo(401);
  }

  private int withToken(String token, String remote) {
    return ask("/admin/sources", TOKEN, remote, "Authorization", "Bearer " + token).status();
  }

  @Test
  void anotherSchemeIsNoGuess() {
    for (var guess = 0; guess < 20; guess++)
      assertThat(ask("/admin/sources", TOKEN, "192.0.2.7", "Authorization", "Basic x").status())
          .isEqualTo(401);
  }

  @Test
  void noForwardedHeaderMakesAnotherMachineThisOne() {
    for (var header : List.of("X-Forwarded-For", "X-Real-IP", "Forwarded", "Client-IP"))
      assertThat(ask("/admin/tags", Optional.empty(), "192.0.2.7", header, "127.0.0.1").status())
          .isEqualTo(403);
  }

  @ParameterizedTest(name = "with a token set, Authorization {0}: {1}")
  @CsvSource({
    "Bearer geheim-ž, 200",
    "bearer geheim-ž, 200",
    "Bearer  geheim-ž , 200",
    "Bearer geheim, 401",
    "Bearer geheim-žž, 401",
    "Bearer GEHEIM-Ž, 401",
    "Bearer, 401",
    "'Bearer ', 401",
    "Basic Z2VoZWltLcW+, 401",
    "geheim-ž, 401",
    "'', 401",
    "'Bearer geheim-ž, Bearer x', 401"
  })
  void isForWhoeverHasTheToken(String authorization, int status) {
    var answer = ask("/admin/sources", TOKEN, "192.0.2.7", "Authorization", authorization);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers().containsKey("WWW-Authenticate")).isEqualTo(status == 401);
  }

  @Test
  void wantsTheTokenOfThisMachineToo() {
    assertThat(ask("/admin/sources", TOKEN, "127.0.0.1", "Host", "localhost").status())
        .isEqualTo(401);
  }

  @Test
  void takesNoTokenOutOfTheAddress() {
    assertThat(ask("/admin/sources?token=geheim-ž", TOKEN, "127.0.0.1", "Host", "x").status())
        .isEqualTo(401);
  }

  @Test
  void refusesAForeignPageEvenWithTheToken() {
    var request =
        request("/admin/tags", "192.0.2.7", "Authorization", "Bearer geheim-ž", "Origin", "null");
    assertThat(answer(TOKEN, request).status()).isEqualTo(403);
  }

  @Test
  void guardsEveryRoute() {
    for (var route : routes(TOKEN)) {
      assertThat(route.template()).startsWith("/admin/");
      assertThat(route.handler().apply(request("/admin/", "127.0.0.1")).status()).isEqualTo(401);
    }
    assertThat(polled).isEmpty();
  }

  @Test
  void pollsByPostOnly() {
    var polls = routes(TOKEN).stream().filter(route -> route.template().endsWith("/poll"));
    assertThat(polls).singleElement().extracting(Route::method).isEqualTo("POST");
  }

  private Response ask(
      String path, Optional<String> token, String remote, String header, String value) {
    return answer(token, request(path, remote, header, value));
  }

  private Response answer(Optional<String> token, Request request) {
    return routes(token).stream()
        .filter(route -> route.template().equals(request.path()))
        .findFirst()
        .orElseThrow()
        .handler()
        .apply(request);
  }

  private static final EntryRules NO_RULES =
      new EntryRules(List.of(), new Tagger(TestSettings.of("tags.drop=[]").tags()));

  private List<Route> routes(Optional<String> token) {
    var reports = new Reports(world.sources, world.entries, List::of);
    return new AdminRoutes(
            reports,
            new EntryActions(world.entries, () -> NO_RULES),
            new OperatorForms.SourceActions(
                id -> {
                  polled.add(id);
                  return Optional.empty();
                },
                (_, _) -> false),
            http(token),
            KEY,
            guesses)
        .routes();
  }

  private HttpSettings http(Optional<String> token) {
    return TestSettings.of("http.base-url=" + baseUrl, "http.token=" + token.orElse("none")).http();
  }

  private static Request request(String path, String remote, String... headers) {
    var values = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    values.put("Host", "localhost");
    for (var i = 0; i < headers.length; i += 2) values.put(headers[i], headers[i + 1]);
    var parts = path.split("\\?", 2);
    return new Request(
        "GET",
        parts[0],
        parts.length == 1 ? "" : parts[1],
        Map.of(),
        name -> values.getOrDefault(name, ""),
        address(remote));
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
