package dev.seguia.scrape.article;

import dev.seguia.scrape.BoundedText;
import dev.seguia.scrape.ResolvedSelector;
import dev.seguia.scrape.SchemaItem;
import dev.seguia.source.Selector;
import dev.seguia.text.Truncation;
import dev.seguia.xpath.XPathEvaluator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/// Finds the text of an article as HTML: by the selector in the list of sources, or else in the
/// page's markup, or else in its structured data.
final class ArticleBody {
  /// Limit: characters of the text of a page; a longer one is truncated.
  private static final int LONGEST = 1_000_000;

  /// A text of which another one has twice as much is cut off.
  private static final double POORER = 1.5;

  private static final int LEAST = 200;
  private static final Pattern MARKUP = Pattern.compile("</[a-zA-Z]|<br|<p>");

  private ArticleBody() {}

  static Optional<String> of(
      Document document, Optional<Selector> selector, Optional<SchemaItem> thing, String title) {
    return selector
        .flatMap(place -> selected(document, place))
        .or(() -> found(document, thing, title))
        .map(html -> Truncation.head(html, LONGEST));
  }

  private static Optional<String> selected(Document document, Selector selector) {
    var html =
        new ResolvedSelector(selector, new XPathEvaluator(document))
            .nodes(document)
            .map(node ->
                node instanceof Element element
                    ? element.html()
                    : paragraphs(ResolvedSelector.text(node)))
            .collect(Collectors.joining("\n"));
    return Optional.of(html).filter(text -> !text.isBlank());
  }

  private static Optional<String> found(
      Document document, Optional<SchemaItem> thing, String title) {
    var told = thing.flatMap(article -> article.text("articleBody")).orElse("");
    var text = ArticleText.of(document, title, true);
    var letters = letters(text);
    if (letters < LEAST || told.length() > letters * POORER) {
      var loose = ArticleText.of(document, title, false);
      if (letters(loose) > letters * POORER) text = loose;
    }
    if (told.length() > LEAST && told.length() > letters(text) * POORER)
      return Optional.of(paragraphs(told));
    return Optional.of(html(text)).filter(html -> !html.isBlank());
  }

  private static int letters(Element element) {
    return BoundedText.of(element, LONGEST).length();
  }

  private static String html(Element element) {
    var document = new Document(element.baseUri());
    document.outputSettings().prettyPrint(false);
    document.appendChild(element);
    return element.html();
  }

  /// Text for machines is one long line, or has its paragraphs in lines, or is HTML after all.
  private static String paragraphs(String text) {
    if (MARKUP.matcher(text).find()) return text;
    return Parser.unescapeEntities(text, false)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .map(line -> "<p>" + Entities.escape(line) + "</p>")
        .collect(Collectors.joining("\n"));
  }
}
