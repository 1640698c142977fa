package dev.seguia.scrape.article;

import dev.seguia.feed.ImageUrl;
import dev.seguia.scrape.BoundedText;
import dev.seguia.scrape.MetaTags;
import dev.seguia.scrape.SchemaItem;
import dev.seguia.scrape.StructuredData;
import dev.seguia.scrape.WebPage;
import dev.seguia.source.Selector;
import dev.seguia.xpath.XPathLimitException;
import java.net.URI;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/// Readability: extracts the article of a web page (title, text, authors, dates, image) without
/// boilerplate.
public final class ArticleReader {
  private static final int CATEGORIES = 50;
  private static final int LONGEST_CATEGORY = 100;

  private final boolean fromStructuredData;

  public ArticleReader() {
    this(true);
  }

  /// A reader that may ignore structured data.
  ///
  /// @param fromStructuredData whether JSON-LD and microdata are read
  public ArticleReader(boolean fromStructuredData) {
    this.fromStructuredData = fromStructuredData;
  }

  /// Reads a page; missing parts are left out. Dates without a time zone are in UTC.
  ///
  /// @see #read(WebPage, Optional, ZoneId)
  public Article read(WebPage page, Optional<Selector> body) {
    return read(page, body, ZoneOffset.UTC);
  }

  /// Reads a page; missing parts are left out.
  ///
  /// @param body where the text stands, if that is known; what is found there counts as it is
  /// @param timeZone of dates that name none
  /// @throws XPathLimitException if finding the text by an XPath expression is too much work
  public Article read(WebPage page, Optional<Selector> body, ZoneId timeZone) {
    var data = fromStructuredData ? StructuredData.of(page) : StructuredData.none();
    var thing = MainThing.of(data, page.location());
    var meta = MetaTags.of(page.document());
    var site = site(data, thing, meta);
    var title = ArticleTitle.of(page, thing, meta, site);
    var dates = ArticleDates.of(page, thing, meta, timeZone);
    return new Article(
        title,
        ArticleBody.of(page.document(), body, thing, title.orElse("")),
        ArticleAuthors.of(page.document(), thing, meta, site),
        dates.published(),
        dates.modified(),
        image(page, thing, meta),
        link(page, meta),
        language(page.document(), thing, meta),
        site,
        categories(thing, meta));
  }

  private static Optional<String> site(
      StructuredData data, Optional<SchemaItem> thing, MetaTags meta) {
    var named = meta.all(List.of("og:site_name", "application-name", "twitter:app:name:iphone"));
    var published = thing.flatMap(article -> article.text("publisher")).stream();
    var site =
        data
            .first(List.of("WebSite", "NewsMediaOrganization"))
            .flatMap(one -> one.text("name"))
            .stream();
    return Stream.of(named, published, site)
        .flatMap(names -> names)
        .map(BoundedText::line)
        .filter(name -> !name.isEmpty() && name.length() <= LONGEST_CATEGORY)
        .findFirst();
  }

  private static Optional<URI> image(WebPage page, Optional<SchemaItem> thing, MetaTags meta) {
    return Stream.concat(
            meta.all(
                List.of(
                    "og:image:secure_url",
                    "og:image",
                    "og:image:url",
                    "twitter:image",
                    "twitter:image:src")),
            thing.stream().flatMap(ArticleReader::images))
        .flatMap(address -> resolved(page, address).stream())
        .filter(image -> ImageUrl.isReal(image.toString()) && !image.equals(page.location()))
        .findFirst();
  }

  private static Stream<String> images(SchemaItem article) {
    return Stream.concat(
        article.things("image").stream().flatMap(image -> image.text("url").stream()),
        Stream.concat(article.texts("image").stream(), article.texts("thumbnailUrl").stream()));
  }

  /// A front page names no article: some sites call it canonical on every page.
  private static Optional<URI> link(WebPage page, MetaTags meta) {
    var links =
        Stream.concat(
                page.document().select("link[rel~=canonical]").stream()
                    .map(link -> link.attr("href")),
                meta.all(List.of("og:url")))
            .filter(address -> !address.isBlank())
            .flatMap(address -> resolved(page, address).stream())
            .toList();
    return links.stream()
        .filter(link -> link.getPath() != null && link.getPath().length() > 1)
        .findFirst()
        .or(() -> links.stream().findFirst());
  }

  private static Optional<URI> resolved(WebPage page, String address) {
    try {
      var uri = page.location().resolve(URI.create(address.strip().replace(" ", "%20")));
      return Optional.of(uri).filter(ArticleReader::isWeb);
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  private static boolean isWeb(URI uri) {
    return uri.getHost() != null && uri.getScheme() != null && uri.getScheme().startsWith("http");
  }

  private static Optional<String> language(
      Document document, Optional<SchemaItem> thing, MetaTags meta) {
    return Stream.of(
            document.select("html").attr("lang"),
            thing.flatMap(article -> article.text("inLanguage")).orElse(""),
            meta.first(List.of("content-language", "og:locale", "dc.language")).orElse(""))
        .map(language -> language.strip().replace('_', '-'))
        .filter(language -> language.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}"))
        .findFirst();
  }

  private static List<String> categories(Optional<SchemaItem> thing, MetaTags meta) {
    return Stream.concat(
            thing.stream().flatMap(ArticleReader::categories),
            meta.all(
                    List.of(
                        "article:section",
                        "article:tag",
                        "news_keywords",
                        "keywords",
                        "parsely-tags",
                        "parsely-section",
                        "sailthru.tags",
                        "dc.subject"))
                .flatMap(line -> Stream.of(line.split("[,;،]"))))
        .map(BoundedText::line)
        .filter(word -> !word.isEmpty() && word.length() <= LONGEST_CATEGORY)
        .collect(
            Collectors.toMap(
                word -> word.toLowerCase(Locale.ROOT),
                word -> word,
                (first, _) -> first,
                LinkedHashMap::new))
        .values()
        .stream()
        .limit(CATEGORIES)
        .toList();
  }

  private static Stream<String> categories(SchemaItem article) {
    return Stream.of("articleSection", "keywords")
        .flatMap(property -> article.texts(property).stream())
        .flatMap(line -> Stream.of(line.split("[,;،]")));
  }
}
