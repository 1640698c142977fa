package dev.seguia.cli;

import static dev.seguia.cli.Visitor.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How the operator comes in by the token, and who does not.
@Timeout(60)
final class OperatorLoginTest {
  @TempDir private Path folder;
  private OperatorWorld world;

  @BeforeEach
  void start() {
    world = OperatorWorld.withToken(folder);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void isAPageWithOneFieldThatPasswordKeepersKnow() {
    var visitor = world.visitor();
    var page = visitor.open("/login");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(header(page, "cache-control")).isEqualTo("no-store");
    var field = visitor.page().expectFirst("form[action=login] input");
    assertThat(field.attr("type")).isEqualTo("password");
    assertThat(field.attr("autocomplete")).isEqualTo("current-password");
    assertThat(visitor.page().select("script")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"en, ltr, Log in", "fr, ltr, Se connecter", "ar, rtl, دخول"})
  void speaksTheLanguageOfTheVisitor(String language, String direction, String button) {
    var page = world.visitor().speaking(language).open("/login");
    assertThat(page.body()).contains("dir=\"" + direction + "\"", button);
  }

  @Test
  void theRightTokenLetsIn() {
    var visitor = world.visitor();
    var answer = visitor.submit("login", Map.of("token", OperatorWorld.TOKEN));
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(header(answer, "Location")).isEqualTo("/sources");
    var page = visitor.open("/sources");
    assertThat(visitor.isAtTheDesk()).isTrue();
    assertThat(header(page, "Cache-Control")).isEqualTo("no-store");
    assertThat(visitor.open("/login").body()).contains("You are logged in.");
  }

  @Test
  void theCookieIsForNoScriptAndNoOtherSite() {
    var answer = world.visitor().submit("login", Map.of("token", OperatorWorld.TOKEN));
    assertThat(header(answer, "Set-Cookie"))
        .matches("seguia-operator=[0-9a-f]{32}; Path=/; Max-Age=43200; HttpOnly; SameSite=Strict");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "geheim", "geheim-žž", "GEHEIM-Ž"})
  void aWrongTokenDoesNot(String token) {
    var visitor = world.visitor();
    var answer = visitor.submit("login", Map.of("token", token));
    assertThat(header(answer, "Location")).isEqualTo("/login?wrong");
    assertThat(header(answer, "Set-Cookie")).isEmpty();
    assertThat(visitor.open("/login?wrong").body()).contains("Wrong token.");
    assertThat(visitor.open("/sources").body()).doesNotContain("admin/forms");
  }

  @Test
  void noTokenInTheAddressLetsIn() {
    var visitor = world.visitor();
    var answer = visitor.post("/login?token=geheim-%C5%BE", Map.of());
    assertThat(header(answer, "Location")).isEqualTo("/login?wrong");
  }

  @Test
  void whoGuessesTooOftenHasToWaitAndTheRightTokenStillLetsIn() {
    var visitor = world.visitor();
    var statuses =
        IntStream.range(0, 30)
            .mapToObj(number -> visitor.submit("login", Map.of("token", "guess " + number)))
            .toList();
    assertThat(statuses).anyMatch(answer -> answer.statusCode() == 429);
    var late = statuses.stream().filter(answer -> answer.statusCode() == 429).findFirst();
    assertThat(header(late.orElseThrow(), "Retry-After")).isEqualTo("1");
    assertThat(header(statuses.getLast(), "Set-Cookie")).isEmpty();
    var right = visitor.submit("login", Map.of("token", OperatorWorld.TOKEN));
    assertThat(header(right, "Set-Cookie")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://evil.example",
    "Origin, null",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Sec-Fetch-Site, none"
  })
  void theFormOfAnotherSiteIsNotRead(String header, String value) {
    var token = Map.of("token", OperatorWorld.TOKEN);
    assertThat(world.visitor().post("/login", token, header, value).statusCode()).isEqualTo(403);
  }

  @Test
  void theBearerHeaderMakesNoOperatorOfABrowser() {
    var visitor = world.visitor("Authorization", "Bearer " + "geheim");
    visitor.open("/sources");
    assertThat(visitor.isAtTheDesk()).isFalse();
  }

  @Test
  void aSessionEndsAfterTwelveHours() {
    var visitor = world.loggedIn();
    world.advance(Duration.ofHours(12).minusSeconds(1));
    visitor.open("/sources");
    assertThat(visitor.isAtTheDesk()).isTrue();
    var form = visitor.fields("admin/forms/apply");
    world.advance(Duration.ofSeconds(1));
    assertThat(visitor.submit("admin/forms/apply", form).statusCode()).isEqualTo(403);
    visitor.open("/sources");
    assertThat(visitor.isAtTheDesk()).isFalse();
  }

  @Test
  void whoLogsOutIsOut() {
    var visitor = world.loggedIn();
    var cookie = visitor.cookie();
    var form = visitor.fields("admin/forms/apply");
    var answer = visitor.press("logout");
    assertThat(header(answer, "Set-Cookie")).contains("seguia-operator=; ", "Max-Age=0");
    visitor.useCookie(cookie);
    assertThat(visitor.submit("admin/forms/apply", form).statusCode()).isEqualTo(403);
    visitor.open("/sources");
    assertThat(visitor.isAtTheDesk()).isFalse();
  }

  @Test
  void loggingOutWantsTheKeyToo() {
    var visitor = world.loggedIn();
    assertThat(visitor.submit("logout", Map.of()).statusCode()).isEqualTo(403);
    visitor.open("/sources");
    assertThat(visitor.isAtTheDesk()).isTrue();
  }

  @Test
  void aRestartEndsAllSessions() {
    var visitor = world.loggedIn();
    var cookie = visitor.cookie();
    world.restart();
    var again = world.visitor();
    again.useCookie(cookie);
    again.open("/sources");
    assertThat(again.isAtTheDesk()).isFalse();
  }

  @Test
  void otherSettingsDoNotAndAnotherTokenDoes() {
    var visitor = world.loggedIn();
    world.settings("http: {port: 0, token: '" + OperatorWorld.TOKEN + "'}", "feeds: {size: 7}");
    world.daemon.apply(world.place.readConfig());
    visitor.open("/sources");
    assertThat(visitor.isAtTheDesk()).isTrue();
    world.settings("http: {port: 0, token: another}");
    world.daemon.apply(world.place.readConfig());
    visitor.open("/sources");
    assertThat(visitor.isAtTheDesk()).isFalse();
  }

  @Test
  void whoHasNotLoggedInSeesNoFormAndSendsNone() {
    var visitor = world.visitor();
    for (var page : java.util.List.of("/sources", world.sourcePage("/one")))
      assertThat(visitor.open(page).body()).doesNotContain("method=\"post\"", "name=\"key\"");
    for (var action : OperatorFormsTest.ACTIONS)
      assertThat(visitor.submit(action, Map.of("source", world.id("/one"))).statusCode())
          .isEqualTo(403);
  }
}
