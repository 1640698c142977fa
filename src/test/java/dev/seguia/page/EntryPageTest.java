package dev.seguia.page;

import static dev.seguia.page.PageWorld.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.feed.Audience.Reach;
import dev.seguia.feed.Enclosure;
import dev.seguia.feed.Picture;
import dev.seguia.source.Source;
import dev.seguia.store.StoreWorld;
import dev.seguia.testing.TestSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The page of one entry.
final class EntryPageTest {
  private static final Path GOLDEN = Path.of("src/test/resources/pages");
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");
  private static final String RATE = NewsDay.RATE.link();

  @TempDir private Path folder;
  private PageWorld world;

  @BeforeEach
  void start() {
    world = new PageWorld(folder);
    world.store.sources.list(NewsDay.SOURCES);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private static Article article(String name, String title) {
    return Article.of("https://le360.example/" + name, title);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "ar", "en"})
  void isAsTheGoldenPageSays(String language) throws IOException {
    NewsDay.happenIn(world);
    var page = world.get(world.page(RATE), "Accept-Language", language);
    var golden = GOLDEN.resolve("entry." + language + ".golden.html");
    if (UPDATE) Files.writeString(golden, page.body());
    assertThat(page.body()).isEqualTo(Files.readString(golden));
    assertThat(header(page, "content-language")).isEqualTo(language);
    assertThat(header(page, "vary")).isEqualTo("Accept-Encoding, Accept-Language");
  }

  @Test
  void datesAreThoseOfThePlaceWhereItIsRead() {
    world.poll(NewsDay.LE_360, article("nuit", "Nuit").published("2025-11-13T23:30:00Z"));
    assertThat(world.get(world.page("https://le360.example/nuit")).body())
        .contains("13/11/2025", "jeudi 13 novembre");
    world.serve(TestSettings.of("pages.time-zone=Africa/Casablanca").pages());
    assertThat(world.get(world.page("https://le360.example/nuit")).body())
        .contains("14/11/2025", "vendredi 14 novembre");
  }

  @Test
  void isNotModifiedForThoseWhoHaveIt() {
    NewsDay.happenIn(world);
    var path = world.page(RATE);
    var etag = header(world.get(path), "etag");
    assertThat(world.get(path, "If-None-Match", etag).statusCode()).isEqualTo(304);
    assertThat(header(world.head(path), "etag")).isEqualTo(etag);
    assertThat(world.head(path).body()).isEmpty();
  }

  @Test
  void mayShowTheImagesOfTheArticleAndRunNothing() {
    world.poll(NewsDay.LE_360, article("a", "Titre"));
    assertThat(header(world.get(world.page("https://le360.example/a")), "content-security-policy"))
        .isEqualTo(
            "default-src 'none'; style-src 'self'; img-src 'self' https: http:;"
                + " media-src https: http:; base-uri 'none'; form-action 'self';"
                + " frame-ancestors 'none'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/entries/00000000000000000000000000000000",
        "/entries/0123",
        "/entries/x",
        "/entries/https:le360.example",
        "/entries/"
      })
  void saysInWordsThatThereIsNone(String path) {
    world.poll(NewsDay.LE_360, article("a", "Titre"));
    var answer = world.get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).startsWith("No such entry");
  }

  @Test
  void aDroppedEntryHasNoneAndAMutedOneHas() {
    world.poll(
        NewsDay.LE_360,
        article("m", "En sourdine").reach(Reach.MUTED),
        article("x", "Supprimé").reach(Reach.DROPPED));
    assertThat(world.get(world.page("https://le360.example/m")).statusCode()).isEqualTo(200);
    assertThat(world.get(world.page("https://le360.example/x")).statusCode()).isEqualTo(404);
  }

  @Test
  void leavesHostileTextWithoutPower() {
    var source = source("https://evil.example/rss", "\"><script>alert(1)</script>");
    world.store.sources.list(List.of(source));
    world.poll(
        source,
        article("a", "<script>alert(2)</script> \"x\" \u202egnp")
            .summary("<img src=x onerror=alert(3)>")
            .content("<p>Un tout autre texte</p>")
            .tags("<b>\"tag\"</b>"));
    assertThat(world.get(world.page("https://le360.example/a")).body())
        .doesNotContain("<script>", "<b>", "<img src=x", "alert(2)</script>")
        .contains(
            "<bdi>\"&gt;&lt;script&gt;alert(1)&lt;/script&gt;</bdi>",
            "&lt;script&gt;alert(2)&lt;/script&gt; \"x\"",
            "&lt;img src=x onerror=alert(3)&gt;",
            "<bdi>&lt;b&gt;\"tag\"&lt;/b&gt;</bdi>",
            "\"headline\":\"\\u003cscript\\u003ealert(2)\\u003c/script\\u003e");
  }

  private static Source source(String url, String title) {
    var plain = StoreWorld.source(url);
    return new Source(plain.url(), title, plain.htmlUrl(), plain.tags(), plain.settings());
  }

  @Test
  void theAddressesOfSecretSourcesLetNoOneIn() {
    var secret = source("https://me:hunter2@private.example/rss?token=hunter2", "");
    world.store.sources.list(List.of(secret));
    world.store.poll(
        secret,
        new StoreWorld.Item(
            Optional.of("tag:private.example,2025:1"),
            Optional.empty(),
            "Un titre sans lien",
            "",
            Optional.empty()));
    var name = world.page("tag:private.example,2025:1");
    assertThat(world.get(name).body()).contains("private.example/rss").doesNotContain("hunter2");
  }

  @ParameterizedTest
  @CsvSource({"fr, ltr", "ar-ma, rtl", "az-arab, rtl", "ar-latn, ltr", "he, rtl"})
  void theTextHasItsOwnLanguageAndDirection(String language, String direction) {
    world.poll(NewsDay.LE_360, article("a", "Titre").in(language).content("<p>Le texte</p>"));
    assertThat(world.get(world.page("https://le360.example/a"), "Accept-Language", "en").body())
        .contains(
            "<html lang=\"en\" dir=\"ltr\">",
            "<div class=\"text\" lang=\"" + language + "\" dir=\"" + direction + "\">");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>Le gouvernement a dit.</p> | Le gouvernement a… | false",
        "<p>Le <b>gouvernement</b> a&nbsp;dit.</p> | Le gouvernement a dit. | false",
        "<p>Un autre texte.</p> | Le gouvernement a dit. | true",
        "'' | Le gouvernement a dit. | true"
      })
  void theSummaryStandsAboveATextThatDoesNotBeginWithIt(
      String content, String summary, boolean shown) {
    world.poll(NewsDay.LE_360, article("a", "Titre").content(content).summary(summary));
    var page = world.get(world.page("https://le360.example/a")).body();
    assertThat(page.contains("<p class=\"lead\">" + summary + "</p>")).isEqualTo(shown);
  }

  @Test
  void aSourceThatNamesItselfAsTheAuthorIsNamedOnce() {
    world.store.sources.list(List.of(source("https://le360.example/rss", "le360")));
    world.poll(
        NewsDay.LE_360, article("a", "Titre").by("le360"), article("b", "Autre").by("A. B."));
    assertThat(world.get(world.page("https://le360.example/a")).body())
        .doesNotContain("<bdi>le360</bdi></a> · ");
    assertThat(world.get(world.page("https://le360.example/b")).body())
        .contains("<bdi>le360</bdi></a> · <bdi>A. B.</bdi>");
  }

  @Test
  void imagesComeLateAndPlayersAreLinks() {
    world.poll(
        NewsDay.LE_360,
        article("a", "Titre")
            .content(
                "<p><img src=\"https://i.example/1.jpg\" alt=\"\" referrerpolicy=\"no-referrer\"></p>"
                    + "<iframe src=\"https://www.youtube.com/embed/x?a=1&amp;b=2\" title=\"&gt;\""
                    + " allowfullscreen=\"\"></iframe>"));
    assertThat(world.get(world.page("https://le360.example/a")).body())
        .contains(
            "<img loading=\"lazy\" src=\"https://i.example/1.jpg\" alt=\"\""
                + " referrerpolicy=\"no-referrer\">",
            "<a class=\"player\" href=\"https://www.youtube.com/embed/x?a=1&amp;b=2\""
                + " rel=\"noopener noreferrer\">www.youtube.com</a>")
        .doesNotContain("<iframe");
  }

  private static final Picture PICTURE =
      new Picture("https://i.example/1.jpg", 1200, 675, "Le barrage", "A. Photographe");

  private String page(Article article) {
    world.poll(NewsDay.LE_360, article);
    return world.get(world.page("https://le360.example/a")).body();
  }

  @Test
  void thePictureHasItsCaptionAndCredit() {
    assertThat(page(article("a", "Titre").picture(PICTURE).content("<p>Un texte.</p>")))
        .contains(
            "<img src=\"https://i.example/1.jpg\" alt=\"Le barrage\" referrerpolicy=\"no-referrer\">",
            "<figcaption>Le barrage <span class=\"by\"><bdi>A. Photographe</bdi></span></figcaption>");
  }

  @Test
  void thePictureIsNotShownAboveATextWithImages() {
    var text = "<p><img src=\"https://i.example/2.jpg\" alt=\"\"></p>";
    assertThat(page(article("a", "Titre").picture(PICTURE).content(text)))
        .doesNotContain("class=\"picture\"");
  }

  @Test
  void aFilmOfAnotherSiteIsALinkWithItsPicture() {
    var film = Article.of("https://www.youtube.com/watch?v=x", "Film").picture(PICTURE);
    world.poll(NewsDay.LE_360, film);
    assertThat(world.get(world.page(film.link())).body())
        .contains(
            "<a href=\"https://www.youtube.com/watch?v=x\" rel=\"noopener noreferrer\"><img",
            "<span class=\"player\">Voir la vidéo</span></a>");
  }

  @Test
  void filesArePlayedShownOrLinkedByWhatTheyAre() {
    var body =
        page(
            article("a", "Titre")
                .files(
                    file("https://f.example/1.mp3", "audio/mpeg", 38_000_000),
                    file("https://f.example/2.mp4", "video/mp4", 2_500_000_000L),
                    file("https://f.example/3.jpg", "image/jpeg", 9_000),
                    file("https://f.example/4.pdf", "application/pdf", 500)));
    assertThat(body)
        .contains(
            "<audio controls preload=\"none\" src=\"https://f.example/1.mp3\"></audio>",
            "<bdi>1.mp3</bdi></a> · 38\u00a0Mo",
            "<video controls preload=\"none\" src=\"https://f.example/2.mp4\"></video>",
            "<bdi>2.mp4</bdi></a> · 2,5\u00a0Go",
            "<img src=\"https://f.example/3.jpg\" alt=\"\" loading=\"lazy\"",
            "<a href=\"https://f.example/4.pdf\" rel=\"noopener noreferrer\"><bdi>4.pdf</bdi></a> · 500\u00a0octets");
  }

  @Test
  void withoutPicturesFilesAreLinks() {
    world.serve(TestSettings.of("pages.images=false").pages());
    var body =
        page(
            article("a", "Titre")
                .picture(PICTURE)
                .files(
                    file("https://f.example/1.mp3", "audio/mpeg", 1_000),
                    file("https://f.example/3.jpg", "image/jpeg", 1_000)));
    assertThat(body)
        .contains("<bdi>1.mp3</bdi></a>", "<bdi>3.jpg</bdi></a>")
        .doesNotContain("<img", "<audio");
  }

  private static Enclosure file(String url, String type, long length) {
    return new Enclosure(url, Optional.of(type), OptionalLong.of(length));
  }
}
