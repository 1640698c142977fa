package dev.seguia.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.testing.TestClock;
import dev.seguia.testing.TestSettings;
import dev.seguia.web.Request;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SessionAuthenticationTest {
  private static final String TOKEN = "geheim-ž";

  private final Sessions sessions = new Sessions(TestClock.standing());

  private SessionAuthentication authentication(String baseUrl, String... token) {
    var given = token.length == 0 ? "none" : token[0];
    var settings = TestSettings.of("http.base-url=" + baseUrl, "http.token=" + given);
    return new SessionAuthentication(settings.http(), sessions, new LoginThrottle(() -> 0));
  }

  @ParameterizedTest(name = "without a token, at {0}, from {1} by the name {2}: {3}")
  @CsvSource({
    "http://localhost:8360, 127.0.0.1, localhost:8360, true",
    "http://localhost:8360, ::1, [::1]:8360, true",
    "http://127.0.0.1:8360, 127.0.0.1, 127.0.0.1:8360, true",
    "http://localhost:8360, 192.0.2.7, localhost:8360, false",
    "http://localhost:8360, 127.0.0.1, evil.example:8360, false",
    "https://news.example, 127.0.0.1, localhost:8360, false",
    "https://news.example, 127.0.0.1, news.example, false"
  })
  void knowsThisMachineWhereTheOutsideIsThisMachineToo(
      String baseUrl, String remote, String host, boolean comesIn) {
    var visit = request(remote, Map.of(), "Host", host, "Accept", "text/html");
    assertThat(authentication(baseUrl).welcome(visit).isPresent()).isEqualTo(comesIn);
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource({
    "http://news.example, /, false",
    "https://news.example, /, true",
    "https://news.example/, /, true",
    "https://news.example/seguia, /seguia, true"
  })
  void theCookieIsForOurPathAndForTlsWhereThereIsSome(
      String baseUrl, String path, boolean isSecure) {
    var cookie = cookie(authentication(baseUrl, TOKEN));
    assertThat(cookie).contains("; Path=" + path + "; ", "; HttpOnly; SameSite=Strict");
    assertThat(cookie.endsWith("; Secure")).isEqualTo(isSecure);
  }

  private static String cookie(SessionAuthentication authentication) {
    return authentication.login(request("192.0.2.7", Map.of("token", TOKEN)))
            instanceof SessionAuthentication.Login.In(var cookie)
        ? cookie
        : "";
  }

  @ParameterizedTest(name = "{0}, Host {1}, Origin {2}: {3}")
  @CsvSource({
    "https://news.example, news.example, https://news.example, true",
    "https://news.example:443/a, inner:8360, https://news.example, true",
    "https://news.example:8443, inner:8360, https://news.example:8443, true",
    "https://news.example, localhost:8360, http://localhost:8360, true",
    "https://news.example, NEWS.example, https://news.EXAMPLE, true",
    "https://news.example, localhost:8360, http://news.example, false",
    "https://news.example, news.example, https://news.example.evil.example, false",
    "https://news.example, news.example, https://evil.example, false",
    "https://news.example, news.example, null, false",
    "https://news.example:8443, inner:8360, https://news.example, false",
    "https://news.example, '', https://, false"
  })
  void takesFormsOfItsOwnPages(String baseUrl, String host, String origin, boolean isOurs) {
    var form = request("192.0.2.7", Map.of("token", TOKEN), "Host", host, "Origin", origin);
    assertThat(authentication(baseUrl, TOKEN).login(form) instanceof SessionAuthentication.Login.In)
        .isEqualTo(isOurs);
  }

  @Test
  void findsItsCookieAmongOthersAndItsKeyIsNotTheCookie() {
    var authentication = authentication("http://news.example", TOKEN);
    var cookie = cookie(authentication).replaceFirst(";.*", "");
    var visit = request("192.0.2.7", Map.of(), "Cookie", "a=b; seguia-operator=x; " + cookie);
    var session = authentication.welcome(visit).orElseThrow().session();
    assertThat(cookie).doesNotContain(session.key());
    var key = Map.of("key", session.key());
    assertThat(authentication.formOf(request("192.0.2.7", key, "Cookie", cookie)))
        .contains(session);
    assertThat(authentication.formOf(request("192.0.2.7", key))).isEmpty();
    assertThat(authentication.formOf(request("192.0.2.7", Map.of(), "Cookie", cookie))).isEmpty();
  }

  @Test
  void whatWasBegunWithoutATokenEndsWhenOneIsSet() {
    var visit = request("127.0.0.1", Map.of(), "Host", "localhost", "Accept", "text/html");
    var cookie =
        authentication("http://localhost").welcome(visit).orElseThrow().cookie().orElseThrow();
    var again =
        request("127.0.0.1", Map.of(), "Host", "localhost", "Cookie", cookie.split(";", 2)[0]);
    assertThat(authentication("http://localhost").welcome(again)).isPresent();
    assertThat(authentication("http://localhost", TOKEN).welcome(again)).isEmpty();
  }

  @Test
  void holdsNoMoreSessionsThanAHundred() {
    var first = sessions.open(Optional.empty());
    var second = sessions.open(Optional.empty());
    for (var more = 0; more < 99; more++) sessions.open(Optional.empty());
    assertThat(sessions.find(first.id())).isEmpty();
    assertThat(sessions.find(second.id())).contains(second);
  }

  private static Request request(String remote, Map<String, String> form, String... headers) {
    var values = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    for (var i = 0; i < headers.length; i += 2) values.put(headers[i], headers[i + 1]);
    return new Request(
        "POST",
        "/login",
        "",
        Map.of(),
        name -> values.getOrDefault(name, ""),
        InetAddress.ofLiteral(remote),
        form);
  }
}
