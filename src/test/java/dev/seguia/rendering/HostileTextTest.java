package dev.seguia.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.select.Elements;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// One text stands in every field of four feeds, and names their sources and folders: wherever it
/// is published, it is text.
final class HostileTextTest {
  private static final List<String> URLS = List.of("href", "url", "uri", "xmlUrl", "htmlUrl");
  private static final List<String> JSON_URLS =
      List.of("url", "external_url", "image", "icon", "banner_image", "home_page_url", "avatar");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</title></item></channel><script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onload='alert(1)",
        "]]><script>alert(1)</script>",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&amp;lt;script&amp;gt;alert(1)&amp;lt;/script&amp;gt;",
        "javascript:alert(1)",
        " JaVa\tScript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:alert(1)",
        "file:///etc/passwd",
        "mailto:x@example.org?body=\"><script>alert(1)</script>",
        "https://example.org/\"><script>alert(1)</script>",
        "//example.org/\r\nX-Evil: 1",
        "\u001b]0;x\u0007\u0000\u202e",
        "<?xml-stylesheet href=\"javascript:alert(1)\"?>",
        "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>&y;",
        "${7*7} @{x} #{y} <%= z %>",
        "=HYPERLINK(\"https://example.org\")",
      })
  void isTextWhereverItIsPublished(String text) throws Exception {
    try (var world = new AttackWorld(List.of(new Attack("text-0", text, List.of())))) {
      for (var page : world.pages()) {
        var body = body(page);
        if (!page.getPath().contains(".")) assertPage(body);
        else if (page.getPath().endsWith(".json")) assertFeed(new JsonMapper().readTree(body));
        else assertDocument(page, body);
      }
      for (var page : world.entryPages(10)) assertEntryPage(body(page));
    }
  }

  private static byte[] body(URI page) throws IOException {
    try (InputStream body = page.toURL().openStream()) {
      return body.readAllBytes();
    }
  }

  private static void assertPage(byte[] html) throws IOException {
    var page = Jsoup.parse(new ByteArrayInputStream(html), "UTF-8", "https://seguia.example/");
    var ours = "script:not([src$=page.js]), img:not(.thumbnail[src^=http])";
    assertThat(page.select(ours + ", iframe, style, [onerror], [onload]")).isEmpty();
    assertThat(page.select("a:not(.readers a:first-child)").eachAttr("abs:href"))
        .allMatch(HostileTextTest::isOfTheWeb);
    assertThat(page.select(".readers a:first-child").eachAttr("href"))
        .allMatch(href -> href.matches("feed://seguia\\.example/[^\\s<>\"]+"));
  }

  private static void assertEntryPage(byte[] html) throws IOException {
    var base = "https://seguia.example/entries/0";
    var page = Jsoup.parse(new ByteArrayInputStream(html), "UTF-8", base);
    assertThat(
            page.select(
                "script:not([type=application/ld+json]), iframe, style, [onerror], [onload]"))
        .isEmpty();
    assertLinkedData(page.select("script"));
    assertThat(page.select("[href]").eachAttr("abs:href")).allMatch(HostileTextTest::isOfTheWeb);
    assertThat(page.select("[src]").eachAttr("abs:src")).allMatch(HostileTextTest::isOfTheWeb);
  }

  /// One block of data, which is JSON to its end and speaks of our page.
  private static void assertLinkedData(Elements scripts) {
    assertThat(scripts).hasSize(1);
    var data = new ObjectMapper().readTree(scripts.getFirst().data());
    assertThat(data.path("@type").asString()).isEqualTo("NewsArticle");
    assertThat(data.path("url").asString()).startsWith("https://seguia.example/entries/");
    for (var name : List.of("url", "image"))
      if (data.has(name))
        assertThat(data.path(name).asString()).matches(HostileTextTest::isOfTheWeb);
    for (var original : data.path("isBasedOn"))
      assertThat(original.path("url").asString()).matches(HostileTextTest::isOfTheWeb);
  }

  private static void assertDocument(URI page, byte[] xml) throws Exception {
    var document = parse(xml);
    assertThat(document.getChildNodes().getLength()).isEqualTo(1);
    for (var element : elements(document)) {
      assertThat(element.getLocalName()).isNotIn("script", "img", "stylesheet");
      for (var name : URLS)
        if (element.hasAttribute(name))
          assertThat(element.getAttribute(name))
              .as("%s", page)
              .matches(HostileTextTest::isOfTheWeb);
      if (List.of("link", "comments", "uri").contains(element.getLocalName())
          && !element.getTextContent().isEmpty())
        assertThat(element.getTextContent()).matches(HostileTextTest::isOfTheWeb);
    }
  }

  private static void assertFeed(JsonNode feed) {
    assertThat(feed.path("items")).isNotEmpty();
    assertAddresses(feed);
  }

  private static void assertAddresses(JsonNode node) {
    for (Map.Entry<String, JsonNode> property : node.properties())
      if (property.getValue().isString() && JSON_URLS.contains(property.getKey()))
        assertThat(property.getValue().asString()).matches(HostileTextTest::isOfTheWeb);
    for (var child : node.values()) assertAddresses(child);
  }

  private static boolean isOfTheWeb(String url) {
    return url.matches("(https?://|mailto:)[^\\s<>\"]+");
  }

  /// @throws Exception if it is not well-formed, or has a document type
  private static Document parse(byte[] xml) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
  }

  private static List<Element> elements(Document document) {
    var nodes = document.getElementsByTagName("*");
    Stream<Node> all = IntStream.range(0, nodes.getLength()).mapToObj(nodes::item);
    return all.map(Element.class::cast).toList();
  }
}
