package dev.seguia.scrape;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The articles that a page names for programs: in JSON-LD (lists of items, articles), in
/// microdata, and as entries of hAtom or h-feed.
final class NamedArticles {
  /// An article as JSON-LD tells of it.
  ///
  /// @param url absolute
  record Named(String url, String title, String date, String image) {}

  private static final JsonMapper JSON = new JsonMapper();

  private static final Set<String> ARTICLES =
      Set.of(
          "article",
          "newsarticle",
          "blogposting",
          "reportagenewsarticle",
          "analysisnewsarticle",
          "opinionnewsarticle",
          "reviewnewsarticle",
          "liveblogposting",
          "socialmediaposting",
          "techarticle",
          "scholarlyarticle",
          "advertisercontentarticle");
  private static final String MARKED =
      "[itemtype*=Article], [itemtype*=BlogPosting], .h-entry, .hentry";
  private static final String ADDRESS =
      "a.u-url[href], a[itemprop=url][href], a[rel=bookmark][href], .entry-title a[href],"
          + " .p-name a[href], [itemprop=headline] a[href], h1 a[href], h2 a[href], h3 a[href]";

  /// Of one script, in characters; what is longer is no list.
  private static final int LONGEST = 2_000_000;

  private static final int SCRIPTS = 200;
  private static final int DEEPEST = 12;
  private static final int MOST = 2_000;
  private static final int VALUES = 100_000;

  private final WebPage page;
  private final Map<String, Named> named = new LinkedHashMap<>();
  private int visited;

  private NamedArticles(WebPage page) {
    this.page = page;
  }

  /// By their addresses, in the order in which they are named.
  static Map<String, Named> of(WebPage page) {
    var articles = new NamedArticles(page);
    var scripts = page.document().select("script[type*=ld+json]");
    scripts.stream().limit(SCRIPTS).forEach(articles::readScript);
    page.document().select(MARKED).stream().limit(MOST).forEach(articles::readMarked);
    return articles.named;
  }

  private void readScript(Element script) {
    var text = script.data();
    if (text.length() > LONGEST) return;
    try {
      visit(JSON.readTree(text), 0, false);
    } catch (JacksonException e) {
      // A script that breaks off names nothing; the anchors are still there.
      return;
    }
  }

  private void visit(JsonNode node, int depth, boolean listed) {
    if (depth > DEEPEST || ++visited > VALUES || named.size() >= MOST) return;
    if (node.isArray()) {
      for (var value : node) visit(value, depth + 1, listed);
      return;
    }
    if (!node.isObject()) return;
    if (isArticle(node)) add(node);
    else if (listed && type(node).equals("listitem") && !node.path("item").isObject()) add(node);
    var isList = type(node).equals("itemlist");
    node.properties()
        .forEach(property ->
            visit(
                property.getValue(),
                depth + 1,
                property.getKey().equals("itemListElement") ? isList : listed && depth < DEEPEST));
  }

  private static boolean isArticle(JsonNode node) {
    return ARTICLES.contains(type(node));
  }

  private static String type(JsonNode node) {
    var type = node.path("@type");
    var first = type.isArray() && !type.isEmpty() ? type.get(0) : type;
    return first.isString() ? first.stringValue().toLowerCase(java.util.Locale.ROOT) : "";
  }

  private void add(JsonNode node) {
    var url =
        text(node.path("url"))
            .or(() -> text(node.path("item")))
            .or(() -> text(node.path("mainEntityOfPage")))
            .or(() -> text(node.path("mainEntityOfPage").path("@id")))
            .or(() -> text(node.path("@id")).filter(id -> id.startsWith("http")));
    url.flatMap(this::absolute)
        .ifPresent(address ->
            named.putIfAbsent(
                address,
                new Named(
                    address,
                    text(node.path("headline")).or(() -> text(node.path("name"))).orElse(""),
                    text(node.path("datePublished")).orElse(""),
                    image(node.path("image")).orElse(""))));
  }

  private static Optional<String> image(JsonNode image) {
    var first = image.isArray() && !image.isEmpty() ? image.get(0) : image;
    return text(first).or(() -> text(first.path("url")));
  }

  private static Optional<String> text(JsonNode node) {
    return node.isString() && !node.stringValue().isBlank()
        ? Optional.of(node.stringValue().strip())
        : Optional.empty();
  }

  private Optional<String> absolute(String url) {
    var resolved = org.jsoup.internal.StringUtil.resolve(page.document().baseUri(), url);
    return PageLinks.parsed(resolved).map(Object::toString);
  }

  private void readMarked(Element entry) {
    Optional.ofNullable(entry.selectFirst(ADDRESS))
        .flatMap(PageLinks::target)
        .map(Object::toString)
        .ifPresent(url -> named.putIfAbsent(url, new Named(url, "", "", "")));
  }
}
