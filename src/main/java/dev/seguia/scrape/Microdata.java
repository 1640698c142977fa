package dev.seguia.scrape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeVisitor;

/// Parses the microdata of a page (`itemscope`, `itemprop`) into items.
final class Microdata implements NodeVisitor {
  private static final int PROPERTIES = 5_000;
  private static final int LONGEST = 500;

  private record Open(Element element, SchemaItem thing) {}

  private final Deque<Open> open = new ArrayDeque<>();
  private final List<SchemaItem> roots = new ArrayList<>();
  private final HashMap<String, SchemaItem> named = new HashMap<>();
  private int properties;

  private Microdata() {}

  static List<SchemaItem> roots(Document document) {
    var reader = new Microdata();
    document.traverse(reader);
    return reader.roots;
  }

  @Override
  public void head(Node node, int depth) {
    if (!(node instanceof Element element) || properties > PROPERTIES) return;
    var isScope = element.hasAttr("itemscope");
    if (!isScope && !element.hasAttr("itemprop")) return;
    properties++;
    if (isScope) open(element);
    else if (!open.isEmpty()) add(element.attr("itemprop"), value(element));
  }

  private void open(Element element) {
    var thing = new SchemaItem(named);
    var holder = open.peek();
    if (holder == null || !element.hasAttr("itemprop")) roots.add(thing);
    else for (var name : names(element.attr("itemprop"))) holder.thing().add(name, thing);
    for (var type : names(element.attr("itemtype"))) thing.add("@type", type);
    open.push(new Open(element, thing));
  }

  private void add(String itemprop, String value) {
    for (var name : names(itemprop)) open.getFirst().thing().add(name, value);
  }

  private static List<String> names(String list) {
    return list.isBlank() ? List.of() : List.of(list.strip().split("\\s+"));
  }

  @Override
  public void tail(Node node, int depth) {
    var innermost = open.peek();
    if (innermost != null && innermost.element().equals(node)) open.pop();
  }

  private static String value(Element element) {
    if (element.hasAttr("content")) return element.attr("content");
    return switch (element.normalName()) {
      case "a", "link", "area" -> link(element);
      case "img", "audio", "video", "source", "embed", "iframe" -> element.absUrl("src");
      case "time" ->
          element.hasAttr("datetime") ? element.attr("datetime") : BoundedText.of(element, LONGEST);
      default -> BoundedText.of(element, LONGEST);
    };
  }

  /// A link is often meant by its words: `<a itemprop="author" href="…">Name</a>`.
  private static String link(Element element) {
    var words = BoundedText.of(element, LONGEST);
    return words.isEmpty() ? element.absUrl("href") : words;
  }
}
