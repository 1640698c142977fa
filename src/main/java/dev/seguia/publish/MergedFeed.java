package dev.seguia.publish;

import dev.seguia.store.entry.StoredEntry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A feed to be written, the same for all formats except its own address.
///
/// @param id stays the same in all formats and lengths of the feed
/// @param description plain text, may be empty
/// @param self where the document lies
/// @param home the page for people
/// @param image a picture for the feed
/// @param created what stands for the date of a feed without entries
/// @param otherChange the last one that no entry's date tells of
/// @param entries by date, newest first, ties by id
record MergedFeed(
    String id,
    String title,
    String description,
    String self,
    String home,
    String image,
    Instant created,
    Instant otherChange,
    List<MergedEntry> entries) {
  private static final Comparator<MergedEntry> NEWEST_FIRST =
      Comparator.comparing((MergedEntry entry) -> entry.stored().published())
          .reversed()
          .thenComparing(MergedEntry::id);

  MergedFeed {
    entries = entries.stream().sorted(NEWEST_FIRST).toList();
  }

  /// When the newest of its entries was updated; never the present.
  Instant updated() {
    return entries.stream()
        .map(MergedEntry::updated)
        .max(Comparator.naturalOrder())
        .orElse(created.truncatedTo(ChronoUnit.SECONDS));
  }

  /// When it last changed, which HTTP calls the last modification: mostly, when the last change of
  /// an entry reached us.
  Instant changed() {
    return Stream.concat(
            entries.stream().flatMap(MergedEntry::all).map(StoredEntry::changed),
            Stream.of(otherChange))
        .filter(change -> change.isAfter(created))
        .max(Comparator.naturalOrder())
        .orElse(created)
        .truncatedTo(ChronoUnit.SECONDS);
  }

  /// The language of most of its entries.
  Optional<String> language() {
    return entries.stream()
        .flatMap(entry -> entry.text().language().stream())
        .collect(Collectors.groupingBy(language -> language, Collectors.counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey);
  }
}
