package dev.seguia.scrape.listing;

import dev.seguia.scrape.PageLinks;
import dev.seguia.scrape.WebPage;
import java.net.URI;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Finds the next page of a section (pagination): by `rel=next`, else by the text of a link, else
/// by the next page number.
final class NextPage {
  private static final Set<String> WORDS =
      Set.of(
          "next",
          "next page",
          "older",
          "older posts",
          "older articles",
          "suivant",
          "suivante",
          "page suivante",
          "articles plus anciens",
          "articles précédents",
          "siguiente",
          "التالي",
          "التالية",
          "الصفحة التالية",
          "المزيد من المقالات",
          ">",
          "›",
          "»",
          "→");

  private static final Pattern ARROWS = Pattern.compile("^[\\s<>‹›«»←→]+|[\\s<>‹›«»←→]+$");

  private static final String PAGER =
      "[class*=paginat], [class*=pager], [class*=page-numbers], nav[aria-label*=agina],"
          + " [role=navigation]";

  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

  private NextPage() {}

  static Optional<URI> of(WebPage page) {
    return announced(page)
        .or(() -> worded(page))
        .or(() -> numbered(page))
        .filter(url -> isOfThisHost(page, url) && !url.equals(page.location()));
  }

  private static Optional<URI> announced(WebPage page) {
    return page
        .document()
        .select("link[rel~=(?i)\\bnext\\b][href], a[rel~=(?i)\\bnext\\b][href]")
        .stream()
        .flatMap(link -> PageLinks.target(link).stream())
        .findFirst();
  }

  /// A mere arrow says so only among the numbers of pages: elsewhere it moves pictures.
  private static Optional<URI> worded(WebPage page) {
    return page.document().select("a[href]").stream()
        .filter(NextPage::saysNext)
        .flatMap(link -> PageLinks.target(link).stream())
        .findFirst();
  }

  private static boolean saysNext(Element link) {
    return says(link, link.text())
        || says(link, link.attr("aria-label"))
        || says(link, link.attr("title"));
  }

  private static boolean says(Element link, String text) {
    if (text.length() > 40) return false;
    var words = text.strip().toLowerCase(Locale.ROOT);
    var bare = ARROWS.matcher(words).replaceAll("");
    if (bare.isEmpty()) return WORDS.contains(words) && isInPager(link);
    return WORDS.contains(bare);
  }

  private static boolean isInPager(Element link) {
    return link.closest(PAGER) != null;
  }

  private static Optional<URI> numbered(WebPage page) {
    var here = ownNumber(page);
    return page.document().select(PAGER).select("a[href]").stream()
        .filter(link -> NUMBER.matcher(link.text().strip()).matches())
        .filter(link -> Integer.parseInt(link.text().strip()) == here + 1)
        .flatMap(link -> PageLinks.target(link).stream())
        .min(Comparator.comparingInt(url -> url.toString().length()));
  }

  /// The number of this page, as its pager shows it: it is no link, or marked as the current one.
  private static int ownNumber(WebPage page) {
    return page
        .document()
        .select(PAGER)
        .select("[aria-current], .current, .active, .is-active, .selected")
        .stream()
        .map(element -> element.text().strip())
        .filter(text -> NUMBER.matcher(text).matches())
        .map(Integer::parseInt)
        .findFirst()
        .orElse(1);
  }

  private static boolean isOfThisHost(WebPage page, URI url) {
    return String.valueOf(url.getHost()).equalsIgnoreCase(page.location().getHost());
  }
}
