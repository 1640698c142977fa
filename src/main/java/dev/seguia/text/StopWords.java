package dev.seguia.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The stop words: articles, prepositions, pronouns.
///
/// One set for all languages, as titles are short and their language is often unknown or mixed.
public final class StopWords {
  private static final List<String> LANGUAGES =
      List.of("ar", "de", "en", "es", "fr", "pt", "ru", "sl");

  private static final Set<String> FOLDED =
      LANGUAGES.stream()
          .flatMap(StopWords::read)
          .flatMap(line -> TextWords.of(line).stream())
          .collect(Collectors.toUnmodifiableSet());

  private StopWords() {}

  /// Whether a folded word is a stop word.
  public static boolean contains(String folded) {
    return FOLDED.contains(folded);
  }

  private static Stream<String> read(String language) {
    var name = "stop-words-" + language + ".txt";
    try (var file = Objects.requireNonNull(StopWords.class.getResourceAsStream(name), name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
