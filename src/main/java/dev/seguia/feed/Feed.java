package dev.seguia.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A source's document after cleaning.
///
/// @param header what the feed says of itself
/// @param entries in the order of the document
public record Feed(Header header, List<Entry> entries) {
  public Feed {
    entries = List.copyOf(entries);
  }

  /// A feed's own metadata.
  ///
  /// @param id the feed's own id, where it has one (Atom `id`)
  /// @param title plain text, may be empty
  /// @param description plain text, may be empty
  /// @param link the site's page, absolute
  /// @param self where the feed says that it lies, absolute
  /// @param image an absolute URL
  /// @param language a BCP 47 tag in lower case
  /// @param rights plain text, may be empty
  public record Header(
      Optional<String> id,
      String title,
      String description,
      Optional<String> link,
      Optional<String> self,
      Optional<String> image,
      Optional<String> language,
      String rights,
      Optional<Instant> updated,
      List<Person> authors) {
    public Header {
      authors = List.copyOf(authors);
    }

    /// The same header without its date, which many feeds set to the time of every request.
    public Header timeless() {
      return new Header(
          id, title, description, link, self, image, language, rights, Optional.empty(), authors);
    }

    /// An empty header.
    public static Header empty() {
      return new Header(
          Optional.empty(),
          "",
          "",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          "",
          Optional.empty(),
          List.of());
    }
  }
}
