package dev.seguia.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.seguia.feed.Enclosure;
import dev.seguia.feed.Person;
import dev.seguia.store.entry.Sighting;
import dev.seguia.store.entry.StoredEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// An entry with all its data, as exported: one JSON object per line.
///
/// @param id as published
/// @param categories as the source wrote them
/// @param sources in order of arrival
public record EntryReport(
    String id,
    Optional<String> link,
    String title,
    String summary,
    String content,
    Instant published,
    Instant updated,
    @JsonProperty("first_seen") Instant firstSeen,
    Optional<String> language,
    List<Author> authors,
    List<TagOfEntry> tags,
    List<String> categories,
    List<File> enclosures,
    List<SeenIn> sources) {

  /// An author.
  public record Author(String name, Optional<String> email, Optional<String> url) {
    static Author of(Person person) {
      return new Author(person.name(), person.email(), person.uri());
    }
  }

  /// A tag, its most frequent spelling, and its provenance.
  public record TagOfEntry(String name, String label, String from) {}

  /// An enclosure.
  ///
  /// @param length in bytes
  public record File(String url, Optional<String> type, OptionalLong length) {
    static File of(Enclosure enclosure) {
      return new File(enclosure.url(), enclosure.type(), enclosure.length());
    }
  }

  /// A source that carries it.
  ///
  /// @param url of the feed
  /// @param id the source's own
  /// @param score how alike the texts were, 0 to 1, where a rule compared them
  public record SeenIn(
      String url,
      String title,
      Optional<String> id,
      Optional<String> link,
      Optional<Instant> published,
      @JsonProperty("joined_by") String joinedBy,
      OptionalDouble score) {
    static SeenIn of(Sighting sighting) {
      return new SeenIn(
          sighting.source().url().toString(),
          sighting.source().title(),
          sighting.entryId(),
          sighting.link(),
          sighting.published(),
          sighting.joinedBy().label(),
          sighting.score());
    }
  }

  static List<TagOfEntry> tags(StoredEntry stored) {
    return stored.tags().stream()
        .map(tag -> new TagOfEntry(tag.tag().name(), tag.label(), tag.from().label()))
        .toList();
  }

  static EntryReport of(StoredEntry stored) {
    var entry = stored.entry();
    return new EntryReport(
        stored.id(),
        entry.link(),
        entry.title(),
        entry.summary(),
        entry.content(),
        stored.published(),
        stored.updated(),
        stored.firstSeen(),
        entry.language(),
        entry.authors().stream().map(Author::of).toList(),
        tags(stored),
        entry.categories(),
        entry.enclosures().stream().map(File::of).toList(),
        stored.carriers().stream().map(SeenIn::of).toList());
  }
}
