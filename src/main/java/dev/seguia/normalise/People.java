package dev.seguia.normalise;

import dev.seguia.feed.Person;
import dev.seguia.feed.Text;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads names as plain text, and sees to it that addresses are addresses.
final class People {
  private static final int MOST = 50;
  private static final int LONGEST_NAME = 200;
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>\"'(),:;\\[\\]]{1,64}@[^\\s@<>\"'(),:;\\[\\]]{1,190}");

  private People() {}

  static List<Person> of(List<Person> people, Links links) {
    var clean = new LinkedHashSet<Person>();
    for (var raw : people) {
      var person = person(raw, links);
      if (!person.label().isEmpty() && clean.size() < MOST) clean.add(person);
    }
    return List.copyOf(clean);
  }

  private static Person person(Person raw, Links links) {
    var name = PlainText.of(Text.unknown(raw.name()), LONGEST_NAME);
    return new Person(name, raw.email().flatMap(People::email), raw.uri().flatMap(links::url));
  }

  private static Optional<String> email(String text) {
    var stripped = text.strip();
    var bare = stripped.startsWith("mailto:") ? stripped.substring(7) : stripped;
    return Optional.of(Characters.legal(bare)).filter(mail -> EMAIL.matcher(mail).matches());
  }
}
