package dev.seguia.publish;

import dev.seguia.store.state.StoredSource;
import dev.seguia.url.PercentEncoding;
import java.util.List;

/// Writes lists of feeds as OPML 2.0.
final class OpmlWriter {
  private OpmlWriter() {}

  /// A feed, or a folder of feeds.
  sealed interface Outline {}

  /// @param page where people read it
  record FeedOutline(String title, String url, String page) implements Outline {}

  record FolderOutline(String title, List<FeedOutline> feeds) implements Outline {
    FolderOutline {
      feeds = List.copyOf(feeds);
    }
  }

  /// A list of feeds; folders without any are left out.
  static byte[] feeds(List<Outline> outlines) {
    var xml = start();
    for (var outline : outlines)
      switch (outline) {
        case FeedOutline feed -> writeFeed(xml, feed);
        case FolderOutline folder -> writeFolder(xml, folder);
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

  private static void writeFolder(XmlWriter xml, FolderOutline folder) {
    if (folder.feeds().isEmpty()) return;
    xml.start("outline", "text", folder.title(), "title", folder.title());
    for (var feed : folder.feeds()) writeFeed(xml, feed);
    xml.end();
  }

  private static void writeFeed(XmlWriter xml, FeedOutline feed) {
    xml.empty(
        "outline",
        "text",
        feed.title(),
        "title",
        feed.title(),
        "type",
        "rss",
        "xmlUrl",
        feed.url(),
        "htmlUrl",
        feed.page());
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
