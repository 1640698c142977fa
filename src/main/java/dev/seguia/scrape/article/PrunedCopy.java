package dev.seguia.scrape.article;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/// Copies a tree without unwanted elements. To remove them one by one would take quadratic time,
/// and a hostile page may have many.
final class PrunedCopy implements NodeFilter {
  private final Predicate<Element> unwanted;
  private final Deque<Element> open = new ArrayDeque<>();
  private final Element copy;

  private PrunedCopy(Element root, Predicate<Element> unwanted) {
    this.unwanted = unwanted;
    copy = shallow(root);
  }

  static Element copy(Element root, Predicate<Element> unwanted) {
    var trimming = new PrunedCopy(root, unwanted);
    root.filter(trimming);
    return trimming.copy;
  }

  /// As `shallowClone`, which looks for the base of every element among all that hold it.
  private static Element shallow(Element element) {
    return new Element(
        element.tag(), null, element.attributesSize() == 0 ? null : element.attributes().clone());
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text && !open.isEmpty()) {
      open.getFirst().appendChild(new TextNode(text.getWholeText()));
    } else if (node instanceof Element element) {
      if (open.isEmpty()) {
        open.push(copy);
      } else {
        if (unwanted.test(element)) return FilterResult.SKIP_ENTIRELY;
        var kept = shallow(element);
        open.getFirst().appendChild(kept);
        open.push(kept);
      }
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element) open.pop();
    return FilterResult.CONTINUE;
  }
}
