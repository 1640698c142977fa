package dev.seguia.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/// What must hold of any HTML that we publish, asked of the tree that a browser would build.
final class SafeHtml {
  private static final Set<String> FORBIDDEN =
      Set.of(
          "script",
          "style",
          "object",
          "embed",
          "form",
          "meta",
          "base",
          "link",
          "svg",
          "math",
          "template",
          "applet",
          "frame",
          "frameset",
          "input",
          "button",
          "textarea",
          "select");
  private static final List<String> URLS =
      List.of("href", "src", "poster", "cite", "longdesc", "action", "formaction", "background");

  private SafeHtml() {}

  static void assertSafe(String html) {
    var body = Jsoup.parseBodyFragment(html).body();
    body.getAllElements().stream().skip(1).forEach(SafeHtml::assertSafe);
    assertLegalInXml(html);
  }

  private static void assertSafe(Element element) {
    assertThat(FORBIDDEN).doesNotContain(element.normalName());
    for (var attribute : element.attributes()) {
      var name = attribute.getKey().toLowerCase(Locale.ROOT);
      assertThat(name).doesNotStartWith("on").isNotIn("style", "id", "name", "class", "srcdoc");
      if (URLS.contains(name))
        assertThat(attribute.getValue()).matches("(?s)(https?://|mailto:).*");
    }
    if (element.nameIs("iframe")) {
      assertThat(element.hasAttr("sandbox")).isTrue();
      assertThat(element.attr("src")).startsWith("https://");
    }
  }

  private static void assertLegalInXml(String html) {
    var escaped = html.replace("&", "&amp;").replace("<", "&lt;");
    try {
      var factory = DocumentBuilderFactory.newInstance();
      // Without a document type there is nothing to expand: this would count `&lt;` in long texts.
      factory.setAttribute("jdk.xml.maxGeneralEntitySizeLimit", "0");
      factory.setAttribute("jdk.xml.totalEntitySizeLimit", "0");
      var builder = factory.newDocumentBuilder();
      builder.parse(
          new org.xml.sax.InputSource(new java.io.StringReader("<x>" + escaped + "</x>")));
    } catch (Exception e) {
      throw new AssertionError("not legal in XML: " + html, e);
    }
  }
}
