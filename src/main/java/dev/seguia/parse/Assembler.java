package dev.seguia.parse;

import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.module.DCSubject;
import com.rometools.rome.feed.module.Module;
import dev.seguia.charsets.CharsetDetector;
import dev.seguia.feed.Person;
import dev.seguia.feed.Text;
import dev.seguia.text.Truncation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Combines Rome's result with what was extracted beside it, the same way for all formats.
final class Assembler {
  private Assembler() {}

  static Optional<String> text(@Nullable String value) {
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
  }

  static Optional<String> id(@Nullable String value) {
    return text(value).filter(id -> id.length() <= ParseLimits.ID);
  }

  static Text title(Text text) {
    return new Text(
        text.kind(), Truncation.head(readable(text.value()).strip(), ParseLimits.TITLE));
  }

  static Text body(Text text) {
    return new Text(text.kind(), Truncation.head(readable(text.value()), ParseLimits.CONTENT));
  }

  /// Control characters that no text needs are bytes of windows-1252 taken for characters.
  private static String readable(String text) {
    for (var i = 0; i < text.length(); i++) {
      var character = text.charAt(i);
      if (character >= 0x80 && character < 0xA0) return CharsetDetector.withoutControls(text);
    }
    return text;
  }

  static Text firstOf(Text first, Text second) {
    return first.isBlank() ? second : first;
  }

  /// Whether a text looks like the tag of a language (BCP 47).
  static boolean isLanguage(String text) {
    var end = 0;
    while (end < text.length() && Character.isLetter(text.charAt(end))) end++;
    return end >= 2 && end <= 3 && (end == text.length() || "-_".indexOf(text.charAt(end)) >= 0);
  }

  static Optional<String> language(Optional<String> value) {
    return value.filter(text -> text.length() < 40);
  }

  static List<Person> authors(List<Person> own, @Nullable Module dublinCore, ElementFacts notes) {
    var authors = new ArrayList<>(own);
    if (dublinCore instanceof DCModule module)
      for (var creator : module.getCreators()) PersonLine.of(creator).ifPresent(authors::add);
    authors.addAll(notes.authors());
    if (authors.stream().allMatch(person -> person.name().isEmpty()))
      authors.addAll(notes.secondAuthors());
    return PersonLine.distinct(authors);
  }

  static List<String> categories(
      List<String> own, @Nullable Module dublinCore, ElementFacts notes) {
    var categories = new LinkedHashSet<String>(own);
    if (dublinCore instanceof DCModule module)
      for (DCSubject subject : module.getSubjects())
        text(subject.getValue()).ifPresent(categories::add);
    categories.addAll(notes.categories());
    return categories.stream()
        .limit(ParseLimits.CATEGORIES)
        .map(label -> Truncation.head(label, ParseLimits.NAME))
        .toList();
  }
}
