package dev.seguia.xpath;

import dev.seguia.xpath.Step.NodeTest;
import java.util.IdentityHashMap;
import java.util.OptionalInt;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// The nodes of a page, numbered in document order: each element is followed by its attributes, and
/// these by what is inside it. A set of nodes is thus a sorted array of numbers, and an axis a walk
/// over numbers.
final class NodeTable implements NodeVisitor {
  enum Kind {
    DOCUMENT,
    ELEMENT,
    ATTRIBUTE,
    TEXT,
    COMMENT,
    INSTRUCTION
  }

  /// The number of the document.
  static final int ROOT = 0;

  /// The end of an axis.
  static final int NONE = -1;

  private static final int MOST = 200_000;

  private final IdentityHashMap<Node, Integer> numbers = new IdentityHashMap<>();
  private final Kind[] kinds;
  private final Node[] nodes;
  private final String[] names;
  private final int[] parents;
  private final int[] previous;
  private final int[] insides;
  private final int[] ends;
  private int open = NONE;
  private int latest = NONE;
  private int size;

  /// @throws XPathLimitException if the page is too large
  NodeTable(Document page) {
    var count = page.nodeStream().mapToInt(NodeTable::count).sum();
    if (count > MOST)
      throw new XPathLimitException(
          "the page is too large for XPath: it has more than " + MOST + " nodes");
    kinds = new Kind[count];
    nodes = new Node[count];
    names = new String[count];
    parents = new int[count];
    previous = new int[count];
    insides = new int[count];
    ends = new int[count];
    page.traverse(this);
  }

  private static int count(Node node) {
    return 1 + node.attributesSize();
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof DocumentType) return;
    var kind = kind(node);
    var number = add(kind, node, kind == Kind.ELEMENT ? node.nodeName() : "", latest);
    latest = number;
    if (!(node instanceof Element element)) return;
    numbers.put(element, number);
    open = number;
    if (element.attributesSize() > 0)
      for (var attribute : element.attributes())
        add(Kind.ATTRIBUTE, element, attribute.getKey(), NONE);
    insides[number] = size;
    latest = NONE;
  }

  @Override
  public void tail(Node node, int depth) {
    if (!(node instanceof Element)) return;
    latest = open;
    ends[open] = size;
    open = parents[open];
  }

  private static Kind kind(Node node) {
    return switch (node) {
      case Document _ -> Kind.DOCUMENT;
      case Element _ -> Kind.ELEMENT;
      case TextNode _, DataNode _ -> Kind.TEXT;
      case Comment _ -> Kind.COMMENT;
      default -> Kind.INSTRUCTION;
    };
  }

  private int add(Kind kind, Node node, String name, int before) {
    kinds[size] = kind;
    nodes[size] = node;
    names[size] = name;
    parents[size] = open;
    previous[size] = before;
    insides[size] = size + 1;
    ends[size] = size + 1;
    return size++;
  }

  int size() {
    return size;
  }

  /// The number of an element; empty if it is not in the page.
  OptionalInt number(Element element) {
    var number = numbers.get(element);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  Kind kind(int node) {
    return kinds[node];
  }

  /// The node itself; of an attribute, its element.
  Node node(int node) {
    return nodes[node];
  }

  /// The name of an element or an attribute; empty for other nodes.
  String name(int node) {
    return names[node];
  }

  boolean hasInside(int node) {
    return kinds[node] == Kind.DOCUMENT || kinds[node] == Kind.ELEMENT;
  }

  /// The text of a node that has nothing inside.
  String text(int node) {
    return switch (nodes[node]) {
      case Element element -> element.attributes().get(names[node]);
      case TextNode text -> text.getWholeText();
      case DataNode data -> data.getWholeData();
      case Comment comment -> comment.getData();
      default -> "";
    };
  }

  boolean matches(int node, NodeTest test) {
    return (test.kind().isEmpty() || test.kind().get() == kinds[node])
        && (test.name().isEmpty() || test.name().equals(names[node]));
  }

  /// The first node on an axis, in the axis's order.
  int first(Axis axis, int node) {
    return switch (axis) {
      case SELF, ANCESTOR_OR_SELF, DESCENDANT_OR_SELF -> node;
      case PARENT -> parents[node];
      case ATTRIBUTE -> kinds[node] == Kind.ELEMENT ? attribute(node + 1) : NONE;
      case CHILD, DESCENDANT -> before(insides[node], ends[node]);
      case FOLLOWING -> before(isAttribute(node) ? insides[parents[node]] : ends[node], size);
      case FOLLOWING_SIBLING ->
          node == ROOT || isAttribute(node) ? NONE : before(ends[node], ends[parents[node]]);
      case ANCESTOR, PRECEDING, PRECEDING_SIBLING -> next(axis, node, node);
    };
  }

  /// The next node on the axis of a node.
  ///
  /// @param at the one before it
  int next(Axis axis, int of, int at) {
    return switch (axis) {
      case SELF, PARENT -> NONE;
      case ATTRIBUTE -> attribute(at + 1);
      case ANCESTOR, ANCESTOR_OR_SELF -> parents[at];
      case CHILD, FOLLOWING_SIBLING -> before(ends[at], ends[parents[at]]);
      case DESCENDANT, DESCENDANT_OR_SELF -> before(insides[at], ends[of]);
      case FOLLOWING -> before(insides[at], size);
      case PRECEDING -> preceding(of, at);
      case PRECEDING_SIBLING -> previous[at];
    };
  }

  private static int before(int node, int end) {
    return node < end ? node : NONE;
  }

  private int attribute(int node) {
    return node < size && isAttribute(node) ? node : NONE;
  }

  private boolean isAttribute(int node) {
    return kinds[node] == Kind.ATTRIBUTE;
  }

  /// The node before one, leaving out attributes and the ancestors of the one whose axis it is.
  private int preceding(int of, int at) {
    var node = at;
    do {
      node--;
      if (node > ROOT && isAttribute(node)) node = parents[node];
    } while (node > ROOT && ends[node] > of);
    return node > ROOT ? node : NONE;
  }
}
