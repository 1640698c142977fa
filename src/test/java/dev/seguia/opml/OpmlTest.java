package dev.seguia.opml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OpmlTest {
  @Test
  void keepsWhatItDoesNotKnow() {
    var text =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <opml version="2.0" xmlns:frss="https://freshrss.org/opml" a="1">
          <head>
            <title>Ma liste</title>
            <window:state xmlns:window="urn:w" open="true">
              <pane size="3">left &amp; <b>bold</b> &lt;right&gt;</pane>
            </window:state>
            <expansionState/>
          </head>
          <body>
            <outline text="Maroc &quot;politique&quot; &amp; société" frss:priority="20">
              <outline type="rss" XMLURL="https://a.ma/?a=1&amp;b=2" frss:xPath="//a[b&gt;1]" note="one&#10;two"/>
              <other:thing xmlns:other="urn:o">kept</other:thing>
            </outline>
            <outline type="include" url="https://a.ma/b.opml"/>
          </body>
        </opml>
        """;
    assertThat(Opml.write(document(text))).isEqualTo(text);
  }

  @Test
  void findsAnAttributeInAnyCaseTheStandardsOwnFirst() {
    var outline =
        document("<opml><body><outline XMLURL='a' xmlUrl='b' HTMLURL='c'/></body></opml>")
            .outlines()
            .getFirst();
    assertThat(outline.xmlUrl()).contains("b");
    assertThat(outline.attribute("htmlUrl")).contains("c");
  }

  @Test
  void tellsOnWhichLineEachOutlineBegins() {
    var text =
        """
        <opml>
          <head/>
          <body><outline text="3"/>
            <!-- a
                 comment --><outline
               text="5"
               xmlUrl="http://a.ma/"><outline text="7"/>
            </outline>
            <outline text="9"/>
          </body>
        </opml>
        """;
    assertThat(document(text).allOutlines())
        .allSatisfy(outline -> assertThat(outline.text()).isEqualTo("" + outline.line()));
    var broken = text.replace("<head/>", "<head>&</head>");
    assertThat(document(broken).allOutlines())
        .hasSize(4)
        .allSatisfy(outline -> assertThat(outline.text()).isEqualTo("" + outline.line()));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "text='A & B' xmlUrl='http://a.ma/?a=1&b=2' | A & B",
        "text='caf&eacute; &hellip;' xmlUrl='http://a.ma/?a=1&b=2' | café …",
        "text='&unknown; &#xE9;&#0;' xmlUrl='http://a.ma/?a=1&b=2' | &unknown; é",
        "text='a < b > c' xmlUrl='http://a.ma/?a=1&b=2' | a < b > c",
        "text=\"the \"best\" news\" xmlUrl='http://a.ma/?a=1&b=2' | the \"best\" news",
        "text=A xmlUrl='http://a.ma/?a=1&b=2' | A",
        "text='A'xmlUrl='http://a.ma/?a=1&b=2' | A",
        "text='A' text='B' xmlUrl='http://a.ma/?a=1&b=2' | A",
        "text='A' checked xmlUrl='http://a.ma/?a=1&b=2' | A",
        "text='A' other:thing='B' xmlUrl='http://a.ma/?a=1&b=2' | A"
      })
  void readsAnOutlineThatIsNotWellFormed(String attributes, String title) {
    var text =
        "<opml><body><outline %s/><outline text='next' xmlUrl='http://b.ma/'/></body></opml>"
            .formatted(attributes);
    var result = Opml.read(text.getBytes(StandardCharsets.UTF_8), "a.opml");
    assertThat(result.faults()).singleElement().matches(fault -> !fault.isError());
    var outlines = document(text).outlines();
    assertThat(outlines).extracting(Outline::text).containsExactly(title, "next");
    assertThat(outlines.getFirst().xmlUrl()).contains("http://a.ma/?a=1&b=2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<opml><body><outline text='a' xmlUrl='http://a.ma/'/>",
        "<opml><body><outline text='a' xmlUrl='http://a.ma/'>",
        "<opml><body><outline text='a' xmlUrl='http://a.ma/'",
        "<opml><body><outline text='a' xmlUrl='http://a.ma/'/></body></unexpected>",
        "\n<?xml version='1.0'?><opml><body><outline text='a' xmlUrl='http://a.ma/'/></body></opml>",
        "Warning: no such file <br>\n<opml><body><outline text='a' xmlUrl='http://a.ma/'/></body></opml>",
        "<!DOCTYPE opml [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><opml><body><outline text='a' xmlUrl='http://a.ma/'/></body></opml>",
        "<OPML><BODY><OUTLINE TEXT='a' XMLURL='http://a.ma/'></OUTLINE></Body></OPML>",
        "<opml><body><outline text='a' xmlUrl='http://a.ma/'/></body></opml><opml><body/></opml>",
        "<opml><head><title>\u0001</title></head><body><outline text='a' xmlUrl='http://a.ma/'/></body></opml>"
      })
  void readsADocumentThatIsNotWellFormed(String text) {
    assertThat(document(text).allOutlines()).extracting(Outline::text).containsExactly("a");
  }

  @Test
  void expandsNoEntityThatTheDocumentDeclares() {
    var text =
        "<!DOCTYPE opml [<!ENTITY e 'boom'>]><opml><body><outline text='&e;'/></body></opml>";
    assertThat(document(text).outlines().getFirst().text()).isEqualTo("&e;");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, UTF-8",
    "ISO-8859-1, ISO-8859-1",
    "windows-1256, windows-1256",
    "UTF-16, UTF-16",
    "windows-1252, UTF-8",
    "UTF-8, no-such-charset"
  })
  void readsEveryCharsetThatAListIsWrittenIn(String real, String declared) {
    var label = real.equals("windows-1256") ? "سياسة" : "société";
    var text =
        "<?xml version='1.0' encoding='%s'?><opml><body><outline text='%s'/></body></opml>"
            .formatted(declared, label);
    var result = Opml.read(text.getBytes(Charset.forName(real)), "a.opml");
    assertThat(((OpmlResult.Read) result).document().outlines().getFirst().text()).isEqualTo(label);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "news", "<html><body>404</body></html>", "<rss><channel/></rss>", "<"})
  void saysThatADocumentIsNoOpml(String text) {
    assertThat(Opml.read(text.getBytes(StandardCharsets.UTF_8), "a.opml"))
        .isInstanceOf(OpmlResult.Unreadable.class);
  }

  @Test
  void saysThatThereIsNoSuchFile() {
    assertThat(Opml.read(Path.of("no-such.opml")).faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.what()).isEqualTo("no such file"));
  }

  @Test
  void readsAHostileListInNoTime() {
    for (var piece :
        List.of("<a ", "<!>", "</", "a='x\"y ", "<outline a=\"x\"y ", "x<", "&#", "<![CDATA[")) {
      var text = "<opml>" + piece.repeat(4_000_000 / piece.length()) + "&";
      assertThat(
              assertTimeout(
                  Duration.ofSeconds(10),
                  () -> Opml.read(text.getBytes(StandardCharsets.UTF_8), "a.opml")))
          .as(piece)
          .isNotNull();
    }
  }

  @Test
  void makesNewDocuments() {
    var outline = Outline.of(Map.of("text", "à <lire>"), List.of());
    var document = OpmlDocument.of("Liste", List.of(Outline.folder("Maroc", List.of(outline))));
    assertThat(Opml.write(document))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="2.0">
              <head>
                <title>Liste</title>
              </head>
              <body>
                <outline text="Maroc">
                  <outline text="à &lt;lire&gt;"/>
                </outline>
              </body>
            </opml>
            """);
  }

  private static OpmlDocument document(String text) {
    var result = Opml.read(text.getBytes(StandardCharsets.UTF_8), "a.opml");
    assertThat(result).as("%s", result.faults()).isInstanceOf(OpmlResult.Read.class);
    return ((OpmlResult.Read) result).document();
  }
}
