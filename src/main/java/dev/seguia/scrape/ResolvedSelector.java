package dev.seguia.scrape;

import dev.seguia.source.Selector;
import dev.seguia.source.Selector.ByXPath;
import dev.seguia.source.Selector.Css;
import dev.seguia.xpath.XPath;
import dev.seguia.xpath.XPathEvaluator;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.QueryParser;

/// A compiled [Selector] of the list of sources, for a page or a part of an entry.
public final class ResolvedSelector {
  private final Function<Element, Stream<Node>> finder;

  /// FreshRSS, whose expressions these are, takes texts by `normalize-space()`.
  private final boolean normalises;

  /// @param xpath the evaluator for the page
  public ResolvedSelector(Selector selector, XPathEvaluator xpath) {
    normalises = selector instanceof ByXPath;
    finder =
        switch (selector) {
          case Css css -> finder(css);
          case ByXPath(var text) -> {
            var expression = XPath.parse(text);
            yield within -> xpath.nodes(expression, within);
          }
        };
  }

  private static Function<Element, Stream<Node>> finder(Css selector) {
    var css = Optional.of(selector.css()).filter(text -> !text.isEmpty()).map(QueryParser::parse);
    return within ->
        css.map(within::selectStream)
            .orElseGet(() -> Stream.of(within))
            .map(element -> meant(element, selector.attribute()));
  }

  private static Node meant(Element element, Optional<String> attribute) {
    return attribute.<Node>map(name -> new TextNode(element.attr(name))).orElse(element);
  }

  /// What is found from an element, in the order of the page: elements, texts in the page, and
  /// texts outside the page for attributes and computed values.
  public Stream<Node> nodes(Element within) {
    return finder.apply(within);
  }

  public Stream<Element> elements(Element within) {
    return nodes(within).filter(Element.class::isInstance).map(Element.class::cast);
  }

  /// The first text that is not blank: of an attribute or an element; empty if there is none.
  public Optional<String> text(Element within) {
    return nodes(within)
        .map(ResolvedSelector::text)
        .map(text -> normalises ? StringUtil.normaliseWhitespace(text) : text)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  public static String text(Node node) {
    return switch (node) {
      case Element element -> element.text();
      case TextNode text -> text.getWholeText();
      default -> throw new IllegalStateException("neither an element nor a text: " + node);
    };
  }
}
