package dev.seguia.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/// A made-up feed: the newest entries of a row that has no end, RSS 2.0 if its number is even, else
/// Atom 1.0.
final class Fixture {
  private final int number;
  private final int length;
  private int newest;

  /// @param number which feed it is
  /// @param length how many entries it holds
  Fixture(int number, int length) {
    this.number = number;
    this.length = length;
    this.newest = length;
  }

  /// A state of the feed, ready to be sent.
  record Document(String etag, String contentType, byte[] plain, byte[] gzip) {}

  /// Adds new entries on top; as many old ones fall off the end.
  void add(int count) {
    newest += count;
  }

  Document document() {
    var plain = (number % 2 == 0 ? rss() : atom()).getBytes(StandardCharsets.UTF_8);
    var type = number % 2 == 0 ? "application/rss+xml" : "application/atom+xml";
    return new Document(
        "\"%d-%d\"".formatted(number, newest), type + "; charset=utf-8", plain, gzip(plain));
  }

  private List<Article> articles() {
    return IntStream.range(newest - length, newest)
        .mapToObj(entry -> Article.of(number, entry))
        .sorted(Comparator.comparing(Article::date).reversed())
        .toList();
  }

  private String rss() {
    var xml =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" \
            xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>Journal %d</title><link>https://journal-%1$d.example/</link>
            <description>Les nouvelles du journal %1$d</description><language>fr</language>
            """
                .formatted(number));
    articles().forEach(article -> item(xml, article));
    return xml.append("</channel></rss>\n").toString();
  }

  private void item(StringBuilder xml, Article article) {
    xml.append("<item><title>").append(article.title()).append("</title>\n");
    xml.append("<link>").append(article.link()).append("</link>\n");
    xml.append("<guid isPermaLink=\"false\">").append(article.id()).append("</guid>\n");
    xml.append("<pubDate>").append(rfc822(article.date())).append("</pubDate>\n");
    xml.append("<dc:creator>").append(article.author()).append("</dc:creator>\n");
    article
        .categories()
        .forEach(name -> xml.append("<category>").append(name).append("</category>"));
    xml.append("\n<description>").append(escaped(start(article.html()))).append("</description>\n");
    xml.append("<content:encoded>")
        .append(number % 4 == 0 ? "<![CDATA[" + article.html() + "]]>" : escaped(article.html()))
        .append("</content:encoded>\n");
    if (article.hasEnclosure())
      xml.append("<enclosure url=\"https://audio.example/")
          .append(number)
          .append(".mp3\" length=\"5242880\" type=\"audio/mpeg\"/>\n");
    xml.append("</item>\n");
  }

  private String atom() {
    var xml =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
            <title>Journal %d</title><id>tag:journal-%1$d.example,2026:feed</id>
            <link href="https://journal-%1$d.example/"/><updated>%s</updated>
            """
                .formatted(number, Article.of(number, newest - 1).date()));
    articles().forEach(article -> entry(xml, article));
    return xml.append("</feed>\n").toString();
  }

  private void entry(StringBuilder xml, Article article) {
    xml.append("<entry><title>").append(article.title()).append("</title>\n");
    xml.append("<id>").append(article.id()).append("</id>\n");
    xml.append("<link href=\"").append(article.link()).append("\"/>\n");
    xml.append("<published>").append(article.date()).append("</published>\n");
    xml.append("<updated>").append(article.date()).append("</updated>\n");
    xml.append("<author><name>").append(article.author()).append("</name></author>\n");
    article
        .categories()
        .forEach(name -> xml.append("<category term=\"").append(name).append("\"/>"));
    if (article.hasEnclosure())
      xml.append("\n<link rel=\"enclosure\" type=\"audio/mpeg\" href=\"https://audio.example/")
          .append(number)
          .append(".mp3\" length=\"5242880\"/>");
    xml.append("\n<content type=\"html\">").append(escaped(article.html())).append("</content>\n");
    xml.append("</entry>\n");
  }

  private static String start(String html) {
    var text = html.replaceAll("<[^>]*>", " ").strip();
    return text.substring(0, Math.min(text.length(), 240));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String rfc822(Instant date) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC));
  }

  private static byte[] gzip(byte[] plain) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
