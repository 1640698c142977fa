package dev.seguia.parse;

import dev.seguia.feed.RawEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// The warnings about limits that the entries of a feed have reached.
final class LimitWarnings {
  private LimitWarnings() {}

  static List<String> warnings(List<RawEntry> entries) {
    var warnings = new ArrayList<String>();
    add(warnings, entries, "texts", LimitWarnings::isTextCut);
    add(
        warnings,
        entries,
        "categories",
        entry -> entry.categories().size() == ParseLimits.CATEGORIES);
    add(warnings, entries, "authors", entry -> entry.authors().size() == ParseLimits.AUTHORS);
    add(
        warnings,
        entries,
        "enclosures",
        entry -> entry.enclosures().size() == ParseLimits.ENCLOSURES);
    return warnings;
  }

  private static boolean isTextCut(RawEntry entry) {
    return entry.content().value().length() >= ParseLimits.CONTENT
        || entry.summary().value().length() >= ParseLimits.CONTENT
        || entry.title().value().length() >= ParseLimits.TITLE;
  }

  private static void add(
      List<String> warnings, List<RawEntry> entries, String what, Predicate<RawEntry> isCut) {
    var count = entries.stream().filter(isCut).count();
    if (count > 0)
      warnings.add("entries whose " + what + " reach the limit and may be cut: " + count);
  }
}
