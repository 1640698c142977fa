package dev.seguia.page;

import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Heading;
import dev.seguia.feed.Person;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.url.PercentEncoding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The structured data (JSON-LD, schema.org) of an entry's page, which says that it shows an
/// article of another site.
final class LinkedData {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  private LinkedData() {}

  /// @param url of our page
  static String of(StoredEntry stored, String url) {
    var entry = stored.entry();
    Map<String, Object> article = new LinkedHashMap<>();
    article.put("@context", "https://schema.org");
    article.put("@type", "NewsArticle");
    var heading = Heading.words(entry);
    if (!heading.isEmpty()) article.put("headline", heading);
    article.put("url", url);
    article.put("datePublished", stored.published().toString());
    article.put("dateModified", stored.updated().toString());
    entry.language().ifPresent(language -> article.put("inLanguage", language));
    entry.image().ifPresent(image -> article.put("image", PercentEncoding.URI.encode(image)));
    if (!entry.summary().isBlank()) article.put("description", entry.summary());
    var authors = entry.authors().stream().map(Person::label).filter(name -> !name.isBlank());
    var people = authors.map(name -> named("Person", name)).toList();
    if (!people.isEmpty()) article.put("author", people);
    if (!stored.tags().isEmpty())
      article.put("keywords", stored.tags().stream().map(EntryTag::label).toList());
    article.put("isBasedOn", originals(stored));
    return inScript(MAPPER.writeValueAsString(article));
  }

  private static List<Map<String, Object>> originals(StoredEntry stored) {
    return stored.carriers().stream()
        .map(sighting -> original(Credit.page(sighting), sighting.source().title()))
        .toList();
  }

  private static Map<String, Object> original(String url, String source) {
    Map<String, Object> original = new LinkedHashMap<>();
    original.put("@type", "NewsArticle");
    original.put("url", url);
    original.put("publisher", named("Organization", source));
    return original;
  }

  /// In an order that stays: equal pages have equal bytes.
  private static Map<String, Object> named(String type, String name) {
    Map<String, Object> thing = new LinkedHashMap<>();
    thing.put("@type", type);
    thing.put("name", name);
    return thing;
  }

  /// Nothing in it can end the element that it stands in, or begin another one.
  private static String inScript(String json) {
    return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }
}
