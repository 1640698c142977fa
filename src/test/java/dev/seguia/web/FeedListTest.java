package dev.seguia.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.config.FeedSettings;
import dev.seguia.dedup.MergeScope;
import dev.seguia.feed.FeedFormat;
import dev.seguia.page.Article;
import dev.seguia.publish.Publisher;
import dev.seguia.source.Source;
import dev.seguia.store.StoreWorld;
import dev.seguia.testing.TestSettings;
import dev.seguia.url.BaseUrl;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The lists of our feeds, as OPML.
final class FeedListTest {
  private static final String BASE = "https://seguia.example";
  private static final Pattern OUTLINE = Pattern.compile("<outline text=\"([^\"]*)\"|(</outline>)");

  private static final Source LE_360 = StoreWorld.source("https://le360.example/rss", "Maroc");
  private static final Source SECRET =
      StoreWorld.source("https://reader:word@closed.example/rss", "Maroc");
  private static final Source SPORT = StoreWorld.source("https://sport.example/rss", "Sport");

  private final StoreWorld world = new StoreWorld();

  @BeforeEach
  void fill() {
    world.sources.list(List.of(LE_360, SECRET, SPORT));
    poll(SPORT, 1, "Sport", "Vieux");
    world.clock.advance(Duration.ofDays(40));
    poll(LE_360, 6, "Maroc", "Culture");
    poll(SPORT, 4, "Sport", "Football");
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private void poll(Source source, int entries, String... tags) {
    var date = world.clock.instant().toString();
    var arrivals =
        IntStream.range(0, entries)
            .mapToObj(at ->
                Article.of("https://one.example/" + tags[1] + at, "Titre " + tags[1] + at)
                    .tags(tags)
                    .published(date)
                    .arrival())
            .toList();
    world.poll(MergeScope.ALL_SOURCES, source, arrivals);
  }

  private Response get(String query, String... settings) {
    return get(query, TestSettings.of(settings).feeds(), Map.of());
  }

  private Response get(String query, FeedSettings settings, Map<String, String> headers) {
    var handler =
        new FeedListHandler(
            new Publisher(world.entries, settings, BaseUrl.of(BASE)), "", world.clock);
    return handler.list(
        new Request(
            "GET",
            "/feeds.opml",
            query,
            Map.of(),
            name -> headers.getOrDefault(name, ""),
            InetAddress.getLoopbackAddress()));
  }

  private static String body(Response response) {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  /// As in `Seguia Dossiers(Maroc)`.
  private static String outlines(Response response) {
    var shape = new StringBuilder();
    var lines = body(response).lines().filter(line -> line.contains("outline")).toList();
    for (var line : lines) {
      var found = OUTLINE.matcher(line);
      if (!found.find()) continue;
      if (line.startsWith("</")) shape.append(')');
      else {
        if (!shape.isEmpty() && shape.charAt(shape.length() - 1) != '(') shape.append(' ');
        shape.append(found.group(1)).append(line.endsWith("/>") ? "" : "(");
      }
    }
    return shape.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "'', Seguia Dossiers(Maroc) Thèmes(Culture)",
    "min=5, Seguia Dossiers(Maroc) Thèmes(Culture)",
    "min=4, Seguia Dossiers(Maroc Sport) Thèmes(Culture Football)",
    "min=7, Seguia",
    "min=1, Seguia Dossiers(Maroc Sport) Thèmes(Culture Football)",
    "min=0, Seguia Dossiers(Maroc Sport) Thèmes(Culture Football Vieux)"
  })
  void listsTagsThatAreInUseInTwoFolders(String query, String outlines) {
    assertThat(outlines(get(query))).isEqualTo(outlines);
  }

  @ParameterizedTest
  @CsvSource({"fr, Dossiers, Thèmes", "en, Folders, Tags", "ar, المجلدات, الوسوم"})
  void namesTheFoldersInTheLanguageOfThePages(String language, String ofTheList, String others) {
    assertThat(outlines(get("", "language=" + language)))
        .isEqualTo("Seguia " + ofTheList + "(Maroc) " + others + "(Culture)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"maroc", "Maroc", "MAROC"})
  void givesAFolderOfTheListWithTheFeedsOfItsSources(String folder) {
    var list = get("folder=" + folder);
    assertThat(outlines(list)).isEqualTo("Maroc(Maroc Title of https://le360.example/rss)");
    assertThat(body(list))
        .contains(
            "xmlUrl=\"" + BASE + "/feeds/maroc.atom\" htmlUrl=\"" + BASE + "/tags/maroc\"",
            "xmlUrl=\"" + BASE + "/sources/" + LE_360.id() + ".atom\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"culture", "nowhere"})
  void hasNoFolderThatTheListDoesNotGive(String folder) {
    assertThat(get("folder=" + folder).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "min=-1",
        "min=x",
        "min=",
        "min=1.5",
        "min=99999999999",
        "folder=",
        "folder=%2B",
        "folder=maroc&min=1",
        "download=yes"
      })
  void refusesWhatItDoesNotUnderstand(String query) {
    var words = new ArrayList<String>();
    try {
      get(query);
    } catch (BadRequestException e) {
      words.add(e.words());
    }
    assertThat(words).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "'', /tags#subscribe",
    "min=0, /tags#subscribe",
    "folder=maroc, /tags/maroc#subscribe"
  })
  void leadsAPersonToThePage(String query, String page) {
    var response = get(query, TestSettings.of().feeds(), Map.of("Accept", "text/html"));
    assertThat(response.status()).isEqualTo(303);
    assertThat(response.headers()).containsEntry("Location", page);
  }

  @Test
  void aPersonCanDownloadIt() {
    var response = get("download=1", TestSettings.of().feeds(), Map.of("Accept", "text/html"));
    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers())
        .containsEntry("Content-Disposition", "attachment; filename=\"feeds.opml\"")
        .containsEntry("Content-Type", "text/x-opml; charset=utf-8");
  }

  @Test
  void namesFeedsInAFormatThatIsServed() {
    assertThat(body(get("", "feeds.formats=[json, rss]")))
        .contains("/feeds/maroc." + FeedFormat.RSS.extension() + "\"")
        .doesNotContain(".atom");
  }

  @Test
  void isTheSameForTheSameEntries() {
    assertThat(get("min=0").body()).isEqualTo(get("min=0").body());
  }
}
