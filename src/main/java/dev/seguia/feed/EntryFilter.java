package dev.seguia.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Narrows a list of entries to some languages and sources, as in `lang=ar,fr&source=0a1b2c3d4e5f`.
/// There is one canonical spelling: sorted, without repeats, and without varieties of a language
/// that is named itself. [#query()] gives it.
///
/// @param languages language tags; an entry is in if it has one of them, or a variety of one; all
///   entries if there are none
/// @param sources ids of sources; an entry is in if one of them carries it; all entries if there
///   are none
public record EntryFilter(List<String> languages, List<String> sources) {
  /// Limit: languages, and sources, in the address of a feed or page; more are answered with 400.
  public static final int MOST = 10;

  private static final EntryFilter NONE = new EntryFilter(List.of(), List.of());

  public EntryFilter {
    languages = widest(new TreeSet<>(languages));
    sources = List.copyOf(new TreeSet<>(sources));
  }

  /// Every entry is in.
  public static EntryFilter none() {
    return NONE;
  }

  private static List<String> widest(Collection<String> sorted) {
    var widest = new ArrayList<String>();
    for (var language : sorted)
      if (widest.stream().noneMatch(range -> LanguageTag.isWithin(language, range)))
        widest.add(language);
    return List.copyOf(widest);
  }

  public boolean isEmpty() {
    return languages.isEmpty() && sources.isEmpty();
  }

  /// The same sources, and these languages.
  public EntryFilter withLanguages(List<String> others) {
    return new EntryFilter(others, sources);
  }

  /// The same languages, and these sources.
  public EntryFilter withSources(List<String> others) {
    return new EntryFilter(languages, others);
  }

  /// Whether an entry is in.
  ///
  /// @param carriers the ids of the sources that carry it
  public boolean fits(Optional<String> language, Collection<String> carriers) {
    return fitsLanguage(language)
        && (sources.isEmpty() || sources.stream().anyMatch(carriers::contains));
  }

  /// Whether an entry in that language is in, as far as languages go.
  public boolean fitsLanguage(Optional<String> language) {
    return languages.isEmpty()
        || language
            .filter(own -> languages.stream().anyMatch(range -> LanguageTag.isWithin(own, range)))
            .isPresent();
  }

  /// The filter as parameters of a URL, without a question mark; empty if there are none.
  public String query() {
    var parts = new ArrayList<String>();
    if (!languages.isEmpty()) parts.add("lang=" + String.join(",", languages));
    if (!sources.isEmpty()) parts.add("source=" + String.join(",", sources));
    return String.join("&", parts);
  }

  /// The address of what the filter narrows.
  ///
  /// @param address percent-encoded, without parameters
  public String in(String address) {
    return isEmpty() ? address : address + "?" + query();
  }
}
