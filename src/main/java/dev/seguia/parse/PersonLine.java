package dev.seguia.parse;

import dev.seguia.feed.Person;
import dev.seguia.text.Truncation;
import dev.seguia.url.Url;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Parses the persons in one line, as RSS writes them: `mail (Name)`, `Name <mail>`, `Name (mail)`.
final class PersonLine {
  private PersonLine() {}

  private static final Pattern MAIL =
      Pattern.compile(
          "(?:mailto:)?([^\\s()<>,;:\"\\[\\]]{1,64}@[^\\s()<>,;:\"\\[\\]@]{1,255})",
          Pattern.CASE_INSENSITIVE);

  /// The person of a line, if it names any.
  static Optional<Person> of(String line) {
    var text = Truncation.head(line.strip(), ParseLimits.NAME);
    if (text.isEmpty()) return Optional.empty();
    if (text.indexOf('@') < 0) return Optional.of(Person.named(text));
    var mail = MAIL.matcher(text);
    if (!mail.find()) return Optional.of(Person.named(text));
    return Optional.of(
        new Person(nameBeside(mail, text), Optional.ofNullable(mail.group(1)), Optional.empty()));
  }

  /// The person of three parts, if any of them says something.
  static Optional<Person> of(@Nullable String name, @Nullable String email, Optional<String> uri) {
    var page = uri.filter(Url::isWeb);
    var mail = Optional.ofNullable(email).map(String::strip).filter(text -> !text.isEmpty());
    var text = name == null ? "" : name.strip();
    if (text.isEmpty() && mail.isEmpty() && page.isEmpty()) return Optional.empty();
    if (mail.isEmpty() && page.isEmpty()) return of(text);
    return Optional.of(
        new Person(
            Truncation.head(text, ParseLimits.NAME),
            mail.map(address -> Truncation.head(address, ParseLimits.NAME)),
            page));
  }

  private static String nameBeside(Matcher mail, String text) {
    var rest = text.substring(0, mail.start()) + " " + text.substring(mail.end());
    rest = rest.replaceAll("<\\s*>|\\(\\s*\\)|\\[\\s*\\]", " ").strip();
    if (rest.startsWith("(") && rest.endsWith(")")) rest = rest.substring(1, rest.length() - 1);
    return rest.replaceAll("^[\\s\"',;:-]+|[\\s\"',;:-]+$", "").replaceAll("\\s+", " ");
  }

  /// Each person once, whether known by name, by address or by both.
  static List<Person> distinct(List<Person> people) {
    if (people.size() < 2) return people;
    var kept = new ArrayList<Person>();
    var known = new HashSet<String>();
    for (var person : people) {
      if (kept.size() == ParseLimits.AUTHORS || !known.add(key(person))) continue;
      person.email().ifPresent(address -> known.add(address.toLowerCase(Locale.ROOT)));
      kept.add(person);
    }
    return kept;
  }

  private static String key(Person person) {
    return person.label().toLowerCase(Locale.ROOT);
  }
}
