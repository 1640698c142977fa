package dev.seguia.rendering;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a reader puts into its pages of a feed that we publish, each once.
///
/// Readers are careless: in RSS, where nothing says how a text is meant, they take every text for
/// HTML.
final class Shown {
  private static final Set<String> URLS = Set.of("href", "url", "uri", "src");
  private static final int TOGETHER = 100;
  private static final Set<String> RSS_URLS = Set.of("link", "comments", "relation");
  private static final Set<String> JSON_URLS =
      Set.of("url", "external_url", "image", "icon", "home_page_url", "avatar", "home", "link");

  private final Map<String, Attack> attacks;
  private final Map<String, Snippet> contents = new LinkedHashMap<>();
  private final Set<String> links = new LinkedHashSet<>();
  private final Set<String> texts = new LinkedHashSet<>();
  private final Set<String> entries = new HashSet<>();

  /// @param text whether it is to hold words only, and no element
  record Snippet(String name, String html, boolean text, List<String> keeps) {}

  Shown(List<Attack> attacks) {
    this.attacks = attacks.stream().collect(Collectors.toMap(Attack::name, attack -> attack));
  }

  /// Every content by itself, since one may break out of its place; of what may hold no element at
  /// all, many together.
  List<Snippet> snippets() {
    var snippets = new ArrayList<>(contents.values());
    snippets.addAll(together("links", links, false));
    snippets.addAll(together("texts", texts, true));
    return snippets;
  }

  private static List<Snippet> together(String name, Set<String> parts, boolean text) {
    return parts.stream()
        .gather(Gatherers.windowFixed(TOGETHER))
        .map(some -> new Snippet(name, String.join("\n", some), text, List.of()))
        .toList();
  }

  /// The ids under which attacks were published.
  Set<String> entries() {
    return entries;
  }

  void readRss(byte[] feed) throws Exception {
    for (var element : elements(feed)) {
      var name = element.getLocalName();
      if (name.equals("item")) published(child(element, "guid"));
      if (element.getElementsByTagName("*").getLength() > 0) continue;
      var text = element.getTextContent();
      if (RSS_URLS.contains(name)) link(text);
      else if (name.equals("encoded")) content("rss", child(element.getParentNode(), "guid"), text);
      // a description without markup is a text, and else an article in the place of one
      else if (name.equals("description") && text.contains("<")) content("rss", "", text);
      else texts.add(text);
      readUrls(element);
    }
  }

  void readAtom(byte[] feed) throws Exception {
    for (var element : elements(feed)) {
      var name = element.getLocalName();
      if (name.equals("entry")) published(child(element, "id"));
      if (name.equals("uri") || name.equals("icon")) link(element.getTextContent());
      if (element.getAttribute("type").equals("html"))
        content("atom", child(element.getParentNode(), "id"), element.getTextContent());
      readUrls(element);
    }
  }

  void readJson(byte[] feed) {
    var root = new JsonMapper().readTree(feed);
    for (var item : root.path("items")) {
      var id = item.path("id").asString();
      published(id);
      if (item.has("content_html")) content("json", id, item.path("content_html").asString());
    }
    readUrls(root);
  }

  private void readUrls(JsonNode node) {
    for (var property : node.properties())
      if (property.getValue().isString() && JSON_URLS.contains(property.getKey()))
        link(property.getValue().asString());
    for (var child : node.values()) readUrls(child);
  }

  private void readUrls(Element element) {
    for (var name : URLS) if (element.hasAttribute(name)) link(element.getAttribute(name));
  }

  private void content(String format, String id, String html) {
    var attack = attacks.get(id.substring(id.lastIndexOf(':') + 1));
    var name = format + " content of " + id;
    // in a text of Atom, markup is there to be read
    var keeps =
        attack == null || id.equals(AttackFeeds.id("text", attack))
            ? List.<String>of()
            : attack.keeps();
    if (!html.isEmpty()) contents.putIfAbsent(html + keeps, new Snippet(name, html, false, keeps));
  }

  private void link(String url) {
    var escaped = url.replace("&", "&amp;").replace("\"", "&quot;");
    links.add("<a href=\"" + escaped + "\">x</a>");
  }

  private void published(String id) {
    if (attacks.containsKey(id.substring(id.lastIndexOf(':') + 1))) entries.add(id);
  }

  private static String child(org.w3c.dom.Node parent, String name) {
    return children(parent.getChildNodes())
        .filter(child -> name.equals(child.getLocalName()))
        .map(Element::getTextContent)
        .findFirst()
        .orElse("");
  }

  private static List<Element> elements(byte[] document) throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    // the limits of Java are for what comes from strangers
    factory.setAttribute("jdk.xml.maxGeneralEntitySizeLimit", "0");
    factory.setAttribute("jdk.xml.totalEntitySizeLimit", "0");
    var root = factory.newDocumentBuilder().parse(new ByteArrayInputStream(document));
    return new ArrayList<>(children(root.getElementsByTagName("*")).toList());
  }

  private static Stream<Element> children(NodeList nodes) {
    return IntStream.range(0, nodes.getLength())
        .mapToObj(nodes::item)
        .filter(Element.class::isInstance)
        .map(Element.class::cast);
  }
}
