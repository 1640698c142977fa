package dev.seguia.rendering;

import static java.util.stream.Collectors.joining;

import java.net.URI;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Feeds whose every field is an attack.
final class AttackFeeds {
  private AttackFeeds() {}

  /// The id of an attack in a feed.
  static String id(String feed, Attack attack) {
    return "tag:" + feed + ".example,2025:" + attack.name();
  }

  static String rss(List<Attack> attacks) {
    return attacks.stream()
        .map(AttackFeeds::rssEntry)
        .collect(
            joining(
                "",
                "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'"
                    + " xmlns:dc='http://purl.org/dc/elements/1.1/'"
                    + " xmlns:media='http://search.yahoo.com/mrss/'><channel><title>"
                    + xml(attacks.getFirst().text())
                    + "</title>",
                "</channel></rss>"));
  }

  /// @param type of all texts: `html` or `text`
  static String atom(List<Attack> attacks, String type) {
    return attacks.stream()
        .map(one -> atomEntry(one, type))
        .collect(
            joining(
                "",
                "<feed xmlns='http://www.w3.org/2005/Atom'><title type='html'>"
                    + xml(attacks.getFirst().text())
                    + "</title>",
                "</feed>"));
  }

  static String json(List<Attack> attacks) {
    var text = attacks.getFirst().text();
    return new JsonMapper()
        .writeValueAsString(
            Map.of(
                "version",
                "https://jsonfeed.org/version/1.1",
                "title",
                text,
                "description",
                text,
                "icon",
                text,
                "home_page_url",
                text,
                "items",
                attacks.stream().map(AttackFeeds::item).toList()));
  }

  private static String rssEntry(Attack attack) {
    return """
    <item><guid isPermaLink="false">%2$s</guid><title>%1$s</title><link>%1$s</link>
    <description>%1$s</description><content:encoded><![CDATA[%3$s]]></content:encoded>
    <author>%1$s</author><dc:creator>%1$s</dc:creator><category domain="%1$s">%1$s</category>
    <comments>%1$s</comments><source url="%1$s">%1$s</source><dc:rights>%1$s</dc:rights>
    <enclosure url="%1$s" type="%1$s" length="1"/><media:thumbnail url="%1$s"/></item>
    """
        .formatted(xml(attack.text()), id("rss", attack), section(attack.text()));
  }

  private static String atomEntry(Attack attack, String type) {
    return """
    <entry xml:lang="%1$s"><id>%2$s</id><title type="%3$s">%1$s</title>
    <summary type="%3$s">%1$s</summary><content type="%3$s">%1$s</content>
    <link href="%1$s" title="%1$s"/><link rel="enclosure" href="%1$s" type="%1$s"/>
    <author><name>%1$s</name><uri>%1$s</uri><email>%1$s</email></author>
    <category term="%1$s" label="%1$s" scheme="%1$s"/><rights type="%3$s">%1$s</rights>
    <source><id>%1$s</id><title type="%3$s">%1$s</title><link rel="self" href="%1$s"/></source></entry>
    """
        .formatted(xml(attack.text()), id(type, attack), type);
  }

  private static String outline(Attack attack, URI url) {
    return """
    <outline text="%1$s"><outline type="rss" text="%1$s" title="%1$s" category="%1$s" description="%1$s"
    htmlUrl="%1$s" xmlUrl="%2$s"/></outline>
    """
        .formatted(xml(attack.text()), url);
  }

  private static Map<String, Object> item(Attack attack) {
    var text = attack.text();
    return Map.ofEntries(
        Map.entry("id", id("json", attack)),
        Map.entry("title", text),
        Map.entry("url", text),
        Map.entry("external_url", text),
        Map.entry("summary", text),
        Map.entry("content_html", text),
        Map.entry("image", text),
        Map.entry("banner_image", text),
        Map.entry("language", text),
        Map.entry("tags", List.of(text)),
        Map.entry("authors", List.of(Map.of("name", text, "url", text, "avatar", text))),
        Map.entry("attachments", List.of(Map.of("url", text, "mime_type", text, "title", text))));
  }

  /// A list whose sources, and the folders that they stand in, are named by attacks.
  static String opml(List<URI> sources, List<Attack> attacks) {
    return sources.stream()
        .map(url -> outline(attacks.get(url.getPath().length() % attacks.size()), url))
        .collect(joining("", "<opml version='2.0'><body>", "</body></opml>"));
  }

  private static String section(String text) {
    return legal(text).replace("]]>", "]]]]><![CDATA[>");
  }

  private static String xml(String text) {
    return legal(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /// Without what no XML can hold: other tests are about that.
  private static String legal(String text) {
    return text.codePoints()
        .filter(
            c -> c == '\n' || (c >= ' ' && c < 0xd800) || (c > 0xdfff && (c & 0xfffe) != 0xfffe))
        .mapToObj(Character::toString)
        .collect(joining());
  }
}
