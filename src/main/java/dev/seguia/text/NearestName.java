package dev.seguia.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Suggests a name for a mistyped one ("did you mean …?").
public final class NearestName {
  private NearestName() {}

  /// The name with the smallest edit distance.
  public static Optional<String> to(String name, Collection<String> names) {
    return names.stream()
        .min(
            Comparator.comparingInt((String known) -> distance(name, known)).thenComparing(k -> k));
  }

  /// The edit distance: how many letters must be inserted, deleted or changed (Levenshtein).
  public static int distance(String one, String other) {
    var row = new int[other.length() + 1];
    for (var j = 0; j < row.length; j++) row[j] = j;
    for (var i = 1; i <= one.length(); i++) {
      var diagonal = row[0];
      row[0] = i;
      for (var j = 1; j < row.length; j++) {
        var changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
