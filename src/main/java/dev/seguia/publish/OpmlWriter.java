package dev.seguia.publish;

import dev.seguia.feed.TagExpression;
import dev.seguia.store.state.StoredSource;
import dev.seguia.store.tag.StoredTag;
import dev.seguia.url.PercentEncoding;
import java.util.List;
import java.util.function.Function;

/// Writes lists of feeds as OPML 2.0.
final class OpmlWriter {
  private OpmlWriter() {}

  /// The feeds that we publish: all entries, and every tag that has any.
  ///
  /// @param url where the feed of an expression lies
  /// @param page where people read it
  static byte[] feeds(
      List<StoredTag> tags,
      Function<TagExpression, String> url,
      Function<TagExpression, String> page) {
    var xml = start();
    writeFeed(xml, "Seguia", url.apply(TagExpression.all()), page.apply(TagExpression.all()));
    for (var tag : tags) {
      var expression = TagExpression.of(tag.tag());
      writeFeed(xml, tag.label(), url.apply(expression), page.apply(expression));
    }
    return xml.finish();
  }

  /// The sources that we read, but for those whose addresses let their readers in.
  static byte[] sources(List<StoredSource> sources) {
    var xml = start();
    for (var source : sources) if (source.isPublic()) writeSource(xml, source);
    return xml.finish();
  }

  private static XmlWriter start() {
    return new XmlWriter()
        .start("opml", "version", "2.0")
        .start("head")
        .text("title", "Seguia")
        .text("docs", "http://opml.org/spec2.opml")
        .end()
        .start("body");
  }

  private static void writeFeed(XmlWriter xml, String label, String url, String home) {
    xml.empty(
        "outline", "text", label, "title", label, "type", "rss", "xmlUrl", url, "htmlUrl", home);
  }

  private static void writeSource(XmlWriter xml, StoredSource source) {
    var header = source.header();
    xml.empty(
        "outline",
        "text",
        source.title(),
        "title",
        source.title(),
        "type",
        "rss",
        "xmlUrl",
        PercentEncoding.URI.encode(source.publicUrl()),
        "htmlUrl",
        header.link().map(PercentEncoding.URI::encode).orElse(""),
        "description",
        Attribution.description(header).orElse(""),
        "language",
        header.language().orElse(""));
  }
}
