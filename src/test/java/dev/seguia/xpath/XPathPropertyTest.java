package dev.seguia.xpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/// Holds the evaluation against that of the JDK, on the same pages.
final class XPathPropertyTest {
  @Property(tries = 3000, seed = "20251114")
  void findsTheNodesThatTheJdkFinds(@ForAll("paths") String path, @ForAll("pages") Document page)
      throws XPathExpressionException {
    var expected = new Expected(page);
    for (var from : page.body().children())
      assertThat(found(page, path, from))
          .as("%s from %s in %s", path, from.outerHtml(), page.outerHtml())
          .isEqualTo(expected.nodes(path, from));
  }

  @Property(tries = 3000, seed = "20251114")
  void computesTheValuesThatTheJdkComputes(
      @ForAll("values") String expression, @ForAll("pages") Document page)
      throws XPathExpressionException {
    var expected = new Expected(page);
    for (var from : page.body().children())
      assertThat(found(page, expression, from))
          .as("%s from %s in %s", expression, from.outerHtml(), page.outerHtml())
          .containsExactly(expected.text(expression, from));
  }

  /// Elements by their places in the page, all else by its text.
  private static List<String> found(Document page, String expression, Element from) {
    var places = places(page.select("html, html *"));
    return new XPathEvaluator(page)
        .nodes(XPath.parse(expression), from)
        .map(node ->
            node instanceof TextNode text ? text.getWholeText() : String.valueOf(places.get(node)))
        .toList();
  }

  private static <T> IdentityHashMap<T, Integer> places(List<T> elements) {
    var places = new IdentityHashMap<T, Integer>();
    elements.forEach(element -> places.put(element, places.size()));
    return places;
  }

  /// What the JDK finds.
  private static final class Expected {
    private final javax.xml.xpath.XPath xpath = XPathFactory.newInstance().newXPath();
    private final IdentityHashMap<Element, Integer> places;
    private final List<Node> elements;

    Expected(Document page) {
      places = places(page.select("html, html *"));
      elements = list(new W3CDom().namespaceAware(false).fromJsoup(page).getElementsByTagName("*"));
    }

    private static List<Node> list(NodeList nodes) {
      return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).toList();
    }

    List<String> nodes(String path, Element from) throws XPathExpressionException {
      var nodes = (NodeList) xpath.evaluate(path, node(from), XPathConstants.NODESET);
      var numbers = places(elements);
      return list(nodes).stream()
          .map(node ->
              node.getNodeType() == Node.ELEMENT_NODE
                  ? String.valueOf(numbers.get(node))
                  : String.valueOf(node.getNodeValue()))
          .toList();
    }

    String text(String expression, Element from) throws XPathExpressionException {
      return xpath.evaluate(expression, node(from));
    }

    private Node node(Element element) {
      return elements.get(Objects.requireNonNull(places.get(element)));
    }
  }

  @Provide
  static Arbitrary<String> paths() {
    // not "./": in "./descendant::a" the JDK finds the context node by it
    var starts =
        Arbitraries.of("", "", ".//", "//", "/html/body/", "descendant::", "../", "ancestor::*/");
    var path =
        Combinators.combine(starts, steps())
            .as((start, steps) ->
                start + (start.endsWith("::") ? steps.replaceFirst("^[a-z-]*::", "") : steps));
    return Arbitraries.frequencyOf(
        Tuple.of(6, unions(path)),
        Tuple.of(1, path.map(all -> "(" + all + ")[2]")),
        Tuple.of(1, path.map(all -> all + "/@class")),
        Tuple.of(1, path.map(all -> all + "/text()")),
        Tuple.of(1, Arbitraries.of(".", "..", "/", "//@*")));
  }

  @Provide
  static Arbitrary<String> values() {
    // "(…)[1]": of several nodes the JDK does not always take the first one in the page
    var forms =
        Arbitraries.of(
            "count(%s)",
            "string((%s)[1])",
            "name((%s)[1])",
            "normalize-space((%s)[1])",
            "string-length((%s)[1]) - 1",
            "concat((%s)[1], '|', local-name())",
            "substring-after((%s)[1], 'x')",
            "substring-before((%s)[1], 'x')",
            "substring((%s)[1], 2)",
            "substring((%s)[1], 1.5, 2.6)",
            "translate((%s)[1], 'xy', 'z')",
            "boolean(%s)",
            "%s = 'x'",
            "%s != ../@id",
            "@class = %s",
            "count(%s) mod 3 >= 1 and true()",
            "%s < 1 or %s > 2",
            "-count(%s) * 2 div 4",
            "floor(count(%s) div 2) + ceiling(-0.5) + round(2.5)",
            "%s = true()",
            "count(%s) = count(*)",
            "number((%s)[1])",
            "starts-with((%s)[1], 'x')");
    return Combinators.combine(forms, paths().filter(path -> !path.contains("|")))
        .as((form, path) -> form.replace("%s", path));
  }

  private static Arbitrary<String> unions(Arbitrary<String> path) {
    var union = Combinators.combine(path, path).as((one, other) -> one + " | " + other);
    return Arbitraries.frequencyOf(Tuple.of(6, path), Tuple.of(1, union));
  }

  private static Arbitrary<String> steps() {
    var more =
        Arbitraries.of(
            "/",
            "/",
            "//",
            "/ancestor::",
            "/ancestor-or-self::",
            "/following-sibling::",
            "/preceding-sibling::",
            "/following::",
            "/preceding::",
            "/descendant-or-self::",
            "/self::",
            "/..",
            "/parent::");
    return Combinators.combine(step(), more, step(), more, step(), Arbitraries.of(1, 2, 2, 3))
        .as((first, to, second, on, third, length) -> {
          var steps = first;
          if (length > 1) steps += joined(to, second);
          if (length > 2) steps += joined(on, third);
          return steps;
        });
  }

  private static String joined(String to, String step) {
    if (to.equals("/..")) return to;
    return to + (to.endsWith("::") ? step.replaceFirst("^[a-z-]*::", "") : step);
  }

  private static Arbitrary<String> step() {
    var axes =
        Arbitraries.of(
            "",
            "",
            "",
            "",
            "",
            "child::",
            "descendant::",
            "self::",
            "following-sibling::",
            "preceding-sibling::",
            "following::",
            "preceding::",
            "ancestor::");
    var tests = Arbitraries.of("div", "li", "a", "*", "*", "node()");
    // on "preceding::a[last()][b]" the JDK fails
    var predicates =
        predicate()
            .map(predicate -> "[" + predicate + "]")
            .list()
            .ofMaxSize(2)
            .map(all -> String.join("", all))
            .filter(all -> !all.contains("last()") || !all.contains("]["));
    return Combinators.combine(axes, tests, predicates)
        .as((axis, test, conditions) -> axis + test + conditions);
  }

  private static Arbitrary<String> predicate() {
    return Arbitraries.lazyOf(
        XPathPropertyTest::position,
        XPathPropertyTest::text,
        XPathPropertyTest::text,
        XPathPropertyTest::text,
        XPathPropertyTest::inner,
        () -> predicate().map(inner -> "not(" + inner + ")"),
        () ->
            Combinators.combine(predicate(), Arbitraries.of(" and ", " or "), predicate())
                .as((one, word, other) -> one + word + other));
  }

  private static Arbitrary<String> position() {
    return Arbitraries.of(
        "1",
        "2",
        "3",
        "last()",
        "last() - 1",
        "position() = 2",
        "position() > 1",
        "position() < 3",
        "position() >= 2",
        "position() <= 2",
        "position() != 2",
        "position() < last()",
        "position() != last()",
        "position() = last()");
  }

  private static Arbitrary<String> text() {
    var subjects =
        Arbitraries.of(
            "@class",
            "@id",
            "normalize-space(@class)",
            "string(@class)",
            ".",
            "normalize-space(.)");
    var values = Arbitraries.of("'x'", "'y'", "'X'", "'x y'", "\"x'\"", "' x'", "''", "'x '");
    var tests =
        Arbitraries.of(
            "%s = %s",
            "%s != %s",
            "contains(%s, %s)",
            "starts-with(%s, %s)",
            "contains(concat(' ', %s, ' '), concat(' ', %s, ' '))",
            "contains(concat(' ', %s, ' '), %s)",
            "string-length(%s) > 0");
    var compared =
        Combinators.combine(tests, subjects, values)
            .as((test, subject, value) -> test.formatted(subject, value));
    return Arbitraries.oneOf(
        compared,
        Arbitraries.of(
            "@class",
            "@id",
            "name() = 'li'",
            "self::div",
            "contains(concat(' ', normalize-space(@class), ' '), ' x ')",
            "contains(concat(' ', @class, ' '), ' y ')"));
  }

  private static Arbitrary<String> inner() {
    return Arbitraries.of(
        "a",
        "li",
        ".//a",
        ".//li/a",
        "li//a[@class]",
        "a/@class",
        "div[2]",
        "*[@id='x']/a",
        "descendant::div[contains(@class, 'x')]",
        "ancestor::div",
        "ancestor::*[@class]",
        "parent::li",
        "parent::*[not(@class)]",
        "preceding-sibling::a",
        "following-sibling::*",
        "preceding-sibling::li[@class]",
        "self::li[a]",
        "descendant::a[1]");
  }

  @Provide
  static Arbitrary<Document> pages() {
    return element(4)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .map(elements -> {
          var page = Document.createShell("");
          elements.forEach(element -> page.body().appendChild(element.clone()));
          return page;
        });
  }

  private static Arbitrary<Element> element(int depth) {
    var names = Arbitraries.of("div", "div", "li", "a", "X");
    var classes = Arbitraries.of("", "", "x", "y", "x y", "X", "  x\ty ", "yx", "x'");
    var ids = Arbitraries.of("", "", "", "x", "y", " x");
    var texts = Arbitraries.of("", "x", " x  y ", "X", "x'");
    var children =
        depth == 0 ? Arbitraries.just(List.<Element>of()) : element(depth - 1).list().ofMaxSize(3);
    return Combinators.combine(names, classes, ids, texts, children).as(XPathPropertyTest::element);
  }

  private static Element element(
      String name, String classes, String id, String text, List<Element> children) {
    var element = new Element(name.equals("X") ? "b" : name);
    if (!classes.isEmpty()) element.attr("class", classes);
    if (!id.isEmpty()) element.attr("id", id);
    if (!text.isEmpty()) element.appendText(text);
    children.forEach(child -> element.appendChild(child.clone()));
    return element;
  }
}
