package dev.seguia.opml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.opml.Node.Characters;
import dev.seguia.source.SourceList;
import dev.seguia.text.XmlCharacters;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class OpmlPropertyTest {
  @Property(tries = 300, seed = "20251114")
  void whatIsWrittenReadsTheSame(@ForAll("documents") OpmlDocument document) {
    var written = Opml.write(document);
    var result = Opml.read(written.getBytes(StandardCharsets.UTF_8), "a.opml");
    assertThat(result.faults()).isEmpty();
    assertThat(withoutLines(((OpmlResult.Read) result).document().root()))
        .isEqualTo(document.root());
  }

  @Property(tries = 300, seed = "20251114")
  void theLenientReaderReadsWhatIsWrittenToo(@ForAll("documents") OpmlDocument document) {
    var tree = new TreeBuilder();
    LenientReader.read(Opml.write(document), tree);
    assertThat(tree.root().map(OpmlPropertyTest::withoutLines)).contains(document.root());
  }

  @Property(tries = 500, seed = "20251114")
  void anyDamageIsReadAndWrittenAsWellFormedXml(
      @ForAll("documents") OpmlDocument document, @ForAll("damages") Map<Integer, String> damages) {
    var text = new StringBuilder(Opml.write(document));
    damages.forEach((place, damage) -> text.insert(place % text.length(), damage));
    var result = Opml.read(text.toString().getBytes(StandardCharsets.UTF_8), "a.opml");
    if (!(result instanceof OpmlResult.Read(var read, var faults, _))) return;
    var again = Opml.read(Opml.write(read).getBytes(StandardCharsets.UTF_8), "b.opml");
    if (read.hasBody())
      assertThat(again.faults()).as("%s\n became %s", text, Opml.write(read)).isEmpty();
    assertThat(SourceList.of(again, "b.opml")).isNotNull();
  }

  private static Element withoutLines(Element element) {
    var content = new ArrayList<Node>();
    for (var node : element.content())
      content.add(node instanceof Element child ? withoutLines(child) : node);
    return new Element(element.name(), element.attributes(), content, 0);
  }

  @Provide
  static Arbitrary<Map<Integer, String>> damages() {
    var pieces =
        Arbitraries.of(
            "&",
            "<",
            ">",
            "\"",
            "'",
            "</outline>",
            "<outline",
            "=",
            "\u0000",
            "&eacute;",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<?",
            " a:b=\"c\"",
            " xmlns:a=\"\"",
            " text=\"",
            "/",
            ":",
            "<!DOCTYPE opml [",
            "&#55555;",
            "</body>",
            "</opml>");
    return Arbitraries.maps(Arbitraries.integers().between(0, 5_000), pieces).ofMaxSize(5);
  }

  @Provide
  static Arbitrary<OpmlDocument> documents() {
    return Combinators.combine(
            texts(), outlines(2).list().ofMaxSize(4), foreign().list().ofMaxSize(2))
        .as(OpmlPropertyTest::document);
  }

  private static OpmlDocument document(String title, List<Outline> outlines, List<Element> fields) {
    var document = OpmlDocument.of(title, outlines);
    var head = new ArrayList<Node>(document.head());
    head.addAll(fields);
    var content =
        List.of(new Element("head", List.of(), head, 0), document.root().content().getLast());
    return new OpmlDocument(new Element("opml", namespaces(), content, 0));
  }

  private static List<Attribute> namespaces() {
    return List.of(
        new Attribute("xmlns:seguia", Prefixes.SEGUIA), new Attribute("xmlns:other", "urn:o"));
  }

  private static Arbitrary<Outline> outlines(int depth) {
    var children =
        depth == 0 ? Arbitraries.just(List.<Outline>of()) : outlines(depth - 1).list().ofMaxSize(3);
    return Combinators.combine(attributes(), children).as(Outline::of);
  }

  private static Arbitrary<Map<String, String>> attributes() {
    var names =
        Arbitraries.of("text", "title", "xmlUrl", "xmlurl", "seguia:tags", "other:été", "category");
    return Arbitraries.maps(names, texts()).ofMaxSize(5).map(LinkedHashMap::new);
  }

  private static Arbitrary<Element> foreign() {
    return Combinators.combine(attributes(), texts())
        .as((attributes, text) ->
            new Element(
                "other:field",
                Outline.of(attributes, List.of()).element().attributes(),
                List.of(new Characters("x" + text), Element.of("inner", "y" + text)),
                0));
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("aé&<>\"' \n\t\r/=;المغرب\u0001")
        .withChars('\uD83D', '\uDE00')
        .ofMaxLength(12)
        .map(text -> XmlCharacters.legal("t" + text));
  }
}
