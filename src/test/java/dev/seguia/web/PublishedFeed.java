package dev.seguia.web;

import dev.seguia.feed.FeedFormat;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// What a strict reader finds in a feed that we publish.
///
/// @param urls all that stand in it, those in the texts too
record PublishedFeed(
    List<String> ids, List<String> dates3339, List<String> dates822, List<String> urls) {
  private static final Set<String> URL_ATTRIBUTES = Set.of("href", "url", "src", "uri");
  private static final Set<String> URL_ELEMENTS = Set.of("link", "comments", "icon", "uri");
  private static final Set<String> HTML_ELEMENTS = Set.of("content", "encoded");
  private static final Set<String> DATES_3339 = Set.of("updated", "published");
  private static final Set<String> DATES_822 = Set.of("pubDate", "lastBuildDate");

  private PublishedFeed() {
    this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  /// Reads a document.
  ///
  /// @throws Exception if it is not well-formed
  static PublishedFeed read(FeedFormat format, byte[] document) throws Exception {
    var feed = new PublishedFeed();
    if (format == FeedFormat.JSON) feed.readJson(new ObjectMapper().readTree(document));
    else feed.readXml(document);
    return feed;
  }

  private void readXml(byte[] document) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    var root = factory.newDocumentBuilder().parse(new ByteArrayInputStream(document));
    elements(root.getElementsByTagNameNS("*", "*")).forEach(this::readElement);
  }

  private void readElement(Element element) {
    var name = element.getLocalName();
    var parent = element.getParentNode().getLocalName();
    var text = element.getTextContent();
    if (name.equals("guid") || (name.equals("id") && "entry".equals(parent))) ids.add(text);
    if (DATES_3339.contains(name)) dates3339.add(text);
    if (DATES_822.contains(name)) dates822.add(text);
    if (URL_ELEMENTS.contains(name) && !text.isEmpty()) urls.add(text);
    if (HTML_ELEMENTS.contains(name)) readHtml(text);
    var attributes = element.getAttributes();
    IntStream.range(0, attributes.getLength())
        .mapToObj(attributes::item)
        .filter(attribute -> URL_ATTRIBUTES.contains(attribute.getLocalName()))
        .map(Node::getNodeValue)
        .filter(url -> !url.isEmpty())
        .forEach(urls::add);
  }

  private void readHtml(String html) {
    var body = Jsoup.parseBodyFragment(html);
    for (var attribute : List.of("href", "src", "poster"))
      urls.addAll(body.select("[" + attribute + "]").eachAttr(attribute));
  }

  private void readJson(JsonNode feed) {
    urls.add(feed.path("home_page_url").asString());
    urls.add(feed.path("feed_url").asString());
    for (var item : feed.path("items")) {
      ids.add(item.path("id").asString());
      dates3339.add(item.path("date_published").asString());
      dates3339.add(item.path("date_modified").asString());
      for (var name : List.of("url", "image"))
        if (item.has(name)) urls.add(item.path(name).asString());
      for (var file : item.path("attachments")) urls.add(file.path("url").asString());
      urls.add(item.path("_seguia").path("source").path("url").asString());
      readHtml(item.path("content_html").asString(""));
    }
  }

  private static Stream<Element> elements(NodeList nodes) {
    return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast);
  }
}
