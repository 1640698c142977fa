package dev.seguia.publish;

import dev.seguia.feed.Enclosure;
import dev.seguia.feed.FeedFormat;
import dev.seguia.feed.Person;
import dev.seguia.store.entry.Sighting;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.url.PercentEncoding;

/// Writes Atom 1.0 (RFC 4287).
final class AtomWriter implements FeedWriter {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String MEDIA = "http://search.yahoo.com/mrss/";
  private static final String TAGS = "https://seguia.dev/tags";

  @Override
  public byte[] write(MergedFeed feed) {
    var xml = new XmlWriter();
    xml.start(
        "feed",
        "xmlns",
        ATOM,
        "xmlns:media",
        MEDIA,
        "xmlns:seguia",
        NAMESPACE,
        "xml:lang",
        feed.language().orElse(""));
    writeHead(xml, feed);
    for (var entry : feed.entries()) writeEntry(xml, entry);
    return xml.finish();
  }

  private static void writeHead(XmlWriter xml, MergedFeed feed) {
    xml.text("id", feed.id())
        .text("title", ValidText.line(feed.title()))
        .optional("subtitle", feed.description())
        .date("updated", feed.updated())
        .empty("link", "rel", "self", "type", FeedFormat.ATOM.mediaType(), "href", feed.self())
        .empty("link", "rel", "alternate", "type", "text/html", "href", feed.home())
        .text("icon", feed.image())
        .text("generator", "Seguia", "uri", HOME);
  }

  private static void writeEntry(XmlWriter xml, MergedEntry entry) {
    var text = entry.text();
    xml.start("entry", "xml:lang", text.language().orElse(UNDETERMINED))
        .text("id", entry.id())
        .text("title", entry.title())
        .date("updated", entry.updated())
        .date("published", entry.published());
    for (var author : entry.byline()) writePerson(xml, author);
    writeLinks(xml, entry);
    writeCategories(xml, entry);
    writeTexts(xml, entry);
    xml.optional("rights", text.rights());
    writeSource(xml, entry);
    xml.end();
  }

  private static void writePerson(XmlWriter xml, Person person) {
    xml.start("author")
        .text("name", ValidText.line(person.label()))
        .optional("uri", person.uri().map(PercentEncoding.URI::encode))
        .optional("email", person.email().filter(email -> email.matches("[^@\\s]+@[^@\\s]+")))
        .end();
  }

  private static void writeLinks(XmlWriter xml, MergedEntry entry) {
    entry
        .link()
        .ifPresent(
            link -> xml.empty("link", "rel", "alternate", "type", "text/html", "href", link));
    entry
        .comments()
        .ifPresent(page -> xml.empty("link", "rel", "replies", "type", "text/html", "href", page));
    for (var file : entry.enclosures()) writeEnclosure(xml, file);
    entry.picture().ifPresent(picture -> PictureElements.write(xml, picture));
    for (var sighting : entry.furtherSightings()) writeVia(xml, sighting);
    if (entry.isMerged()) for (var sighting : entry.sightings()) writeSighting(xml, sighting);
    for (var other : entry.others()) writeRelated(xml, other);
  }

  private static void writeRelated(XmlWriter xml, StoredEntry other) {
    var title = other.origin().title() + ": " + other.heading();
    xml.empty("link", "rel", "related", "title", title, "href", MergedEntry.page(other));
  }

  private static void writeEnclosure(XmlWriter xml, Enclosure file) {
    var length = file.length().isPresent() ? Long.toString(file.length().getAsLong()) : "";
    var type = file.type().orElse("");
    xml.empty("link", "rel", "enclosure", "type", type, "length", length, "href", file.url());
  }

  private static void writeVia(XmlWriter xml, Sighting sighting) {
    var title = sighting.source().title();
    xml.empty("link", "rel", "via", "title", title, "href", MergedEntry.page(sighting));
  }

  /// The sources of a merged entry, for programs: Atom itself has room for one.
  static void writeSighting(XmlWriter xml, Sighting sighting) {
    xml.empty(
        "seguia:source",
        "url",
        PercentEncoding.URI.encode(sighting.source().publicUrl()),
        "title",
        sighting.source().title(),
        "link",
        sighting.link().map(PercentEncoding.URI::encode).orElse(""));
  }

  private static void writeCategories(XmlWriter xml, MergedEntry entry) {
    for (var tag : entry.tags())
      xml.empty("category", "term", tag.tag().name(), "scheme", TAGS, "label", tag.label());
    for (var category : entry.otherCategories()) xml.empty("category", "term", category);
  }

  private static void writeTexts(XmlWriter xml, MergedEntry entry) {
    var text = entry.text();
    xml.optional("summary", text.summary());
    var content = entry.content();
    if (!content.isBlank()) xml.text("content", content, "type", "html");
    // RFC 4287 section 4.1.2: without a link there must be a content
    else if (entry.link().isEmpty()) xml.text("content", text.summary());
  }

  private static void writeSource(XmlWriter xml, MergedEntry entry) {
    var from = entry.attribution();
    xml.start("source")
        .text("id", from.id())
        .text("title", ValidText.line(from.title()))
        // not the feed's own date, which many move at every request: equal content, equal bytes
        .date("updated", entry.updated())
        .empty("link", "rel", "self", "href", from.url());
    from.home()
        .ifPresent(
            home -> xml.empty("link", "rel", "alternate", "type", "text/html", "href", home));
    for (var author : from.authors()) if (!author.label().isBlank()) writePerson(xml, author);
    xml.optional("rights", from.rights()).end();
  }
}
