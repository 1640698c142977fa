package dev.seguia.store.entry;

import dev.seguia.dedup.Rule;
import dev.seguia.store.state.StoredSource;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// A sighting: an entry as one source carried it.
///
/// @param entryId the source's own id for it
/// @param link as that source has it, cleaned
/// @param title as that source has it, plain text
/// @param published as that source dates it
/// @param joinedBy why the sighting belongs to the entry
/// @param score how alike the texts were by that rule, 0 to 1; empty where it compares none
/// @param shown its text is the one that is published
public record Sighting(
    StoredSource source,
    Optional<String> entryId,
    Optional<String> link,
    String title,
    Optional<Instant> published,
    Instant firstSeen,
    JoinedBy joinedBy,
    OptionalDouble score,
    boolean shown) {

  /// The reason why a sighting belongs to its entry.
  public enum JoinedBy {
    /// It was the first: the entry was made of it.
    FIRST,
    /// Its link has the key of the entry's.
    LINK,
    /// The same source carried the same title and date before under another id and link.
    CONTENT,
    /// It came through another aggregator, which names the entry's own id and source.
    ORIGIN,
    /// Its title is the entry's.
    TITLE,
    /// Its title begins or ends with the entry's, or the other way round.
    PART,
    /// Its title has nearly the words of the entry's.
    WORDS,
    /// Its summary is the entry's, and the titles go together.
    SUMMARY,
    /// Its full text is the entry's.
    TEXT,
    /// The same source repeats itself: the same title and summary.
    REPEAT;

    public static JoinedBy of(Rule rule) {
      return valueOf(rule.name());
    }

    public static JoinedBy ofLabel(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT));
    }

    /// Whether the reason is the words of both, so that it holds only while the words do.
    public boolean isByWords() {
      return switch (this) {
        case FIRST, LINK, ORIGIN -> false;
        case CONTENT, TITLE, PART, WORDS, SUMMARY, TEXT, REPEAT -> true;
      };
    }

    /// The lower-case name, for display and storage.
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
