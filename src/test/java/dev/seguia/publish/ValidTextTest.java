package dev.seguia.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.url.PercentEncoding;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class ValidTextTest {

  @Provide
  Arbitrary<String> anything() {
    return Arbitraries.strings()
        .withCharRange('\u0000', '\uFFFF')
        .withChars('<', '&', '>', ']', '\r', '\n', '\uD83D', '\uDE00', '\uFFFE')
        .ofMaxLength(40);
  }

  @Property(tries = 500, seed = "20251114")
  void anyTextComesThroughXmlAsItIsWritten(@ForAll("anything") String text) throws Exception {
    var xml = new XmlWriter().start("a", "title", text).text("b", text).title("c", text).finish();
    var root =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml))
            .getDocumentElement();
    assertThat(root.getAttribute("title")).isEqualTo(ValidText.line(text));
    assertThat(root.getElementsByTagName("b").item(0).getTextContent())
        .isEqualTo(ValidText.of(text));
    assertThat(root.getElementsByTagName("c").item(0).getTextContent())
        .isEqualTo(ValidText.line(text));
  }

  @Property(tries = 500, seed = "20251114")
  void anyTextIsUtf8(@ForAll("anything") String text) {
    var valid = ValidText.of(text);
    assertThat(new String(valid.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .isEqualTo(valid);
  }

  @Property(tries = 500, seed = "20251114")
  void anyUrlIsSpeltInPlainCharacters(@ForAll("anything") String text) {
    var href = PercentEncoding.URI.encode("https://a.example/" + text);
    assertThat(href).matches("[A-Za-z0-9%._~:/?#\\[\\]@!$&'()*+,;=-]*");
    assertThat(PercentEncoding.URI.encode(href)).isEqualTo(href);
  }
}
