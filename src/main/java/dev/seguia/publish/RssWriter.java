package dev.seguia.publish;

import dev.seguia.dates.HttpDate;
import dev.seguia.feed.Enclosure;
import dev.seguia.feed.FeedFormat;
import dev.seguia.feed.Medium;
import dev.seguia.feed.Person;
import dev.seguia.text.Markup;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/// Writes RSS 2.0, following the RSS Best Practices Profile.
final class RssWriter implements FeedWriter {
  /// A tag, or a reference to a character: what HTML does not show as it is written.
  private static final Pattern MARKUP =
      Pattern.compile("<[A-Za-z/!?]|&(?:#|[A-Za-z][A-Za-z0-9]*;|(?:amp|lt|gt|quot|copy|reg|nbsp))");

  @Override
  public byte[] write(MergedFeed feed) {
    var xml = new XmlWriter();
    xml.start(
        "rss",
        "version",
        "2.0",
        "xmlns:atom",
        "http://www.w3.org/2005/Atom",
        "xmlns:content",
        "http://purl.org/rss/1.0/modules/content/",
        "xmlns:dc",
        "http://purl.org/dc/elements/1.1/",
        "xmlns:media",
        "http://search.yahoo.com/mrss/",
        "xmlns:seguia",
        NAMESPACE);
    xml.start("channel");
    writeHead(xml, feed);
    for (var entry : feed.entries()) writeEntry(xml, entry);
    return xml.finish();
  }

  static String date(Instant date) {
    return HttpDate.of(date);
  }

  private static void writeHead(XmlWriter xml, MergedFeed feed) {
    xml.title("title", words(feed.title()))
        .text("link", feed.home())
        .text(
            "description",
            Markup.escaped(feed.description().isBlank() ? feed.title() : feed.description()))
        .optional("language", feed.language())
        .text("lastBuildDate", date(feed.updated()))
        .text("generator", "Seguia (" + HOME + ")")
        .empty("atom:link", "rel", "self", "type", FeedFormat.RSS.mediaType(), "href", feed.self());
    xml.start("image")
        .text("url", feed.image())
        .title("title", words(feed.title()))
        .text("link", feed.home())
        .end();
  }

  private static void writeEntry(XmlWriter xml, MergedEntry entry) {
    var text = entry.text();
    xml.start("item");
    if (!entry.title().isBlank()) xml.title("title", words(entry.title()));
    xml.optional("link", entry.link());
    writeId(xml, entry);
    xml.text("pubDate", date(entry.published()));
    if (entry.updated().isAfter(entry.published())) xml.date("atom:updated", entry.updated());
    writeAuthors(xml, entry);
    for (var label : entry.labels()) xml.text("category", words(label));
    writeTexts(xml, entry);
    writeEnclosures(xml, entry.enclosures());
    entry.picture().ifPresent(picture -> PictureElements.write(xml, picture));
    xml.optional("comments", entry.comments())
        .optional("dc:language", text.language())
        .optional("dc:rights", words(text.rights()));
    writeSource(xml, entry);
    xml.end();
  }

  private static void writeId(XmlWriter xml, MergedEntry entry) {
    var isPage = entry.link().filter(entry.id()::equals).isPresent();
    xml.text("guid", entry.id(), "isPermaLink", Boolean.toString(isPage));
  }

  /// Most readers show the creators only. `author` is a mail address, and there is one at most.
  private static void writeAuthors(XmlWriter xml, MergedEntry entry) {
    entry.correspondent().ifPresent(author -> xml.text("author", words(mailbox(author))));
    for (var author : entry.byline()) xml.text("dc:creator", words(ValidText.line(author.label())));
  }

  private static String mailbox(Person author) {
    var email = author.email().orElseThrow();
    return ValidText.line(author.name().isBlank() ? email : email + " (" + author.name() + ")");
  }

  private static void writeTexts(XmlWriter xml, MergedEntry entry) {
    var text = entry.text();
    if (!text.summary().isBlank()) xml.text("description", Markup.escaped(text.summary()));
    // RSS 2.0 wants a title or a description in every item
    else if (text.title().isBlank()) xml.text("description", text.content());
    xml.optional("content:encoded", withFooter(entry));
  }

  /// RSS has no room for further sources, nor for the other articles of a story, but in the text.
  private static String withFooter(MergedEntry entry) {
    var footer = Footer.of(entry);
    var content = entry.content();
    if (footer.isEmpty() || !content.isBlank()) return content + footer;
    return Html.paragraph(entry.text().summary()) + footer;
  }

  /// A text of which nothing says how it is meant, so that many readers take it for HTML: where
  /// they would find markup in it, it is HTML indeed, with its markup characters written out.
  private static String words(String plain) {
    return MARKUP.matcher(plain).find() ? Markup.escaped(plain) : plain;
  }

  private static void writeEnclosures(XmlWriter xml, List<Enclosure> files) {
    if (files.isEmpty()) return;
    var first = files.getFirst();
    // RSS 2.0 requires a length. Best Practices Profile: 0 for one that is unknown
    var length = Long.toString(first.length().orElse(0));
    xml.empty("enclosure", "url", first.url(), "length", length, "type", first.type().orElse(""));
    for (var file : files.subList(1, files.size())) writeMedia(xml, file);
  }

  private static void writeMedia(XmlWriter xml, Enclosure file) {
    var type = file.type().orElse("");
    var medium = Medium.of(type).label();
    var size = file.length().isPresent() ? Long.toString(file.length().getAsLong()) : "";
    xml.empty("media:content", "url", file.url(), "fileSize", size, "type", type, "medium", medium);
  }

  private static void writeSource(XmlWriter xml, MergedEntry entry) {
    var from = entry.attribution();
    xml.text("source", words(ValidText.line(from.title())), "url", from.url());
    for (var sighting : entry.furtherSightings())
      xml.text("dc:relation", MergedEntry.page(sighting));
    if (entry.isMerged())
      for (var sighting : entry.sightings()) AtomWriter.writeSighting(xml, sighting);
  }
}
