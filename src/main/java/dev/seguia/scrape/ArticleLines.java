package dev.seguia.scrape;

import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Tells whether a line of a page is about its article or about others.
final class ArticleLines {
  private static final Set<String> OF_OTHERS =
      Set.of(
          "comment",
          "comments",
          "commentaires",
          "commentlist",
          "respond",
          "sidebar",
          "related",
          "teaser",
          "recommended",
          "popular",
          "trending",
          "footer",
          "widget",
          "snippet");

  private static final int HIGHEST = 8;
  private static final int MOST = 500;

  private ArticleLines() {}

  /// The elements that a selector finds and that are about the article: those behind its heading
  /// first, since what stands above it is mostly of the site.
  static Stream<Element> of(Document document, String css) {
    var found = document.select("h1, " + css);
    var heading = 0;
    while (heading < found.size() && !found.get(heading).normalName().equals("h1")) heading++;
    return Stream.concat(found.stream().skip(heading), found.stream().limit(heading))
        .filter(element -> !element.normalName().equals("h1"))
        .limit(MOST)
        .filter(element -> !areOfOthers(element));
  }

  static boolean areOfOthers(Element line) {
    var height = 0;
    for (var element = line; element != null && height < HIGHEST; element = element.parent()) {
      var name = element.normalName();
      if (name.equals("body") || name.equals("main")) return false;
      if (name.equals("aside") || name.equals("footer") || name.equals("nav")) return true;
      if (ClassWords.of(element).hasAny(OF_OTHERS)) return true;
      if (name.equals("article")) return false;
      height++;
    }
    return false;
  }
}
