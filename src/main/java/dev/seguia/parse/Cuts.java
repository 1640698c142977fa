package dev.seguia.parse;

import dev.seguia.feed.RawEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Says which limits the entries of a feed have run into.
final class Cuts {
  private Cuts() {}

  static List<String> warnings(List<RawEntry> entries) {
    var warnings = new ArrayList<String>();
    add(warnings, entries, "texts", Cuts::isTextCut);
    add(warnings, entries, "categories", entry -> entry.categories().size() == Limits.CATEGORIES);
    add(warnings, entries, "authors", entry -> entry.authors().size() == Limits.AUTHORS);
    add(warnings, entries, "enclosures", entry -> entry.enclosures().size() == Limits.ENCLOSURES);
    return warnings;
  }

  private static boolean isTextCut(RawEntry entry) {
    return entry.content().value().length() >= Limits.CONTENT
        || entry.summary().value().length() >= Limits.CONTENT
        || entry.title().value().length() >= Limits.TITLE;
  }

  private static void add(
      List<String> warnings, List<RawEntry> entries, String what, Predicate<RawEntry> isCut) {
    var count = entries.stream().filter(isCut).count();
    if (count > 0)
      warnings.add("entries whose " + what + " reach the limit and may be cut: " + count);
  }
}
