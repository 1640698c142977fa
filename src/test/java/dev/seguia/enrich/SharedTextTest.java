package dev.seguia.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.poll.PollWorld;
import dev.seguia.source.Source;
import dev.seguia.store.ArticlePages;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.store.state.RefusedPages;
import dev.seguia.testing.TestServer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Pages that are not those of the articles that lead to them.
final class SharedTextTest {
  private static final List<String> TITLES =
      List.of(
          "Le barrage de Bin El Ouidane est plein",
          "La bourse de Casablanca finit en hausse",
          "Un musée ouvre ses portes à Tiznit",
          "Les trains reprennent vers Oujda",
          "La récolte des olives sera bonne",
          "Nouvelle ligne de tramway pour Rabat");

  private static final String WALL =
      """
      <p>Pour lire ce site sans payer, laissez nos partenaires suivre votre navigation et montrer leurs annonces.</p>
      <p>Vous pouvez aussi vous abonner pour quelques dirhams par mois et lire tranquille, sans traceurs ni bannières.</p>
      <p>Nos partenaires mesurent l’audience, choisissent les annonces selon vos goûts et améliorent leurs services.</p>
      <p>Sans votre accord, les pages de ce site restent fermées, car la publicité paie le travail de la rédaction.</p>
      <p>Les données recueillies sont l’adresse de votre machine, les pages lues, leur durée et la région d’où vous lisez.</p>
      <p>Elles sont gardées par cent vingt sociétés dont la liste entière est donnée à la page que voici.</p>
      <p>Votre choix est gardé six mois ; vous le changez quand vous voulez au bas de chaque page de ce site.</p>
      """;

  private final PollWorld world = new PollWorld();
  private Source source;
  private PageReading reading;

  @BeforeEach
  void begin() {
    var plain = world.sourceAt("/rss");
    source =
        new Source(
            plain.url(), "Journal", plain.htmlUrl(), plain.tags(), plain.settings().withFullText());
    world.sources.list(List.of(source));
    reading =
        new PageReading(
            world.crawler,
            new ArticlePages(world.database, world.session),
            id -> Optional.of(source).filter(listed -> listed.id().equals(id)),
            world.clock);
    world.server.on("/", exchange -> TestServer.answer(exchange, 404, new byte[0]));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void poll(int articles) throws InterruptedException {
    var items =
        IntStream.range(0, articles)
            .mapToObj(article ->
                """
                <item><guid>%1$d</guid><title>%2$s</title><link>%3$s</link>
                <description>Le chapeau propre à l’article numéro %1$d.</description></item>
                """
                    .formatted(
                        article, TITLES.get(article), world.server.url("/article/" + article)))
            .collect(Collectors.joining());
    world.server.serve(
        "/rss",
        "application/rss+xml",
        "<rss version='2.0'><channel><title>Journal</title>" + items + "</channel></rss>");
    world.clock.advance(Duration.ofHours(1));
    world.poll(source);
  }

  private void page(int article, String title, String head, String body) {
    world.server.serve(
        "/article/" + article,
        "text/html; charset=utf-8",
        "<!doctype html><html><head><title>%1$s</title>%2$s</head><body><main><article><h1>%1$s</h1>%3$s</article></main></body></html>"
            .formatted(title, head, body));
  }

  private static String text(int article) {
    return "<p>%s, et voici comment cela s’est passé le jour numéro %d selon les témoins.</p><p>%s</p>"
        .formatted(
            TITLES.get(article),
            article,
            IntStream.range(0, 60)
                .mapToObj(word -> "mot" + article + "x" + word)
                .collect(Collectors.joining(" ")));
  }

  private void readAll() throws InterruptedException {
    while (reading.round() > 0) assertThat(world.all()).isNotEmpty();
  }

  private List<String> contents() {
    return world.all().stream().map(entry -> entry.entry().content()).toList();
  }

  private StoredEntry entry(int article) {
    return world.all().stream()
        .filter(entry -> entry.entry().title().equals(TITLES.get(article)))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Vous vouliez lire : %s", "%s %s : abonnez-vous pour lire la suite !"})
  void isTakenForNoneOfTheArticlesThatHaveIt(String own) throws InterruptedException {
    for (var article = 0; article < 5; article++)
      page(
          article,
          TITLES.get(article),
          "",
          WALL + "<p>" + own.replace("%s", TITLES.get(article)) + "</p>");
    poll(5);
    readAll();
    assertThat(contents()).hasSize(5).allMatch(text -> text.contains("Le chapeau propre"));
    assertThat(world.entries.pageTrouble(entry(0)))
        .contains("text not taken: the same text for 5 articles");
    assertThat(world.sources.statuses().getFirst().refusedPages())
        .contains(new RefusedPages(5, "text not taken: the same text for 5 articles"));
  }

  @Test
  void isTakenBackFromTheArticleThatHadItFirst() throws InterruptedException {
    for (var article = 0; article < 3; article++) page(article, TITLES.get(article), "", WALL);
    poll(1);
    readAll();
    assertThat(entry(0).entry().content()).contains("nos partenaires");
    poll(2);
    readAll();
    poll(3);
    readAll();
    assertThat(contents()).hasSize(3).allMatch(text -> text.contains("Le chapeau propre"));
  }

  @Test
  void asAPictureIsTheLogoOfTheSiteAndStandsForNoArticle() throws InterruptedException {
    var logo = "<meta property='og:image' content='https://img.example/logo-600.png'>";
    var own = "<meta property='og:image' content='https://img.example/3.jpg'>";
    // two may have one picture, as two articles about one event do
    for (var article = 0; article < 2; article++)
      page(article, TITLES.get(article), logo, text(article));
    poll(2);
    readAll();
    assertThat(world.all()).allMatch(entry -> entry.entry().image().isPresent());
    page(2, TITLES.get(2), logo, text(2));
    page(3, TITLES.get(3), own, text(3));
    poll(4);
    readAll();
    for (var article = 0; article < 3; article++)
      assertThat(entry(article).entry().image()).isEmpty();
    assertThat(entry(3).entry().image()).contains("https://img.example/3.jpg");
  }

  @Test
  void givesWayToTheTextWhenTheWallIsGone() throws InterruptedException {
    for (var article = 0; article < 2; article++) page(article, TITLES.get(article), "", WALL);
    poll(2);
    readAll();
    for (var article = 0; article < 2; article++)
      page(article, TITLES.get(article), "", text(article));
    world.clock.advance(Duration.ofHours(6));
    readAll();
    assertThat(contents()).allMatch(text -> text.contains("selon les témoins"));
    assertThat(world.sources.statuses().getFirst().refusedPages()).isEmpty();
  }

  @Test
  void spoilsNoOtherArticleOfTheSite() throws InterruptedException {
    for (var article = 0; article < 5; article++)
      page(article, TITLES.get(article), "", article < 2 ? WALL : text(article));
    poll(5);
    readAll();
    assertThat(contents().stream().filter(text -> text.contains("selon les témoins"))).hasSize(3);
  }

  /// A page that came from elsewhere, or says that it is another.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Journal - accueil | <link rel=canonical href=/> | false",
        "Vos choix | <link rel=canonical href=/choix> | false",
        "Vos choix | <meta property=og:url content=https://choix.example/page> | false",
        "Vos choix | | false",
        "Le barrage de Bin El Ouidane est plein | <link rel=canonical href=/> | true",
        "Barrage de Bin El Ouidane : plein | <link rel=canonical href=/economie/12> | true",
        "Le barrage de Bin El Ouidane est plein - Journal | | true"
      })
  void isTakenOffAnotherPageOnlyIfItsTitleAgrees(String title, @Nullable String head, boolean taken)
      throws InterruptedException {
    page(0, title, head == null ? "" : head, WALL);
    poll(1);
    readAll();
    assertThat(entry(0).entry().content().contains("nos partenaires")).isEqualTo(taken);
    assertThat(world.entries.pageTrouble(entry(0)).isPresent()).isNotEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource({
    "/, Journal",
    "/consent?to=x, Journal",
    "/login, Se connecter",
    "/404.html, Page introuvable"
  })
  void isNotTakenWhereARedirectLedToAnotherPage(String location, String title)
      throws InterruptedException {
    world.server.on(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.getResponseHeaders().set("Location", location);
          var isArticle = exchange.getRequestURI().getPath().startsWith("/article/");
          TestServer.answer(
              exchange,
              isArticle
                  ? 302
                  : exchange.getRequestURI().getPath().equals("/robots.txt") ? 404 : 200,
              ("<html><title>" + title + "</title><article>" + WALL + "</article></html>")
                  .getBytes(UTF_8));
        });
    poll(1);
    readAll();
    assertThat(entry(0).entry().content()).contains("Le chapeau propre");
  }

  @ParameterizedTest
  @CsvSource({
    "Just a moment..., challenge",
    "Votre consentement, consent",
    "Account suspended, suspension",
    "Connexion, login",
    "404 Not Found, soft 404"
  })
  void isNamedWhereThePageIsAnInterstitialOne(String title, String words)
      throws InterruptedException {
    page(0, title, "", "<p>Encore un instant, cela ne prendra pas plus de quelques secondes.</p>");
    poll(1);
    readAll();
    assertThat(world.entries.pageTrouble(entry(0)).orElseThrow()).contains(words);
  }
}
