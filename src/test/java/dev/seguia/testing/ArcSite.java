package dev.seguia.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A newspaper built as those are that Arc XP publishes: sections, a feed with summaries, a sitemap
/// index with a news sitemap, and article pages, all made of the same articles. What of it is
/// served where, and when, is up to the test.
public final class ArcSite {
  private static final DateTimeFormatter FRENCH =
      DateTimeFormatter.ofPattern("'Le' dd/MM/yyyy 'à' HH'h'mm", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final TestServer server;
  private final List<Article> articles = new ArrayList<>();

  /// An article.
  ///
  /// @param number makes its key
  /// @param slug stands before the key in its address, and may change
  public record Article(
      int number, String section, String slug, String title, String standfirst, Instant published) {
    /// The key in the address that never changes.
    public String key() {
      return "KAFILA%020d".formatted(number);
    }

    public String path() {
      return "/%s/%s_%s/".formatted(section, slug, key());
    }

    Article withSlug(String other) {
      return new Article(number, section, other, title, standfirst, published);
    }
  }

  public ArcSite(TestServer server) {
    this.server = server;
    server.on("/", exchange -> TestServer.answer(exchange, 404, new byte[0]));
    server.on("/robots.txt", exchange -> text(exchange, "text/plain", robots()));
    for (var section : List.of("economie", "sport"))
      server.on("/" + section, exchange -> page(exchange, section));
  }

  /// Adds an article, the newest.
  public Article publish(Article article) {
    articles.addFirst(article);
    return article;
  }

  /// Gives an article another address, as newspapers do when they rewrite its title.
  public void rename(Article article, String slug) {
    articles.replaceAll(known -> known.equals(article) ? known.withSlug(slug) : known);
  }

  /// Serves the feed with these articles.
  public ArcSite feedOf(List<Article> shown) {
    server.serve("/arc/outboundfeeds/rss/", "application/rss+xml", feed(current(shown)));
    return this;
  }

  /// Serves the news sitemap, and its index, with these articles.
  public ArcSite sitemapOf(List<Article> shown) {
    server.serve("/sitemap-index.xml", "application/xml", index());
    server.serve("/sitemap-news.xml", "application/xml", sitemap(current(shown)));
    return this;
  }

  private List<Article> current(List<Article> shown) {
    return articles.stream()
        .filter(article -> shown.stream().anyMatch(one -> one.number() == article.number()))
        .toList();
  }

  /// All articles, newest first.
  public List<Article> all() {
    return List.copyOf(articles);
  }

  public URI url(String path) {
    return server.url(path);
  }

  private String robots() {
    return "User-agent: *\nDisallow: /recherche\nSitemap: " + url("/sitemap-index.xml") + "\n";
  }

  private void page(HttpExchange exchange, String section) throws IOException {
    var path = exchange.getRequestURI().getPath();
    if (path.equals("/" + section + "/")) text(exchange, "text/html", section(section));
    else {
      var article = articles.stream().filter(one -> path.contains(one.key())).findFirst();
      if (article.isEmpty()) TestServer.answer(exchange, 404, new byte[0]);
      else text(exchange, "text/html", article(article.get()));
    }
  }

  private static void text(HttpExchange exchange, String type, String text) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    TestServer.answer(exchange, 200, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String joined(List<Article> shown, Function<Article, String> written) {
    return shown.stream().map(written).collect(Collectors.joining());
  }

  private String section(String section) {
    var shown = articles.stream().filter(article -> article.section().equals(section)).toList();
    var items =
        joined(
            shown,
            article ->
                """
                <div class="article-list--text-container"><h2><a href="%s">%s</a></h2>
                <p class="article-list--description">%s</p>
                <div class="article-list--date">%s</div></div>
                """
                    .formatted(
                        article.path(),
                        article.title(),
                        article.standfirst(),
                        FRENCH.format(article.published())));
    return """
    <!doctype html><html lang="fr"><head><title>Économie - Kafila</title>
    <link rel="alternate" type="application/rss+xml" title="Kafila" href="/arc/outboundfeeds/rss/">
    </head><body><nav><a href="/economie/">Économie</a> <a href="/sport/">Sport</a></nav>
    <main>%s</main><footer><a href="/qui-sommes-nous/">Qui sommes-nous ?</a></footer></body></html>
    """
        .formatted(items);
  }

  private String article(Article article) {
    return """
    <!doctype html><html lang="fr"><head><title>%1$s - Kafila</title>
    <link rel="canonical" href="%2$s"><meta property="og:site_name" content="Kafila">
    <meta property="og:image" content="%3$s"></head>
    <body><nav><a href="/economie/">Économie</a> <a href="/sport/">Sport</a></nav>
    <h1 class="headline-container">%1$s</h1>
    <h2 class="subheadline-container">%4$s</h2>
    <a class="byline-credits-bold" href="/auteur/salma-idrissi/">Salma Idrissi</a>
    <div class="article-main-information-subheadline-date">%5$s</div>
    <article class="default__ArticleBody-sc-1m2k3j">
    <p>%4$s Voilà ce que l’on sait ce soir de l’affaire numéro %6$d, après une journée de pluie et de
    vent sur la plaine, où les ouvriers attendaient depuis l’aube que l’eau revienne enfin.</p>
    <p>Le conseil se réunira lundi pour en décider. D’ici là, les habitants du quartier numéro %6$d
    disent qu’ils garderont les vannes fermées et qu’ils laisseront couler l’eau la nuit seulement.</p>
    </article><aside><a href="/sport/">Tout le sport</a></aside>
    <footer>Tous droits réservés</footer></body></html>
    """
        .formatted(
            article.title(),
            url(article.path()),
            url("/photo/" + article.number() + ".jpg"),
            article.standfirst(),
            FRENCH.format(article.published()),
            article.number());
  }

  private String feed(List<Article> shown) {
    var items =
        joined(
            shown,
            article ->
                """
                <item><title>%s</title><link>%s</link><guid isPermaLink="false">%s</guid>
                <description>%s</description><pubDate>%s</pubDate></item>
                """
                    .formatted(
                        article.title(),
                        url(article.path()),
                        article.key(),
                        article.standfirst(),
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            article.published().atOffset(ZoneOffset.UTC))));
    return "<rss version=\"2.0\"><channel><title>Kafila</title><link>%s</link>%s</channel></rss>"
        .formatted(url("/"), items);
  }

  private String index() {
    return "<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>%s</loc></sitemap></sitemapindex>"
        .formatted(url("/sitemap-news.xml"));
  }

  private String sitemap(List<Article> shown) {
    var pages =
        joined(
            shown,
            article ->
                """
                <url><loc>%s</loc><lastmod>%s</lastmod><news:news><news:publication>
                <news:name>Kafila</news:name><news:language>fr</news:language></news:publication>
                <news:publication_date>%s</news:publication_date></news:news></url>
                """
                    .formatted(url(article.path()), article.published(), article.published()));
    return "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">"
        + pages
        + "</urlset>";
  }

  /// An article of the section économie with words of its own.
  public static Article economy(int number, Instant published) {
    var subject = SUBJECTS.get(number % SUBJECTS.size());
    return new Article(
        number,
        "economie",
        subject.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-") + "-" + number,
        "%s : ce qui change au jour %d".formatted(subject, number),
        "Le dossier %s avance, et le jour %d n’y est pas pour rien.".formatted(subject, number),
        published);
  }

  private static final List<String> SUBJECTS =
      List.of(
          "Barrages et irrigation",
          "Prix du blé tendre",
          "Port de Nador",
          "Crédit aux petites fermes",
          "Tramway de Salé",
          "Bourse de Casablanca",
          "Huile d’olive de Meknès");

  /// The article that is shown under a link, if there is one.
  public Optional<Article> of(String link) {
    return articles.stream().filter(article -> link.contains(article.key())).findFirst();
  }
}
