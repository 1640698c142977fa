package dev.seguia.store;

import java.time.Instant;
import java.util.Optional;

/// That a source carried an entry, and how.
///
/// @param entryId the source's own id for it
/// @param link as that source has it, cleaned
/// @param title as that source has it, plain text
/// @param published as that source dates it
/// @param joinedBy why the sighting belongs to the entry
public record Sighting(
    StoredSource source,
    Optional<String> entryId,
    Optional<String> link,
    String title,
    Optional<Instant> published,
    Instant firstSeen,
    JoinedBy joinedBy) {

  /// Why a sighting belongs to its entry.
  public enum JoinedBy {
    /// It was the first: the entry was made of it.
    FIRST,
    /// Its link has the key of the entry's.
    LINK,
    /// The same source carried the same title, text and date before under another id and link.
    CONTENT;

    /// The name by which it is shown and stored, in lower case.
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
