package dev.seguia.xpath;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Evaluates expressions on a page. For one thread; the page may not change meanwhile.
public final class XPathEvaluator {
  private final Document page;
  private Optional<Prepared> prepared = Optional.empty();

  public XPathEvaluator(Document page) {
    this.page = page;
  }

  /// What is made of a page once, if there are expressions at all.
  private record Prepared(NodeTable table, Evaluation evaluation) {
    static Prepared of(Document page) {
      var table = new NodeTable(page);
      return new Prepared(table, new Evaluation(table));
    }

    Node node(int number) {
      var node = table.node(number);
      return node instanceof TextNode || table.hasInside(number)
          ? node
          : new TextNode(evaluation.text(new int[] {number}));
    }
  }

  /// The nodes that an expression finds, in document order: elements and texts of the page, and for
  /// everything else (attributes, comments, scripts, computed values) a text outside the page.
  ///
  /// @param from the context node. The page itself stands for its root element, as in PHP. From an
  ///   element that is not in the page, nothing is found.
  /// @throws XPathLimitException if the page is too large, or all expressions that were evaluated
  ///   on it are too much work
  public Stream<Node> nodes(XPath expression, Element from) {
    var ready = prepared.orElseGet(() -> Prepared.of(page));
    prepared = Optional.of(ready);
    var context = context(ready.table(), from);
    if (context.isEmpty()) return Stream.empty();
    var value = ready.evaluation().value(expression.expression(), Context.of(context.getAsInt()));
    return value instanceof int[] numbers
        ? IntStream.of(numbers).mapToObj(ready::node)
        : Stream.of(new TextNode(ready.evaluation().text(value)));
  }

  private OptionalInt context(NodeTable table, Element from) {
    var element = from.equals(page) ? page.firstElementChild() : from;
    return element == null ? OptionalInt.empty() : table.number(element);
  }
}
