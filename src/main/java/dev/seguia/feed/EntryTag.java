package dev.seguia.feed;

import java.util.Locale;

/// A tag of an entry, with its original spelling and its provenance.
///
/// @param label the spelling, as in `Droits de l'Homme`

public record EntryTag(Tag tag, String label, Provenance from) {

  /// The provenance of a tag, most trusted first.
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

    /// The lower-case name, for display and storage.
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it comes from the list of sources, so that all entries of a source have it.
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
