package dev.seguia.scrape.listing;

import dev.seguia.scrape.JsonLd;
import dev.seguia.scrape.PageLinks;
import dev.seguia.scrape.SchemaItem;
import dev.seguia.scrape.StructuredData;
import dev.seguia.scrape.WebPage;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Element;

/// The articles in a page's structured data: in JSON-LD (lists of items, articles), in microdata,
/// and as entries of hAtom or h-feed.
final class NamedArticles {
  /// An article in JSON-LD.
  ///
  /// @param url absolute
  record Named(String url, String title, String date, String image) {}

  private static final String MARKED =
      "[itemtype*=Article], [itemtype*=BlogPosting], .h-entry, .hentry";
  private static final String ADDRESS =
      "a.u-url[href], a[itemprop=url][href], a[rel=bookmark][href], .entry-title a[href],"
          + " .p-name a[href], [itemprop=headline] a[href], h1 a[href], h2 a[href], h3 a[href]";

  private static final int MOST = 2_000;

  private final WebPage page;
  private final Map<String, Named> named = new LinkedHashMap<>();

  private NamedArticles(WebPage page) {
    this.page = page;
  }

  /// By their addresses, in the order in which they are named.
  static Map<String, Named> of(WebPage page) {
    var articles = new NamedArticles(page);
    articles.readThings(new StructuredData(JsonLd.roots(page.document())));
    page.document().select(MARKED).stream().limit(MOST).forEach(articles::readMarked);
    return articles.named;
  }

  private void readThings(StructuredData data) {
    var listed = Collections.<SchemaItem>newSetFromMap(new IdentityHashMap<>());
    for (var thing : data.things()) {
      if (named.size() >= MOST) return;
      if (thing.isA("ItemList")) listed.addAll(thing.things("itemListElement"));
      if (StructuredData.isArticle(thing) || (listed.contains(thing) && isLine(thing))) add(thing);
    }
  }

  /// A line of a list that says itself where it leads, rather than by an article in it.
  private static boolean isLine(SchemaItem thing) {
    return thing.isA("ListItem") && thing.things("item").isEmpty();
  }

  private void add(SchemaItem thing) {
    address(thing)
        .flatMap(this::absolute)
        .ifPresent(address ->
            named.putIfAbsent(
                address,
                new Named(
                    address,
                    thing.text("headline").or(() -> thing.text("name")).orElse(""),
                    thing.text("datePublished").orElse(""),
                    image(thing).orElse(""))));
  }

  private static Optional<String> address(SchemaItem thing) {
    return thing
        .text("url")
        .or(() -> thing.text("item"))
        .or(() -> held(thing, "mainEntityOfPage", "@id"))
        .or(() -> thing.text("@id").filter(id -> id.startsWith("http")));
  }

  private static Optional<String> image(SchemaItem thing) {
    return held(thing, "image", "url");
  }

  /// What a thing of a property says, or the property itself where it is no thing.
  private static Optional<String> held(SchemaItem thing, String property, String of) {
    var things = thing.things(property);
    return things.isEmpty() ? thing.text(property) : things.getFirst().text(of);
  }

  private Optional<String> absolute(String url) {
    var resolved = StringUtil.resolve(page.document().baseUri(), url);
    return PageLinks.parsed(resolved).map(Object::toString);
  }

  private void readMarked(Element entry) {
    Optional.ofNullable(entry.selectFirst(ADDRESS))
        .flatMap(PageLinks::target)
        .map(Object::toString)
        .ifPresent(url -> named.putIfAbsent(url, new Named(url, "", "", "")));
  }
}
