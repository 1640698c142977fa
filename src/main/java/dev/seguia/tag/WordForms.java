package dev.seguia.tag;

import dev.seguia.feed.Tag;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the form of a tag that is in use: the singular of a plural, an Arabic word without its
/// article.
///
/// Never blindly: `maroc` has no plural, `paris` is none, and `الله` is not `له`.
final class WordForms {
  private WordForms() {}

  static Tag known(Tag tag, Predicate<Tag> known) {
    return Stream.<UnaryOperator<String>>of(WordForms::singular, WordForms::withoutArticle)
        .map(form -> inEveryWord(tag, form))
        .filter(form -> !form.equals(tag) && known.test(form))
        .findFirst()
        .orElse(tag);
  }

  private static Tag inEveryWord(Tag tag, UnaryOperator<String> form) {
    return new Tag(Stream.of(tag.name().split("-", -1)).map(form).collect(Collectors.joining("-")));
  }

  private static String singular(String word) {
    var last = Objects.requireNonNull(word).charAt(word.length() - 1);
    return word.length() > 3 && (last == 's' || last == 'x')
        ? word.substring(0, word.length() - 1)
        : word;
  }

  private static String withoutArticle(String word) {
    return word.length() > 4 && word.startsWith("ال") ? word.substring(2) : word;
  }
}
