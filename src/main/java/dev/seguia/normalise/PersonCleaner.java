package dev.seguia.normalise;

import dev.seguia.feed.Person;
import dev.seguia.feed.Text;
import dev.seguia.text.XmlCharacters;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads names as plain text, and keeps only e-mail addresses and URLs that are valid.
final class PersonCleaner {
  /// Limit: authors of an entry; further ones are ignored.
  private static final int MOST = 50;

  private static final int LONGEST_NAME = 200;
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>\"'(),:;\\[\\]]{1,64}@[^\\s@<>\"'(),:;\\[\\]]{1,190}");

  private static final Pattern NOBODY =
      Pattern.compile(
          "(?:no[-_.]?|do[-_.]?not[-_.]?)(?:reply|spam|mail)\\b.*", Pattern.CASE_INSENSITIVE);

  private PersonCleaner() {}

  static List<Person> of(List<Person> people, LinkReader links) {
    var clean = new LinkedHashSet<Person>();
    for (var raw : people) {
      var person = person(raw, links);
      if (!person.label().isEmpty() && clean.size() < MOST) clean.add(person);
    }
    return List.copyOf(clean);
  }

  private static Person person(Person raw, LinkReader links) {
    var name = PlainText.of(Text.unknown(raw.name()), LONGEST_NAME);
    var email = raw.email().flatMap(PersonCleaner::email);
    var isNobody = email.filter(mail -> NOBODY.matcher(mail).matches()).isPresent();
    return new Person(
        // What Blogger calls the author of a blog whose owner gave no name.
        isNobody && name.equals("Unknown") ? "" : name,
        email.filter(_ -> !isNobody),
        raw.uri().flatMap(links::url));
  }

  private static Optional<String> email(String text) {
    var stripped = text.strip();
    var bare = stripped.startsWith("mailto:") ? stripped.substring(7) : stripped;
    return Optional.of(XmlCharacters.legal(bare)).filter(mail -> EMAIL.matcher(mail).matches());
  }
}
