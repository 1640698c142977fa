package dev.seguia.feed;

import java.util.Locale;

/// A tag on an entry, with the spelling that brought it and where that came from.
///
/// @param label the spelling, as in `Droits de l'Homme`

public record EntryTag(Tag tag, String label, Provenance from) {

  /// Where a tag came from, most trusted first.
  public enum Provenance {
    /// A rule of the user's.
    RULE,
    /// A folder of the OPML file that the source stands in.
    FOLDER,
    /// The source's `category` attribute in the OPML file.
    CATEGORY,
    /// The source's `seguia:tags` attribute in the OPML file.
    SOURCE,
    /// A hashtag in the entry's title.
    HASHTAG,
    /// A category that the source gave the entry.
    ENTRY;

    /// The name by which it is shown and stored, in lower case.
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// Whether all entries of a source have it, for as long as the list of sources says so.
    public boolean isOfSource() {
      return this == FOLDER || this == CATEGORY || this == SOURCE;
    }

    /// The provenance of that name.
    ///
    /// @throws IllegalArgumentException if there is none
    public static Provenance ofLabel(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT));
    }
  }
}
