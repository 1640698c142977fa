package dev.seguia.scrape.article;

import dev.seguia.scrape.ClassWords;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Tells lines about the article from lines about other articles.
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
          "widget",
          "snippet");

  /// An `aside` of such a class stands beside its article and tells of it.
  private static final Set<String> ABOUT_IT = Set.of("meta", "byline", "dateline", "infos");

  private static final Set<String> FOOTER = Set.of("footer");
  private static final String ARTICLE = "article, [itemtype$=Article]";

  private static final int HIGHEST = 8;
  private static final int MOST = 500;

  private ArticleLines() {}

  /// The elements that a selector finds and that are about the article: those behind its heading
  /// first, since what stands above it is mostly of the site.
  static Stream<Element> of(Document document, String css) {
    var found = document.select("h1, " + css);
    var heading = 0;
    while (heading < found.size() && !found.get(heading).normalName().equals("h1")) heading++;
    var own = heading < found.size() ? found.get(heading).closest("article") : null;
    return Stream.concat(found.stream().skip(heading), found.stream().limit(heading))
        .filter(element -> !element.normalName().equals("h1"))
        .limit(MOST)
        .filter(element -> !isOfOthers(element, own));
  }

  /// @param own the `article` that has the heading, if one has
  private static boolean isOfOthers(Element line, @Nullable Element own) {
    var height = 0;
    for (var element = line; element != null && height < HIGHEST; element = element.parent()) {
      var name = element.normalName();
      if (name.equals("body") || name.equals("main")) return false;
      if (name.equals("nav")) return true;
      var words = ClassWords.of(element);
      if (words.hasAny(OF_OTHERS)) return true;
      if (name.equals("aside") && !words.hasAny(ABOUT_IT)) return true;
      var isFooter = name.equals("footer") || words.hasAny(FOOTER);
      if (isFooter && element.closest(ARTICLE) == null) return true;
      if (name.equals("article")) return own != null && !holds(element, own);
      height++;
    }
    return false;
  }

  private static boolean holds(Element article, Element own) {
    return article.equals(own) || own.parents().contains(article);
  }
}
