package dev.seguia.xpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.seguia.xpath.Translation.Selected;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Holds selectors against what a real engine of XPath finds.
final class XPathPropertyTest {
  @Property(tries = 2000, seed = "20251114")
  void aSelectorFindsTheSameEntries(
      @ForAll("entries") String xpath, @ForAll("pages") Document page) {
    if (!(XPath.translate(xpath, Aim.ENTRIES) instanceof Selected(var css, _))) {
      Statistics.collect("none");
      return;
    }
    Statistics.collect("selector");
    Statistics.coverage(coverage -> coverage.check("selector").percentage(share -> share > 30));
    // in PHP what begins nowhere begins at the root element
    var from = xpath.startsWith("/") ? page : root(page);
    assertThat(places(page, page.select(css)))
        .as("%s as %s in %s", xpath, css, page.body().outerHtml())
        .isEqualTo(places(page, from.selectXpath(xpath)));
  }

  @Property(tries = 2000, seed = "20251114")
  void aSelectorFindsTheSamePartsOfAnEntry(
      @ForAll("parts") String xpath, @ForAll("pages") Document page) {
    if (!(XPath.translate(xpath, Aim.PARTS) instanceof Selected(var css, _))) {
      Statistics.collect("none");
      return;
    }
    Statistics.collect("selector");
    Statistics.coverage(coverage -> coverage.check("selector").percentage(share -> share > 30));
    for (var entry : page.body().children())
      assertThat(places(page, css.equals(".") ? List.of(entry) : entry.select(css)))
          .as("%s as %s in %s", xpath, css, entry.outerHtml())
          .isEqualTo(places(page, entry.selectXpath(xpath)));
  }

  @Property(tries = 2000, seed = "20251114")
  void aSelectorFindsTheSameFirstPart(
      @ForAll("parts") String xpath, @ForAll("pages") Document page) {
    var asked = "(" + xpath + ")[1]";
    if (!(XPath.translate(asked, Aim.PART) instanceof Selected(var css, _))) return;
    for (var entry : page.body().children()) {
      var found = css.equals(".") ? List.of(entry) : entry.select(css).stream().limit(1).toList();
      assertThat(places(page, found))
          .as("%s as %s in %s", asked, css, entry.outerHtml())
          .isEqualTo(places(page, entry.selectXpath(asked)));
    }
  }

  @Property(tries = 2000, seed = "20251114")
  void anyTextIsTranslatedOrRefused(
      @ForAll("pieces") List<String> pieces, @ForAll Aim aim, @ForAll("pages") Document page) {
    assertThatCode(
            () -> {
              if (XPath.translate(String.join("", pieces), aim) instanceof Selected(var css, _)
                  && !css.equals(".")
                  && !css.startsWith("@")) page.select(css.replaceAll("@[a-z]+$", ""));
            })
        .as("%s", pieces)
        .doesNotThrowAnyException();
  }

  private static Element root(Document page) {
    return Objects.requireNonNull(page.firstElementChild());
  }

  /// Elements are equal to their likes: told apart by where they stand.
  private static List<Integer> places(Document page, List<Element> found) {
    var all = page.getAllElements();
    return found.stream().map(element -> indexOf(all, element)).toList();
  }

  @SuppressWarnings("ReferenceEquality")
  private static int indexOf(List<Element> all, Element element) {
    for (var place = 0; place < all.size(); place++) if (all.get(place) == element) return place;
    return -1;
  }

  @Provide
  static Arbitrary<List<String>> pieces() {
    return Arbitraries.of(
            "/",
            "//",
            "a",
            "li",
            "*",
            "@",
            "id",
            "[",
            "]",
            "(",
            ")",
            "..",
            ".",
            "::",
            "child",
            "ancestor",
            "self",
            "text()",
            "'x'",
            "\"",
            "=",
            "!=",
            "<",
            "|",
            " and ",
            " or ",
            "not(",
            "contains(",
            ",",
            "1",
            "last()",
            "position()",
            "-",
            "concat(' ',",
            "normalize-space(",
            "$",
            "é",
            "\\",
            "{",
            "#")
        .list()
        .ofMaxSize(14);
  }

  @Provide
  static Arbitrary<String> entries() {
    var starts =
        Arbitraries.of(
            "//", "//", "//", "/html/body/", "/html[1]/body[1]/", "/html/", "", "/", ".//");
    var path = Combinators.combine(starts, steps()).as((start, steps) -> start + steps);
    return unions(path);
  }

  @Provide
  static Arbitrary<String> parts() {
    // not "./": in "./descendant::a" the JDK's engine finds the entry itself by it
    var starts = Arbitraries.of("", "", ".//", ".//", "descendant::", "descendant-or-self::");
    var path =
        Combinators.combine(starts, steps())
            .as((start, steps) ->
                start + (start.endsWith("::") ? steps.replaceFirst("^.*::", "") : steps));
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(30, unions(path)), net.jqwik.api.Tuple.of(1, Arbitraries.just(".")));
  }

  private static Arbitrary<String> unions(Arbitrary<String> path) {
    var union = Combinators.combine(path, path).as((one, other) -> one + " | " + other);
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(6, path), net.jqwik.api.Tuple.of(1, union));
  }

  private static Arbitrary<String> steps() {
    var more =
        Arbitraries.of(
            "/", "/", "//", "/ancestor::", "/following-sibling::", "/self::", "/..", "/parent::");
    return Combinators.combine(step(), more, step(), more, step(), Arbitraries.of(1, 2, 2, 3))
        .as((first, to, second, on, third, length) -> {
          var steps = first;
          if (length > 1) steps += to + (to.equals("/..") ? "" : second);
          if (length > 2) steps += on + (on.equals("/..") ? "" : third);
          return steps;
        });
  }

  private static Arbitrary<String> step() {
    var axes =
        Arbitraries.of(
            "", "", "", "", "", "", "child::", "descendant::", "self::", "following-sibling::");
    var tests = Arbitraries.of("div", "li", "a", "*");
    var predicates =
        predicate()
            .map(predicate -> "[" + predicate + "]")
            .list()
            .ofMaxSize(2)
            .map(all -> String.join("", all));
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
