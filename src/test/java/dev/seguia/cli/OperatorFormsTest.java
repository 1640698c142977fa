package dev.seguia.cli;

import static dev.seguia.cli.Visitor.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the operator does from the pages, and that no one else does it for him.
@Timeout(60)
final class OperatorFormsTest {
  static final List<String> ACTIONS =
      List.of(
          "admin/forms/poll",
          "admin/forms/pause",
          "admin/forms/resume",
          "admin/forms/split",
          "admin/forms/apply",
          "logout");

  @TempDir private Path folder;
  private OperatorWorld world;

  @BeforeEach
  void start() {
    world = new OperatorWorld(folder, "tags: {rules: [{query: barrage, tag: Eau}]}");
    world.awaitEntry("one");
    world.awaitEntry("two");
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void thisMachineIsTheOperatorsWhereNoTokenIsSet() {
    var visitor = world.visitor();
    var page = visitor.open("/sources");
    assertThat(visitor.isAtTheDesk()).isTrue();
    assertThat(header(page, "Set-Cookie")).contains("HttpOnly; SameSite=Strict");
    assertThat(header(visitor.open("/sources"), "Set-Cookie")).isEmpty();
    assertThat(visitor.open("/login").body())
        .contains("without logging in")
        .doesNotContain("password");
  }

  @ParameterizedTest
  @CsvSource({
    "X-Forwarded-For, 192.0.2.7",
    "X-Forwarded-For, 127.0.0.1",
    "Forwarded, for=127.0.0.1",
    "Via, 1.1 proxy",
    "X-Real-IP, 192.0.2.7"
  })
  void whomAProxySpeaksForIsNot(String header, String value) {
    var cookie = world.visitor();
    cookie.open("/sources");
    var visitor = world.visitor(header, value);
    visitor.useCookie(cookie.cookie());
    assertThat(header(visitor.open("/sources"), "Set-Cookie")).isEmpty();
    assertThat(visitor.isAtTheDesk()).isFalse();
    var form = cookie.fields("admin/forms/apply");
    assertThat(visitor.submit("admin/forms/apply", form).statusCode()).isEqualTo(403);
    assertThat(visitor.open("/login").body()).contains("set http.token");
    assertThat(visitor.submit("login", Map.of("token", "")).headers().firstValue("Set-Cookie"))
        .isEmpty();
  }

  @Test
  void aProgramOfThisMachineGetsNoSession() {
    var visitor = world.visitor();
    visitor.forgetCookie();
    var answer = visitor.openAs("/sources", "*/*", "none");
    assertThat(header(answer, "Set-Cookie")).isEmpty();
    assertThat(answer.body()).doesNotContain("admin/forms");
  }

  @Test
  void whomAnotherSiteSendsGetsNoSession() {
    var visitor = world.visitor();
    visitor.forgetCookie();
    var answer = visitor.openAs("/sources", "text/html", "cross-site");
    assertThat(header(answer, "Set-Cookie")).isEmpty();
    assertThat(answer.body()).doesNotContain("admin/forms");
  }

  @Test
  void theOperatorsPagesAreKeptByNoCacheAndOthersByTheirCookie() {
    var visitor = world.visitor();
    visitor.open(entry());
    assertThat(visitor.isAtTheDesk()).isTrue();
    for (var path : List.of("/sources", world.sourcePage("/one"), entry())) {
      var answer = visitor.open(path);
      assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
      assertThat(header(answer, "ETag")).isEmpty();
      // under no-referrer a browser says that its forms come from nowhere
      assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
      assertThat(header(answer, "Content-Security-Policy"))
          .contains("form-action 'self'", "frame-ancestors 'none'");
    }
    var other = world.visitor("X-Forwarded-For", "192.0.2.7").open(entry());
    assertThat(header(other, "Cache-Control")).startsWith("public");
    assertThat(header(other, "Vary")).contains("Cookie");
    assertThat(header(other, "Referrer-Policy")).isEqualTo("no-referrer");
    var sources = world.visitor("X-Forwarded-For", "192.0.2.7").open("/sources");
    assertThat(header(sources, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(other.body()).doesNotContain("admin/forms");
  }

  @Test
  void pollsNowAndTellsWhatCameOfItOnce() {
    var visitor = world.visitor();
    visitor.open(world.sourcePage("/one"));
    world.server.serve("/one", "application/rss+xml", Installation.rss("one", 3));
    var answer = visitor.press("admin/forms/poll");
    assertThat(header(answer, "Location")).isEqualTo(world.sourcePage("/one"));
    assertThat(world.polls("/one")).isEqualTo(2);
    assertThat(visitor.text()).contains("Polled. New entries: 2.", "Entry 3 of one");
    visitor.open(world.sourcePage("/one"));
    assertThat(visitor.text()).doesNotContain("Polled. New entries");
  }

  @Test
  void tellsWhyASourceCouldNotBeRead() {
    var visitor = world.visitor();
    visitor.open(world.sourcePage("/one"));
    world.server.serve("/one", "text/plain", "no feed");
    visitor.press("admin/forms/poll");
    assertThat(visitor.page().select(".notice").text()).startsWith("The poll failed: ");
    assertThat(visitor.page().select(".notice [lang=en]").text()).isNotEmpty();
  }

  @Test
  void takesAMergedEntryApartForEver() {
    var visitor = world.visitor();
    var entry = entry();
    visitor.open(entry);
    var source = visitor.fields("admin/forms/split").get("source");
    var answer = visitor.press("admin/forms/split");
    assertThat(header(answer, "Location")).isEqualTo(entry);
    assertThat(visitor.text()).contains("New entries: 1.");
    assertThat(visitor.page().select("form[action$=split]")).isEmpty();
    visitor.open("/sources/" + source);
    visitor.press("admin/forms/poll");
    world.server.serve(
        "/two", "application/rss+xml", OperatorWorld.rss("two", OperatorWorld.TITLE));
    world.server.serve(
        "/one", "application/rss+xml", OperatorWorld.rss("one", OperatorWorld.TITLE));
    visitor.press("admin/forms/poll");
    visitor.open(entry);
    assertThat(visitor.page().select("form[action$=split]")).isEmpty();
    assertThat(visitor.submit("admin/forms/split", Map.of()).statusCode()).isEqualTo(403);
  }

  @Test
  void splitsNothingThatItIsNotTold() {
    var visitor = world.visitor();
    visitor.open(entry());
    var form = visitor.fields("admin/forms/split");
    for (var wrong :
        List.of("", "x", "0".repeat(32), "https://evil.example/", "/" + form.get("entry")))
      assertThat(submitted(visitor, "admin/forms/split", form, "entry", wrong)).isEqualTo(404);
    var none = new HashMap<>(form);
    none.remove("source");
    assertThat(visitor.submit("admin/forms/split", none).statusCode()).isEqualTo(404);
    assertThat(submitted(visitor, "admin/forms/split", form, "source", "x")).isEqualTo(303);
    visitor.open(entry());
    assertThat(visitor.text()).contains("There was nothing to split.");
    assertThat(visitor.fields("admin/forms/split")).isEqualTo(form);
  }

  @Test
  void appliesTheRulesToWhatIsStoredAndTellsHowFarItIs() {
    world.settings("tags: {rules: [{query: barrage, tag: Hydro}]}");
    world.daemon.apply(world.place.readConfig());
    var visitor = world.visitor();
    visitor.open("/sources");
    visitor.press("admin/forms/apply");
    assertThat(visitor.text()).contains("The tag rules are being applied.");
    await()
        .atMost(OperatorWorld.SOON)
        .until(() -> visitor.open("/sources").body().contains("Tag rules applied: "));
    assertThat(visitor.text()).contains("1 entries checked, 1 changed.");
    assertThat(visitor.openAs("/feeds/hydro.atom", "*/*", "none").body())
        .contains(OperatorWorld.TITLE);
  }

  @Test
  void knowsNoSourceThatThereIsNot() {
    var visitor = world.visitor();
    visitor.open(world.sourcePage("/one"));
    var poll = visitor.fields("admin/forms/poll");
    for (var wrong : List.of("", "x", "//evil.example", "https://evil.example/"))
      for (var action : List.of("admin/forms/poll", "admin/forms/pause", "admin/forms/resume"))
        assertThat(submitted(visitor, action, poll, "source", wrong)).isEqualTo(404);
  }

  @Test
  void wantsTheKeyOfTheSession() {
    var visitor = world.visitor();
    visitor.open(world.sourcePage("/one"));
    var form = visitor.fields("admin/forms/poll");
    var other = world.visitor();
    other.open(world.sourcePage("/one"));
    for (var action : ACTIONS) {
      assertThat(submitted(visitor, action, form, "key", "")).isEqualTo(403);
      assertThat(submitted(visitor, action, form, "key", "0".repeat(32))).isEqualTo(403);
      assertThat(submitted(other, action, form, "key", String.valueOf(form.get("key"))))
          .isEqualTo(403);
      assertThat(visitor.submit(action, Map.of("source", world.id("/one"))).statusCode())
          .isEqualTo(403);
    }
    visitor.forgetCookie();
    assertThat(visitor.submit("admin/forms/poll", form).statusCode()).isEqualTo(403);
    assertThat(world.polls("/one")).isOne();
  }

  @ParameterizedTest
  @CsvSource({"fr, Réservé à l’administration", "ar, هذا للمشرف وحده", "en, Operator only"})
  void whoIsRefusedIsToldInTheLanguageOfThePage(String language, String words) {
    var visitor = world.visitor().speaking(language);
    visitor.open("/sources");
    var answer = visitor.submit("admin/forms/apply", Map.of("key", "0".repeat(32)));
    assertThat(answer.statusCode()).isEqualTo(403);
    var page = Jsoup.parse(answer.body());
    assertThat(page.select("html").attr("lang")).isEqualTo(language);
    assertThat(page.select("h1").text()).isEqualTo(words);
    assertThat(page.select("main [lang]")).isEmpty();
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "Origin, https://evil.example, 403",
    "Origin, null, 403",
    "Origin, http://localhost, 403",
    "Origin, http://localhost:1, 403",
    "Origin, http://localhost.evil.example, 403",
    "Sec-Fetch-Site, cross-site, 403",
    "Sec-Fetch-Site, same-site, 403",
    "Sec-Fetch-Site, same-origin, 303",
    "X-Other, x, 303"
  })
  void wantsAFormOfOurOwnPages(String header, String value, int status) {
    var visitor = world.visitor();
    visitor.open("/sources");
    var form = visitor.fields("admin/forms/apply");
    assertThat(visitor.post("/admin/forms/apply", form, header, value).statusCode())
        .isEqualTo(status);
  }

  @Test
  void isPostedOnly() {
    for (var action : ACTIONS)
      assertThat(world.visitor().open("/" + action).statusCode()).as(action).isEqualTo(405);
  }

  @Test
  void leavesTheMachinesInterfaceAsItWas() {
    var visitor = world.visitor();
    var path = "/admin/sources/" + world.id("/one") + "/poll";
    visitor.open("/sources");
    var form = visitor.fields("admin/forms/apply");
    assertThat(visitor.submit(path.substring(1), form).statusCode()).isEqualTo(413);
    assertThat(visitor.submit("admin/split", form).statusCode()).isEqualTo(413);
    assertThat(world.place.say("poll", "one").code()).isZero();
  }

  private static int submitted(
      Visitor visitor, String action, Map<String, String> form, String field, String value) {
    var changed = new HashMap<>(form);
    changed.put(field, value);
    return visitor.submit(action, changed).statusCode();
  }

  /// The page of the article that both sources print.
  private String entry() {
    var visitor = world.visitor();
    visitor.open(world.sourcePage("/one"));
    return "/"
        + visitor
            .page()
            .expectFirst("a[href*=entries/]")
            .attr("href")
            .replaceFirst("^(\\.\\./)+", "")
            .replaceFirst("\\?.*", "");
  }
}
