package dev.seguia.query;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Guesses which field was meant by a name that is none.
final class FieldNames {
  private static final Map<String, Field> LIKE =
      Map.of(
          "titre", Field.TITLE,
          "headline", Field.TITLE,
          "langue", Field.LANG,
          "language", Field.LANG,
          "feed", Field.SOURCE,
          "site", Field.SOURCE,
          "category", Field.TAG,
          "label", Field.TAG);
  private static final int MOST_MISTAKES = 2;

  private FieldNames() {}

  static MalformedException unknown(String name, int at) {
    return meant(name)
        .map(field -> new MalformedException(at, QueryFault.MISTYPED_FIELD, name, field.word()))
        .orElseGet(() -> new MalformedException(at, QueryFault.UNKNOWN_FIELD, name, all()));
  }

  private static String all() {
    return Stream.of(Field.values())
        .map(field -> field.word() + ":")
        .collect(Collectors.joining(" "));
  }

  private static Optional<Field> meant(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return Optional.ofNullable(LIKE.get(lower))
        .or(() ->
            Stream.of(Field.values())
                .filter(field -> mistakes(lower, field.word()) <= MOST_MISTAKES)
                .min(Comparator.comparingInt(field -> mistakes(lower, field.word()))));
  }

  /// The letters to change, add or take away (Levenshtein).
  private static int mistakes(String written, String meant) {
    var line = new int[meant.length() + 1];
    for (var column = 0; column < line.length; column++) line[column] = column;
    for (var row = 1; row <= written.length(); row++) {
      var diagonal = line[0];
      line[0] = row;
      for (var column = 1; column < line.length; column++) {
        var change = diagonal + (written.charAt(row - 1) == meant.charAt(column - 1) ? 0 : 1);
        diagonal = line[column];
        line[column] = Math.min(change, 1 + Math.min(diagonal, line[column - 1]));
      }
    }
    return line[meant.length()];
  }
}
