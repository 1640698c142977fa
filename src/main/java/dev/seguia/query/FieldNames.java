package dev.seguia.query;

import dev.seguia.text.NearestName;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Suggests a field for a mistyped name.
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
                .filter(field -> NearestName.distance(lower, field.word()) <= MOST_MISTAKES)
                .min(Comparator.comparingInt(field -> NearestName.distance(lower, field.word()))));
  }
}
