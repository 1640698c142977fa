package dev.seguia.feed;

import dev.seguia.text.Fold;
import java.util.Set;

/// A label that we give to entries and publish a feed for, by its normal form, as in `maroc`,
/// `droits-de-l-homme` or `المغرب`.
///
/// The name is made of letters and digits with single hyphens between words, so that it can stand
/// in a URL and in a tag expression as it is. [#of(String)] makes one from any label.
///
/// @param name in normal form
public record Tag(String name) implements Comparable<Tag> {
  /// Limit: characters of a tag.
  ///
  /// In characters; longer labels are sentences, and no one subscribes to a sentence.
  public static final int LONGEST = 100;

  private static final Set<String> RESERVED = Set.of("all", "archive");

  public Tag {
    if (name.isEmpty() || !(isPlain(name) || name.equals(normalForm(name))))
      throw new IllegalArgumentException(
          "a tag's name is letters and digits with single hyphens, not '" + name + "'");
  }

  /// Normalises a label to its tag, as in `Droits de l'Homme`.
  ///
  /// @throws IllegalArgumentException if the label has no letter and no digit, see
  ///   [#isLabel(String)]
  public static Tag of(String label) {
    return new Tag(normalForm(label));
  }

  /// Whether a tag can be made of a label.
  public static boolean isLabel(String label) {
    return !normalForm(label).isEmpty();
  }

  /// Whether the name has another meaning in the addresses of our feeds, as in `/feeds/all`: no
  /// entry gets such a tag.
  public boolean isReserved() {
    return RESERVED.contains(name);
  }

  /// The name with spaces between its words, for people.
  public String words() {
    return name.replace('-', ' ');
  }

  @Override
  public int compareTo(Tag other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }

  /// Whether a name is nothing but letters and digits of ASCII in normal form, as most are.
  private static boolean isPlain(String name) {
    for (var at = 0; at < name.length(); at++) {
      var character = name.charAt(at);
      var isLetter = character >= 'a' && character <= 'z';
      if (!isLetter && (character < '0' || character > '9')) return false;
    }
    return name.length() <= LONGEST;
  }

  private static String normalForm(String label) {
    var form = new StringBuilder(label.length());
    var folded = Fold.fold(label);
    var at = 0;
    for (var count = 0; count < LONGEST && at < folded.length(); count++) {
      var codePoint = folded.codePointAt(at);
      append(form, codePoint);
      at += Character.charCount(codePoint);
    }
    var last = form.length() - 1;
    if (last >= 0 && form.charAt(last) == '-') form.setLength(last);
    return form.toString();
  }

  private static void append(StringBuilder form, int codePoint) {
    if (Character.isLetterOrDigit(codePoint)
        || Character.getType(codePoint) == Character.COMBINING_SPACING_MARK)
      form.appendCodePoint(codePoint);
    else if (!form.isEmpty() && form.charAt(form.length() - 1) != '-') form.append('-');
  }
}
