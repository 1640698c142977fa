package dev.seguia.scrape.listing;

import dev.seguia.dates.DateFields;
import dev.seguia.dates.PageDates;
import dev.seguia.feed.RawEntry;
import dev.seguia.feed.Text;
import dev.seguia.scrape.Ancestors;
import dev.seguia.scrape.ItemImage;
import dev.seguia.scrape.PageLinks;
import dev.seguia.scrape.PageParts;
import dev.seguia.scrape.ResolvedSelector;
import dev.seguia.scrape.UrlPattern;
import dev.seguia.scrape.WebPage;
import dev.seguia.source.ScrapeSettings;
import dev.seguia.text.Truncation;
import dev.seguia.xpath.XPathEvaluator;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/// Reads an entry from its part of a page: by the given selectors, or else by heuristics.
final class ItemReader {
  private static final int LONGEST_TITLE = 1_000;
  private static final int LONGEST_BODY = 200_000;

  /// A line is a date or a name; a summary has a sentence.
  private static final int SENTENCE = 40;

  private static final int MOST = 100;
  private static final String SUMMARIES =
      "p, [class*=summary], [class*=excerpt], [class*=description], [class*=lead], [class*=intro],"
          + " [class*=chapo], [itemprop=description], .p-summary, .entry-summary";

  private final WebPage page;
  private final Optional<ResolvedSelector> title;
  private final Optional<ResolvedSelector> link;
  private final Optional<ResolvedSelector> date;
  private final Optional<ResolvedSelector> body;
  private final Optional<ResolvedSelector> image;
  private final Optional<String> dateFormat;
  private final PageDates dates;

  ItemReader(WebPage page, ScrapeSettings settings, XPathEvaluator xpath, PageDates dates) {
    this.page = page;
    title = settings.title().map(selector -> new ResolvedSelector(selector, xpath));
    link = settings.link().map(selector -> new ResolvedSelector(selector, xpath));
    date = settings.date().map(selector -> new ResolvedSelector(selector, xpath));
    body = settings.body().map(selector -> new ResolvedSelector(selector, xpath));
    image = settings.image().map(selector -> new ResolvedSelector(selector, xpath));
    dateFormat = settings.dateFormat();
    this.dates = dates;
  }

  /// Where an item leads; empty if it leads nowhere.
  Optional<String> link(Element item) {
    return (link.isPresent() ? link.flatMap(place -> given(place, item)) : mainLink(item))
        .map(URI::toString);
  }

  private Optional<URI> given(ResolvedSelector place, Element item) {
    var element = place.elements(item).findFirst();
    return element.isPresent()
        ? mainLink(element.get())
        : address(place, item).flatMap(PageLinks::parsed);
  }

  private Optional<String> address(ResolvedSelector place, Element item) {
    return place.text(item).flatMap(address -> ItemImage.absolute(page.document(), address));
  }

  private static Optional<URI> mainLink(Element item) {
    return anchor(item).flatMap(PageLinks::target);
  }

  /// The anchor of an item that says most: the one that is or has the heading, or else the longest.
  private static Optional<Element> anchor(Element item) {
    var around = item.closest("a[href]");
    if (around != null && PageLinks.target(around).isPresent()) return Optional.of(around);
    return item.select("a[href]").stream()
        .limit(MOST)
        .filter(anchor -> PageLinks.target(anchor).isPresent())
        .max(Comparator.comparingInt(anchor -> weight(anchor, item)));
  }

  private static int weight(Element anchor, Element item) {
    var heading =
        Ancestors.below(anchor, item).anyMatch(PageParts::isHeading)
            || anchor.select("h1, h2, h3, h4, h5, h6").size() == 1;
    var form = PageLinks.target(anchor).map(uri -> UrlPattern.of(uri, "").worth()).orElse(0);
    return (heading ? 4 : 0) + LinkTitle.weight(anchor.text()) + form;
  }

  /// Reads an entry.
  ///
  /// @param named what the page says of it to programs
  RawEntry read(Element item, String url, Optional<NamedArticles.Named> named) {
    var anchor = anchorTo(item, url);
    var content = body.map(place -> content(place, item)).orElse(Text.none());
    var written = date.flatMap(place -> place.text(item)).filter(text -> !text.isBlank());
    var published = date.isPresent() ? written.flatMap(this::written) : guessed(item, named);
    return RawEntry.builder()
        .link(Optional.of(url))
        .base(PageLinks.parsed(page.document().baseUri()))
        .title(Text.plain(title(item, anchor, named)))
        .summary(content.equals(Text.none()) ? summary(item) : Text.none())
        .content(content)
        .published(published)
        .unreadDate(published.isPresent() ? Optional.empty() : written.map(DateFields::example))
        .image(image(item, named))
        .build();
  }

  private static Element anchorTo(Element item, String url) {
    var around = item.closest("a[href]");
    if (around != null) return around;
    return item.select("a[href]").stream()
        .limit(MOST)
        .filter(
            anchor -> PageLinks.target(anchor).filter(to -> to.toString().equals(url)).isPresent())
        .max(Comparator.comparingInt(anchor -> weight(anchor, item)))
        .orElse(item);
  }

  private String title(Element item, Element anchor, Optional<NamedArticles.Named> named) {
    var text =
        title
            .flatMap(place -> place.text(item))
            .or(() -> Optional.of(LinkTitle.of(anchor, item)).filter(found -> !found.isEmpty()))
            .or(() -> named.map(NamedArticles.Named::title))
            .orElse("");
    return Truncation.head(text, LONGEST_TITLE);
  }

  /// What is in the one place, or all places where there are more: paragraphs, pictures.
  private static Text content(ResolvedSelector place, Element item) {
    var places = place.nodes(item).filter(ItemReader::isOfPage).limit(MOST).toList();
    if (places.isEmpty()) return place.text(item).map(Text::plain).orElse(Text.none());
    var all = new HashSet<Node>(places);
    var outermost = places.stream().filter(one -> !isInside(one, all)).toList();
    return outermost.size() == 1
            && outermost.getFirst() instanceof Element only
            && only.childNodeSize() > 0
        ? html(only)
        : html(new Element("div").insertChildren(0, outermost.stream().map(Node::clone).toList()));
  }

  private static boolean isOfPage(Node node) {
    return node instanceof Element || node.hasParent();
  }

  private static boolean isInside(Node node, Set<Node> places) {
    return node.parent() instanceof Element parent
        && Ancestors.from(parent).anyMatch(places::contains);
  }

  private static Text html(Element body) {
    var html = body.html();
    return Text.html(
        html.length() <= LONGEST_BODY ? html : Truncation.head(body.text(), LONGEST_BODY));
  }

  private Text summary(Element item) {
    return item.select(SUMMARIES).stream()
        .limit(MOST)
        .filter(element -> !element.equals(item) && !isHeadingIn(element, item))
        .filter(
            element -> element.select("a[href]").size() <= 2 && element.text().length() >= SENTENCE)
        .findFirst()
        .map(ItemReader::html)
        .orElse(Text.none());
  }

  private static boolean isHeadingIn(Element element, Element item) {
    return Ancestors.below(element, item).anyMatch(PageParts::isHeading)
        || element.selectFirst("h1, h2, h3, h4, h5, h6") != null;
  }

  private Optional<Instant> guessed(Element item, Optional<NamedArticles.Named> named) {
    return ItemDate.of(item, dates).or(() -> named.flatMap(article -> dates.in(article.date())));
  }

  private Optional<Instant> written(String text) {
    return dateFormat
        .flatMap(pattern -> dates.by(pattern, text))
        .or(() -> ItemDate.of(text, dates));
  }

  private Optional<String> image(Element item, Optional<NamedArticles.Named> named) {
    if (image.isEmpty())
      return ItemImage.of(item)
          .or(() -> named.flatMap(article -> ItemImage.absolute(page.document(), article.image())));
    return image.flatMap(place -> {
      var element = place.elements(item).findFirst();
      return element.isPresent() ? ItemImage.of(element.get()) : address(place, item);
    });
  }
}
