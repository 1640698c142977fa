package dev.seguia.scrape;

import dev.seguia.source.Selector;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/// A compiled [Selector] of the list of sources, for a part of an entry.
public final class ResolvedSelector {
  private final Optional<Evaluator> css;
  private final Optional<String> attribute;

  public ResolvedSelector(Selector selector) {
    css =
        selector.css().isEmpty()
            ? Optional.empty()
            : Optional.of(QueryParser.parse(selector.css()));
    attribute = selector.attribute();
  }

  /// The elements inside one, in the order of the page.
  public List<Element> all(Element within) {
    return css.map(selector -> (List<Element>) within.select(selector)).orElse(List.of(within));
  }

  public Optional<Element> element(Element within) {
    return css.isEmpty()
        ? Optional.of(within)
        : css.map(selector -> Optional.ofNullable(within.selectFirst(selector)))
            .orElse(Optional.empty());
  }

  /// What the attribute says, or else the text; empty if the place is not there or says nothing.
  public Optional<String> text(Element within) {
    return values(within).map(String::strip).filter(text -> !text.isEmpty()).findFirst();
  }

  private Stream<String> values(Element within) {
    return all(within).stream()
        .map(element -> attribute.map(element::attr).orElseGet(element::text));
  }

  /// The attribute that was named.
  public Optional<String> attribute() {
    return attribute;
  }
}
