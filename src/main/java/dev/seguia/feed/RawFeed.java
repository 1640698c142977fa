package dev.seguia.feed;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A source's document as its author wrote it: uncleaned and untrusted.
///
/// @param location where the document was found, after redirects: the base of last resort
/// @param header what the document says of itself
/// @param entries in the order of the document
/// @param rhythm how often it is worth asking for, by its own word
/// @param whole it was read to its end: one that breaks off may have held more entries
/// @param older where the entries lie that are older than these (RFC 5005, the next page of a
///   section), as an absolute URL
public record RawFeed(
    URI location,
    Header header,
    List<RawEntry> entries,
    Rhythm rhythm,
    boolean whole,
    Optional<String> older) {
  public RawFeed {
    entries = List.copyOf(entries);
  }

  /// A document without a link to older ones.
  public RawFeed(
      URI location, Header header, List<RawEntry> entries, Rhythm rhythm, boolean whole) {
    this(location, header, entries, rhythm, whole, Optional.empty());
  }

  /// The same document with these entries.
  public RawFeed with(List<RawEntry> others) {
    return new RawFeed(location, header, others, rhythm, whole, older);
  }

  /// How many of its dates could not be parsed, with an example; empty if all could.
  public Optional<String> unreadDates() {
    var unread = entries.stream().flatMap(entry -> entry.unreadDate().stream()).toList();
    if (unread.isEmpty()) return Optional.empty();
    return Optional.of(
        "dates not understood: %d of %d, as in '%s'"
            .formatted(unread.size(), entries.size(), unread.getFirst()));
  }

  /// The same document, with a link to older entries.
  public RawFeed withOlder(Optional<String> url) {
    return new RawFeed(location, header, entries, rhythm, whole, url);
  }

  /// A document's own metadata.
  ///
  /// @param format the format and its version, as in `rss 2.0`, `atom 1.0`, `json feed 1.1`
  /// @param link the site's page
  /// @param self where the document says that it lies (`link rel="self"`, `feed_url`)
  /// @param image a picture or logo
  /// @param updated when the document was last changed
  public record Header(
      String format,
      Optional<String> id,
      Text title,
      Text description,
      Optional<String> link,
      Optional<String> self,
      Optional<String> image,
      Optional<String> language,
      Text rights,
      Optional<Instant> updated,
      List<Person> authors,
      List<String> categories) {
    public Header {
      authors = List.copyOf(authors);
      categories = List.copyOf(categories);
    }

    /// A header with hardly any metadata.
    public static Header of(String format, Text title, Optional<String> language) {
      return new Header(
          format,
          Optional.empty(),
          title,
          Text.none(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          language,
          Text.none(),
          Optional.empty(),
          List.of(),
          List.of());
    }
  }
}
