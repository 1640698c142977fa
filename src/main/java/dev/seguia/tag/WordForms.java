package dev.seguia.tag;

import dev.seguia.feed.Tag;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Maps a tag to the form in use: the singular of a plural, an Arabic word without its article.
///
/// Never blindly: `maroc` has no plural, `paris` is none, and `الله` is not `له`.
final class WordForms {
  private static final List<UnaryOperator<String>> FORMS =
      List.of(WordForms::singular, WordForms::withoutArticle);

  private WordForms() {}

  static Tag known(Tag tag, Predicate<Tag> known) {
    for (var form : FORMS) {
      var name = inEveryWord(tag.name(), form);
      if (name.equals(tag.name())) continue;
      var other = new Tag(name);
      if (known.test(other)) return other;
    }
    return tag;
  }

  private static String inEveryWord(String name, UnaryOperator<String> form) {
    if (name.indexOf('-') < 0) return form.apply(name);
    var words = new StringJoiner("-");
    for (var word : name.split("-", -1)) words.add(form.apply(word));
    return words.toString();
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
