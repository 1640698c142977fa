package dev.seguia.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One entry of a [Feed], cleaned: its texts are plain text or safe HTML, its URLs absolute.
///
/// @param id the source's own id for it, verbatim (RSS `guid`, Atom `id`), never blank
/// @param link the entry's page, without tracking parameters
/// @param linkKey what the link is compared by: equal keys mean the same page, whatever the
///   spelling
/// @param title plain text on one line; may be empty
/// @param summary plain text on one line, the source's own short form or else a teaser of the
///   content
/// @param content safe HTML; may be empty
/// @param picture that stands for it
/// @param comments an absolute URL
/// @param language a BCP 47 tag in lower case, as in `fr` or `ar-ma`
/// @param rights plain text, may be empty
public record Entry(
    Optional<String> id,
    Optional<String> link,
    Optional<String> linkKey,
    String title,
    String summary,
    String content,
    Optional<Instant> published,
    Optional<Instant> updated,
    List<Person> authors,
    List<String> categories,
    List<Enclosure> enclosures,
    Optional<Picture> picture,
    Optional<String> comments,
    Optional<String> language,
    String rights,
    Optional<Origin> origin) {

  public Entry {
    authors = List.copyOf(authors);
    categories = List.copyOf(categories);
    enclosures = List.copyOf(enclosures);
  }

  /// The URL of its picture.
  public Optional<String> image() {
    return picture.map(Picture::url);
  }

  /// The date for sorting: the publication, or else the last update.
  public Optional<Instant> date() {
    return published.or(() -> updated);
  }

  /// The date of a newly arrived entry: never in the future, and now if it has none.
  public Instant dateOnArrival(Instant now) {
    return date().filter(date -> !date.isAfter(now)).orElse(now);
  }

  /// Whether its content shows an image.
  public boolean hasImage() {
    return content.contains("<img ");
  }

  /// The same entry without its picture.
  public Entry withoutPicture() {
    return with(linkKey, Optional.empty());
  }

  /// The same entry with another link key.
  public Entry withLinkKey(Optional<String> key) {
    return with(key, picture);
  }

  private Entry with(Optional<String> newLinkKey, Optional<Picture> newPicture) {
    return new Entry(
        id,
        link,
        newLinkKey,
        title,
        summary,
        content,
        published,
        updated,
        authors,
        categories,
        enclosures,
        newPicture,
        comments,
        language,
        rights,
        origin);
  }
}
