package dev.seguia.parse;

import dev.seguia.dates.DateFields;
import dev.seguia.feed.ImageUrl;
import dev.seguia.feed.Origin;
import dev.seguia.feed.Person;
import dev.seguia.feed.RawEntry;
import dev.seguia.feed.RawFeed;
import dev.seguia.feed.Rhythm;
import dev.seguia.feed.Text;
import dev.seguia.url.Url;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/// Reads JSON Feed 1.0 and 1.1 leniently: numbers for texts, `author` beside `authors`, a single
/// value for a list.
final class JsonFeedReader {
  private static final List<String> PUBLISHED =
      List.of("date_published", "published", "pubDate", "published_at", "date", "created_at");
  private static final List<String> UPDATED =
      List.of("date_modified", "updated", "modified", "updated_at");

  private final URI location;
  private final List<String> warnings = new ArrayList<>();
  private final List<Item> items = new ArrayList<>();
  private int nameless;

  /// A parsed item, with its authors.
  private record Item(RawEntry.Builder entry, List<Person> authors) {
    RawEntry entry(List<Person> feedAuthors) {
      return entry.authors(authors.isEmpty() ? feedAuthors : authors).build();
    }
  }

  private JsonFeedReader(URI location) {
    this.location = location;
  }

  static ParseResult read(URI location, String text) {
    try {
      var reader = new JsonFeedReader(location);
      return reader.result(JsonWalk.walk(text, reader::item));
    } catch (JacksonException e) {
      var place = Optional.ofNullable(e.getLocation());
      var where = place.map(at -> ", line " + at.getLineNr() + ", column " + at.getColumnNr());
      return new ParseResult.Unreadable("broken JSON" + where.orElse(""));
    }
  }

  private ParseResult result(JsonWalk.Found found) {
    if (!found.isWhole() && items.isEmpty())
      return new ParseResult.Unreadable("JSON of more values, or deeper ones, than a feed has");
    var version = text(found.header(), "version").orElse("");
    if (!version.contains("jsonfeed.org") && !found.hasItems())
      return new ParseResult.Unreadable("JSON, but no JSON Feed");
    var header = header(found.header(), version);
    var entries = items.stream().map(item -> item.entry(header.authors())).toList();
    warn(found, entries);
    return new ParseResult.Parsed(
        new RawFeed(
            location, header, entries, Rhythm.none(), true, url(found.header(), "next_url")),
        warnings);
  }

  private void warn(JsonWalk.Found found, List<RawEntry> entries) {
    if (nameless == 1) warnings.add("an item without id and url was left out");
    if (nameless > 1) warnings.add(nameless + " items without id and url were left out");
    if (found.items() > ParseLimits.ENTRIES)
      warnings.add(
          found.items()
              + " entries: those after the first "
              + ParseLimits.ENTRIES
              + " were left out");
    if (!found.isWhole())
      warnings.add("more values, or deeper ones, than a feed has: the rest was left out");
    warnings.addAll(LimitWarnings.warnings(entries));
  }

  private RawFeed.Header header(JsonNode feed, String version) {
    return new RawFeed.Header(
        version.endsWith("1.1") ? "json feed 1.1" : "json feed 1.0",
        Optional.empty(),
        Assembler.title(Text.plain(text(feed, "title").orElse(""))),
        Assembler.body(Text.plain(text(feed, "description").orElse(""))),
        url(feed, "home_page_url"),
        url(feed, "feed_url"),
        image(feed, "icon").or(() -> image(feed, "favicon")),
        Assembler.language(text(feed, "language")),
        Text.none(),
        Optional.empty(),
        authors(feed),
        List.of());
  }

  /// The specification discards an item without an id; where it has a page we keep it, since that
  /// names it as well.
  private void item(JsonNode item) {
    var id = text(item, "id").flatMap(Assembler::id);
    var link =
        LinkResolver.best(
            Stream.of(url(item, "url"), url(item, "external_url"), id).flatMap(Optional::stream));
    if (!item.isObject() || (id.isEmpty() && link.isEmpty())) nameless++;
    else items.add(new Item(entry(item, id, link), authors(item)));
  }

  private RawEntry.Builder entry(JsonNode item, Optional<String> id, Optional<String> link) {
    var notes = new ElementFacts(location);
    gather(item, notes);
    var dates = dates(item);
    return RawEntry.builder()
        .id(id)
        .link(link)
        .title(Assembler.title(Text.plain(text(item, "title").orElse(""))))
        .summary(Assembler.body(Text.plain(text(item, "summary").orElse(""))))
        .content(Assembler.body(content(item)))
        .published(dates.published())
        .updated(dates.updated())
        .unreadDate(dates.unread())
        .categories(notes.categories().stream().distinct().toList())
        .enclosures(notes.enclosures())
        .image(image(item, "image"))
        .image(image(item, "banner_image"))
        .language(Assembler.language(text(item, "language")))
        .origin(origin(item.path("_seguia").path("source")));
  }

  /// The names of the specification first, then those that other programs use.
  private static DateFields dates(JsonNode item) {
    var dates = new DateFields();
    for (var name : PUBLISHED) text(item, name).ifPresent(dates::published);
    for (var name : UPDATED) text(item, name).ifPresent(dates::updated);
    return dates;
  }

  private static Text content(JsonNode item) {
    return text(item, "content_html")
        .map(Text::html)
        .orElseGet(() -> Text.plain(text(item, "content_text").orElse("")));
  }

  private static void gather(JsonNode item, ElementFacts notes) {
    for (var tag : all(item.path("tags"))) string(tag).ifPresent(notes::category);
    for (var attachment : all(item.path("attachments")))
      notes.enclosure(
          text(attachment, "url").orElse(null),
          text(attachment, "mime_type").orElse(null),
          text(attachment, "size_in_bytes").orElse(null));
  }

  /// JSON Feed has no word for the feed that an item was taken from: this is our own extension.
  private Optional<Origin> origin(JsonNode source) {
    if (!source.isObject()) return Optional.empty();
    var title = text(source, "title").orElse("");
    return Optional.of(
        new Origin(text(source, "id"), title, url(source, "home"), url(source, "url")));
  }

  private List<Person> authors(JsonNode node) {
    var people = new ArrayList<Person>();
    for (var author : all(node.path("authors")))
      if (people.size() < ParseLimits.AUTHORS) person(author).ifPresent(people::add);
    person(node.path("author")).ifPresent(people::add);
    return PersonLine.distinct(people);
  }

  private Optional<Person> person(JsonNode author) {
    if (author.isString()) return PersonLine.of(author.stringValue());
    return PersonLine.of(
        text(author, "name").orElse(null), text(author, "email").orElse(null), url(author, "url"));
  }

  private Optional<String> url(JsonNode node, String name) {
    return text(node, name)
        .flatMap(reference -> LinkResolver.resolve(location, reference))
        .filter(Url::isWeb);
  }

  private Optional<String> image(JsonNode node, String name) {
    return text(node, name)
        .or(() -> text(node.path(name), "url"))
        .filter(reference -> !reference.startsWith("#"))
        .flatMap(reference -> LinkResolver.resolve(location, reference))
        .filter(ImageUrl::isReal);
  }

  /// The things of a list. Where there is no list, one thing stands for it, or a text that parts
  /// them by commas.
  private static Iterable<JsonNode> all(JsonNode list) {
    if (list.isObject()) return List.of(list);
    if (!list.isString()) return list;
    return Stream.of(list.stringValue().split(",", ParseLimits.CATEGORIES + 1))
        .<JsonNode>map(StringNode::valueOf)
        .toList();
  }

  private static Optional<String> text(JsonNode node, String name) {
    return string(node.path(name));
  }

  private static Optional<String> string(JsonNode value) {
    if (value.isString()) return Assembler.text(LenientXml.legal(value.stringValue()));
    return value.isNumber() ? Optional.of(value.asString()) : Optional.empty();
  }
}
