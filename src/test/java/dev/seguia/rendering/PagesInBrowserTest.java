package dev.seguia.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.seguia.page.Article;
import dev.seguia.page.NewsDay;
import dev.seguia.page.PageWorld;
import dev.seguia.rendering.PageBrowser.Visit;
import dev.seguia.rendering.PageBrowser.Visitor;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every page in a real browser: in three languages, two colour schemes, on a phone and on a desk.
@TestInstance(Lifecycle.PER_CLASS)
final class PagesInBrowserTest {
  private static final int PHONE = 320;
  private static final int DESK = 1280;
  private static final int MOST_BYTES = 30_000;
  private static final String LONG_WORD =
      "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz";
  private static final Path SHOTS = Path.of("target", "pages");

  /// For the eye: `-Dscreenshots.update=true` leaves a picture of each in `target/pages`.
  private static final boolean SHOOTS = Boolean.getBoolean("screenshots.update");

  private PageWorld world;
  private PageBrowser browser;
  private Map<String, String> pages;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    world = new PageWorld(folder);
    world.store.sources.list(NewsDay.SOURCES);
    NewsDay.happenIn(world);
    world.poll(NewsDay.LIBERATION, bare(), longOnes(), tagged());
    world.fail(NewsDay.MEDIAS_24, "HTTP 404 Not Found");
    var home = URI.create("http://127.0.0.1:" + world.port());
    browser = PageBrowser.start(home);
    pages = pages();
    Files.createDirectories(SHOTS);
  }

  @AfterAll
  void stop() {
    if (browser != null) browser.close();
    world.close();
  }

  private static Article bare() {
    return Article.of("https://liberation.example/bare", "");
  }

  private static Article longOnes() {
    return Article.of(
            "https://liberation.example/long",
            (LONG_WORD + " und der ganze lange Titel ").repeat(4).substring(0, 300))
        .in("de")
        .content(
            "<p>"
                + LONG_WORD.repeat(3)
                + "</p><table><tr>"
                + "<td>Zelle</td>".repeat(30)
                + "</tr></table><pre>"
                + "x".repeat(300)
                + "</pre>")
        .tags("Recht");
  }

  private static Article tagged() {
    return Article.of("https://liberation.example/tagged", "Quarante thèmes")
        .summary("Un article sur tout.")
        .tags(IntStream.range(0, 40).mapToObj(at -> "Thème numéro " + at).toArray(String[]::new));
  }

  private Map<String, String> pages() {
    var found = new LinkedHashMap<String, String>();
    found.put("front", "/");
    found.put("tags", "/tags");
    found.put("tag", "/tags/banques");
    found.put("tag-expression", "/tags/banques+economie~sport");
    found.put("tag-arabic", "/tags/%D8%A7%D9%84%D9%85%D8%BA%D8%B1%D8%A8");
    found.put("tag-filtered", "/tags/all?lang=fr&source=" + NewsDay.LIBERATION.id());
    found.put("tag-day", "/tags/banques?day=2025-11-14");
    found.put("tag-empty", "/tags/all?day=2030-01-01");
    found.put("entry", world.page(NewsDay.RATE.link()));
    found.put("entry-arabic", world.page("https://akhbar.example/1"));
    found.put("entry-bare", world.page("https://liberation.example/bare"));
    found.put("entry-long", world.page("https://liberation.example/long"));
    found.put("entry-tagged", world.page("https://liberation.example/tagged"));
    found.put("search", "/search");
    found.put("search-found", "/search?q=taux&lang=fr");
    found.put("search-malformed", "/search?q=%22taux");
    found.put("sources", "/sources");
    found.put("sources-failing", "/sources?state=failing");
    found.put("source", "/sources/" + NewsDay.MEDIAS_24.id());
    found.put("refusal-nothing", "/nothing/at/all");
    found.put("refusal-entry", "/entries/0123456789abcdef");
    found.put("refusal-malformed", "/tags/banques?after=x");
    return found;
  }

  static Stream<Arguments> visitors() {
    return Stream.of("fr", "ar", "en")
        .flatMap(language ->
            Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                .flatMap(colours ->
                    Stream.of(PHONE, DESK).map(width -> Arguments.of(language, colours, width))));
  }

  @ParameterizedTest(name = "{0}, {1}, {2} px")
  @MethodSource("visitors")
  void everyPageIsSound(String language, ColorScheme colours, int width) {
    var visitor = Visitor.of(language).withColours(colours).withWidth(width);
    var faults = new ArrayList<String>();
    try (var visit = browser.visit(visitor)) {
      pages.forEach((name, path) -> {
        var status = visit.open(path);
        if (status != status(name)) faults.add(name + " " + status);
        look(visit, name, faults);
        if (SHOOTS)
          visit.shoot(SHOTS.resolve("%s.%s.%s.%d.png".formatted(name, language, colours, width)));
      });
    }
    assertThat(faults).isEmpty();
  }

  private static int status(String name) {
    if (name.endsWith("-malformed")) return 400;
    return name.startsWith("refusal-") ? 404 : 200;
  }

  private static void look(Visit visit, String name, List<String> faults) {
    visit.complaints().forEach(what -> faults.add(name + " complains: " + what));
    visit.barriers().forEach(what -> faults.add(name + " bars: " + what));
    visit.foreign().stream()
        .filter(what -> !what.startsWith("image ") || !name.startsWith("entry"))
        .forEach(what -> faults.add(name + " asks for " + what));
    if (visit.overflow() > 0) faults.add(name + " is too wide by " + visit.overflow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "ar", "en"})
  void everyPageIsValidHtmlAndSmall(String language) {
    var faults = new ArrayList<String>();
    pages.forEach((name, path) -> {
      var body = world.get(path, "Accept", "text/html", "Accept-Language", language).body();
      ValidHtml.errors(body).forEach(error -> faults.add(name + " " + error));
      var bytes = body.getBytes(StandardCharsets.UTF_8).length + shared();
      if (bytes > MOST_BYTES) faults.add(name + " has " + bytes + " bytes");
    });
    assertThat(faults).isEmpty();
  }

  private int shared() {
    return Stream.of("/style.css", "/page.js")
        .mapToInt(path -> world.get(path).body().getBytes(StandardCharsets.UTF_8).length)
        .sum();
  }

  @Test
  void everyPageReadsWithoutScripts() {
    try (var visit = browser.visit(Visitor.of("fr").withoutScripts())) {
      pages
          .values()
          .forEach(path -> {
            visit.open(path);
            assertThat(visit.page().locator("h1").innerText()).as(path).isNotBlank();
            assertThat(visit.page().locator("button.copy:visible").count()).as(path).isZero();
          });
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "ar"})
  void theKeyboardReachesEverythingInTheOrderOfThePage(String language) {
    try (var visit = browser.visit(Visitor.of(language))) {
      for (var path : List.of("/", "/tags/banques", "/sources", "/search")) {
        visit.open(path);
        var reached = new ArrayList<Integer>();
        var all = ((Number) visit.page().evaluate(NUMBER_ALL)).intValue();
        for (var at = 0; at < all; at++) {
          visit.page().keyboard().press("Tab");
          reached.add(((Number) visit.page().evaluate(FOCUSED)).intValue());
        }
        assertThat(reached)
            .as(path)
            .containsExactlyElementsOf(IntStream.range(0, all).boxed().toList());
      }
    }
  }

  /// Numbers what can be reached, in the order of the document.
  private static final String NUMBER_ALL =
      """
      () => [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
        .filter(element => element.checkVisibility())
        .map((element, at) => element.dataset.place = at).length\
      """;

  /// The number of what has the focus; -2 where nobody would see it.
  private static final String FOCUSED =
      """
      () => {
        const element = document.activeElement;
        const seen = getComputedStyle(element).outlineStyle !== 'none';
        return element.dataset.place === undefined ? -1 : seen ? +element.dataset.place : -2;
      }\
      """;

  @Test
  void theFirstKeyLeadsPastTheNavigation() {
    try (var visit = browser.visit(Visitor.of("fr"))) {
      visit.open("/tags/banques");
      visit.page().keyboard().press("Tab");
      visit.page().keyboard().press("Enter");
      assertThat(visit.page().url()).endsWith("/tags/banques#main");
    }
  }

  @Test
  void keysLeadFromEntryToEntryAndOpenOne() {
    try (var visit = browser.visit(Visitor.of("fr"))) {
      for (var path : List.of("/tags/banques", "/")) {
        visit.open(path);
        var entries = visit.page().locator(".entries h3 a, .stories li > a");
        for (var key : List.of("j", "j", "k", "j")) visit.page().keyboard().press(key);
        assertThat(visit.page().evaluate("() => document.activeElement.href"))
            .isEqualTo(entries.nth(1).evaluate("link => link.href"));
        visit.page().keyboard().press("o");
        visit.page().waitForURL("**/entries/**");
        assertThat(visit.complaints()).isEmpty();
      }
    }
  }

  @Test
  void keysAreLettersInAFieldAndShortcutsWithAModifier() {
    try (var visit = browser.visit(Visitor.of("fr"))) {
      visit.open("/search?q=taux");
      visit.page().keyboard().press("/");
      visit.page().keyboard().press("End");
      visit.page().keyboard().type("jko?/");
      assertThat(visit.page().locator("#q").inputValue()).isEqualTo("tauxjko?/");
      visit.page().locator("#q").blur();
      visit.page().keyboard().press("Control+j");
      visit.page().keyboard().press("Alt+o");
      assertThat(visit.page().evaluate("() => document.activeElement.localName")).isEqualTo("body");
    }
  }

  @ParameterizedTest
  @CsvSource({"fr, Touches du clavier", "ar, لوحة المفاتيح", "en, Keyboard"})
  void aKeyTellsOfTheKeysInTheLanguageOfThePage(String language, String title) {
    try (var visit = browser.visit(Visitor.of(language))) {
      visit.open("/tags/banques");
      var help = visit.page().locator("dialog.keys");
      assertThat(help.isVisible()).isFalse();
      visit.page().keyboard().press("?");
      assertThat(help.locator("h2").innerText()).isEqualTo(title);
      assertThat(visit.barriers()).isEmpty();
      visit.page().keyboard().press("j");
      assertThat(help.isVisible()).isTrue();
      visit.page().keyboard().press("?");
      assertThat(help.isVisible()).isFalse();
      visit.page().keyboard().press("?");
      help.locator("button").click();
      assertThat(help.isVisible()).isFalse();
    }
  }

  @Test
  void aBarOfTheChartLeadsToItsDay() {
    try (var visit = browser.visit(Visitor.of("fr").withWidth(PHONE))) {
      visit.open("/tags/banques");
      visit.page().locator(".days a").last().click();
      assertThat(visit.page().url()).contains("/tags/banques?day=");
      assertThat(visit.page().locator(".days a[aria-current=date]").count()).isEqualTo(1);
    }
  }

  @Test
  void aChartRunsAsThePageIsRead() {
    for (var language : List.of("fr", "ar"))
      try (var visit = browser.visit(Visitor.of(language))) {
        visit.open("/tags/all");
        var today = visit.page().locator(".days a path").last().boundingBox().x;
        var days = visit.page().locator(".days figcaption time");
        var isRightToLeft =
            today < 640 && days.first().boundingBox().x > days.last().boundingBox().x;
        assertThat(isRightToLeft).as(language).isEqualTo(language.equals("ar"));
      }
  }

  @Test
  void theAddressOfAFeedIsCopied() {
    try (var visit = browser.visit(Visitor.of("fr"))) {
      visit.open("/tags/banques");
      visit.page().locator(".heading summary").first().click();
      var copy = visit.page().locator("button.copy").first();
      copy.click();
      visit.page().waitForCondition(() -> copy.innerText().equals("Copié"));
      assertThat(visit.page().evaluate("() => navigator.clipboard.readText()"))
          .isEqualTo(PageWorld.BASE + "/feeds/banques.atom");
    }
  }

  @Test
  void aFeedThatIsOpenedShowsHowToSubscribe() {
    try (var visit = browser.visit(Visitor.of("en"))) {
      assertThat(visit.open("/feeds/banques.atom")).isEqualTo(200);
      assertThat(visit.page().url()).endsWith("/tags/banques#subscribe");
      assertThat(visit.page().locator("#subscribe input").first().isVisible()).isTrue();
    }
  }

  @Test
  void howToSubscribeIsFoldedUntilTheButtonIsPressed() {
    try (var visit = browser.visit(Visitor.of("en"))) {
      visit.open("/tags/banques");
      var address = visit.page().locator("#subscribe input").first();
      assertThat(address.isVisible()).isFalse();
      visit.page().locator(".heading summary").first().click();
      assertThat(address.isVisible()).isTrue();
      assertThat(visit.page().locator(".readers a").first().getAttribute("href"))
          .isEqualTo("feed:" + PageWorld.BASE + "/feeds/banques.atom");
    }
  }
}
