package dev.seguia.publish;

import dev.seguia.feed.Enclosure;
import dev.seguia.feed.Person;
import dev.seguia.store.entry.Sighting;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.url.PercentEncoding;
import java.io.ByteArrayOutputStream;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes JSON Feed 1.1.
final class JsonWriter implements FeedWriter {
  @Override
  public byte[] write(MergedFeed feed) {
    var bytes = new ByteArrayOutputStream(1 << 16);
    try (var json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), bytes)) {
      json.writeStartObject();
      writeHead(json, feed);
      json.writeArrayPropertyStart("items");
      for (var entry : feed.entries()) writeEntry(json, entry);
      json.writeEndArray();
      json.writeEndObject();
    }
    return bytes.toByteArray();
  }

  private static void writeHead(JsonGenerator json, MergedFeed feed) {
    json.writeStringProperty("version", "https://jsonfeed.org/version/1.1");
    writeText(json, "title", ValidText.line(feed.title()));
    writeIfAny(json, "description", feed.description());
    writeText(json, "home_page_url", feed.home());
    writeText(json, "feed_url", feed.self());
    writeText(json, "icon", feed.image());
    feed.language().ifPresent(language -> writeText(json, "language", language));
    json.writeObjectPropertyStart("_seguia");
    writeText(json, "about", NAMESPACE);
    writeText(json, "id", feed.id());
    writeText(json, "updated", feed.updated().toString());
    json.writeEndObject();
  }

  private static void writeEntry(JsonGenerator json, MergedEntry entry) {
    var text = entry.text();
    json.writeRaw('\n');
    json.writeStartObject();
    writeText(json, "id", entry.id());
    entry.link().ifPresent(link -> writeText(json, "url", link));
    writeIfAny(json, "title", entry.title());
    writeTexts(json, entry);
    entry.picture().ifPresent(picture -> writeText(json, "image", picture.url()));
    writeText(json, "date_published", entry.published().toString());
    writeText(json, "date_modified", entry.updated().toString());
    writeAuthors(json, entry.byline());
    writeTags(json, entry.labels());
    text.language().ifPresent(language -> writeText(json, "language", language));
    writeAttachments(json, entry.enclosures());
    writeExtension(json, entry);
    json.writeEndObject();
  }

  /// One of the two contents must be there, even if it is empty.
  private static void writeTexts(JsonGenerator json, MergedEntry entry) {
    var text = entry.text();
    var content = entry.content();
    if (content.isBlank()) writeText(json, "content_text", text.summary());
    else writeText(json, "content_html", content);
    writeIfAny(json, "summary", text.summary());
  }

  private static void writeAuthors(JsonGenerator json, List<Person> authors) {
    json.writeArrayPropertyStart("authors");
    for (var author : authors) {
      json.writeStartObject();
      writeText(json, "name", ValidText.line(author.label()));
      author
          .uri()
          .map(PercentEncoding.URI::encode)
          .or(() -> author.email().map(email -> PercentEncoding.URI.encode("mailto:" + email)))
          .ifPresent(url -> writeText(json, "url", url));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeTags(JsonGenerator json, List<String> labels) {
    if (labels.isEmpty()) return;
    json.writeArrayPropertyStart("tags");
    for (var label : labels) json.writeString(label);
    json.writeEndArray();
  }

  private static void writeAttachments(JsonGenerator json, List<Enclosure> files) {
    if (files.isEmpty()) return;
    json.writeArrayPropertyStart("attachments");
    for (var file : files) {
      json.writeStartObject();
      writeText(json, "url", file.url());
      writeText(json, "mime_type", file.type().orElse(""));
      file.length().ifPresent(length -> json.writeNumberProperty("size_in_bytes", length));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeExtension(JsonGenerator json, MergedEntry entry) {
    json.writeObjectPropertyStart("_seguia");
    var from = entry.attribution();
    json.writeObjectPropertyStart("source");
    writeText(json, "id", from.id());
    writeText(json, "title", from.title());
    writeText(json, "url", from.url());
    from.home().ifPresent(home -> writeText(json, "home", home));
    writeIfAny(json, "rights", from.rights());
    json.writeEndObject();
    json.writeArrayPropertyStart("sources");
    for (var sighting : entry.sightings()) writeSighting(json, sighting);
    json.writeEndArray();
    if (!entry.others().isEmpty()) {
      json.writeArrayPropertyStart("story");
      for (var other : entry.others()) writeOther(json, other);
      json.writeEndArray();
    }
    entry.comments().ifPresent(page -> writeText(json, "comments", page));
    writeIfAny(json, "rights", entry.text().rights());
    json.writeEndObject();
  }

  private static void writeOther(JsonGenerator json, StoredEntry other) {
    json.writeStartObject();
    writeText(json, "id", other.id());
    writeText(json, "url", MergedEntry.page(other));
    writeText(json, "title", ValidText.line(other.heading()));
    writeText(json, "source", other.origin().title());
    writeText(json, "published", other.published().toString());
    json.writeEndObject();
  }

  private static void writeSighting(JsonGenerator json, Sighting sighting) {
    json.writeStartObject();
    writeText(json, "url", PercentEncoding.URI.encode(sighting.source().publicUrl()));
    writeText(json, "title", sighting.source().title());
    sighting.entryId().ifPresent(id -> writeText(json, "id", id));
    sighting.link().ifPresent(link -> writeText(json, "link", PercentEncoding.URI.encode(link)));
    sighting.published().ifPresent(date -> writeText(json, "published", date.toString()));
    writeText(json, "joined_by", sighting.joinedBy().label());
    sighting.score().ifPresent(score -> json.writeNumberProperty("score", rounded(score)));
    json.writeEndObject();
  }

  /// To three digits, which say all that a score says.
  private static double rounded(double score) {
    return Math.round(score * 1000) / 1000.0;
  }

  private static void writeIfAny(JsonGenerator json, String name, String value) {
    if (!value.isBlank()) writeText(json, name, value);
  }

  private static void writeText(JsonGenerator json, String name, String value) {
    json.writeStringProperty(name, ValidText.of(value));
  }
}
