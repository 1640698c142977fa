package dev.seguia.scrape;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// The roles of elements, by their names and by their class and id.
public final class PageParts {
  private PageParts() {}

  private static final Pattern WORD = Pattern.compile("[A-Z]?[a-z]{2,30}");
  private static final Set<String> AROUND =
      Set.of(
          "nav",
          "navbar",
          "navigation",
          "menu",
          "submenu",
          "footer",
          "breadcrumb",
          "breadcrumbs",
          "sitemap",
          "social",
          "share",
          "sharing",
          "cookie",
          "cookies",
          "consent",
          "pagination",
          "pager",
          "tags",
          "tagcloud",
          "advert",
          "advertisement",
          "sponsored",
          "sponsor",
          "publicite");
  private static final Set<String> ROLES =
      Set.of("navigation", "contentinfo", "banner", "menu", "menubar");
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
  private static final Pattern HEADING_CLASS =
      Pattern.compile(
          "(?i)(?:^|[\\s_-])(?:\\w{0,20}title|\\w{0,20}headline|\\w{0,20}heading)(?:$|[\\s_\\d-])");
  private static final int LONGEST = 500;

  /// Whether an element says that it is the way to other parts of the site.
  public static boolean isNavigation(Element element) {
    var name = element.normalName();
    return name.equals("nav")
        || ROLES.contains(element.attr("role"))
        || (name.equals("footer") && element.closest("article") == null);
  }

  /// Whether the names that its author gave an element say so, or that it is an advertisement.
  public static boolean isNamedAround(Element element) {
    return !element.normalName().equals("a")
        && words(element.className()).or(() -> words(element.id())).isPresent();
  }

  private static Optional<String> words(String names) {
    if (names.isEmpty()) return Optional.empty();
    return WORD.matcher(names.substring(0, Math.min(names.length(), LONGEST)))
        .results()
        .map(word -> word.group().toLowerCase(Locale.ROOT))
        .filter(AROUND::contains)
        .findFirst();
  }

  public static boolean isHeading(Element element) {
    return HEADINGS.contains(element.normalName())
        || element.attr("role").equals("heading")
        || element.attr("itemprop").equals("headline")
        || HEADING_CLASS.matcher(cut(element.className())).find();
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST));
  }
}
