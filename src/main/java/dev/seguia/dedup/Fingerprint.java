package dev.seguia.dedup;

import dev.seguia.feed.Entry;
import dev.seguia.feed.Fold;
import dev.seguia.feed.RawEntry;
import java.util.UUID;

/// A hash of an entry's text: equal texts have equal ones.
public record Fingerprint(UUID hash) {

  /// Of a whole document.
  public static Fingerprint ofBytes(byte[] document) {
    return new Fingerprint(new Digest().add(document).hash());
  }

  /// Of all that the source wrote, to the letter. Where it is the one seen before, there is nothing
  /// to clean, compare or store.
  public static Fingerprint ofAll(RawEntry entry) {
    var digest =
        new Digest()
            .add(entry.id())
            .add(entry.link())
            .add(entry.base())
            .add(entry.title().value())
            .add(entry.summary().value())
            .add(entry.content().value())
            .add(entry.published())
            .add(entry.updated())
            .add(entry.image())
            .add(entry.comments())
            .add(entry.language())
            .add(entry.rights().value())
            .add(entry.origin());
    digest.addAll(entry.authors()).addAll(entry.categories()).addAll(entry.enclosures());
    return new Fingerprint(digest.hash());
  }

  /// Of the words that a reader reads. White space, markup, punctuation, case and attributes do not
  /// count, and neither do numbers in the text: counters of views and comments change at every
  /// poll. A number in the title counts (`12 morts` is other news than `3 morts`).
  public static Fingerprint ofSubstance(Entry entry) {
    var words = new StringBuilder();
    addWords(words, Fold.fold(entry.title()), true);
    words.append('\n');
    addWords(words, Fold.fold(withoutMarkup(entry.content())), false);
    words.append('\n');
    addWords(words, Fold.fold(entry.summary()), false);
    return new Fingerprint(new Digest().add(words.toString()).hash());
  }

  /// The content is clean HTML: every `<` begins a tag and every `&` an entity.
  private static String withoutMarkup(String html) {
    if (html.indexOf('<') < 0 && html.indexOf('&') < 0) return html;
    var text = new StringBuilder(html.length());
    for (var at = 0; at < html.length(); at++) {
      var character = html.charAt(at);
      if (character == '<') at = skip(html, at, '>', text);
      else if (character == '&') at = skip(html, at, ';', text);
      else text.append(character);
    }
    return text.toString();
  }

  private static int skip(String html, int from, char end, StringBuilder text) {
    var close = html.indexOf(end, from);
    text.append(' ');
    return close < 0 ? html.length() : close;
  }

  private static void addWords(StringBuilder words, String text, boolean numbersCount) {
    var start = -1;
    for (var at = 0; at <= text.length(); at++) {
      var inWord = at < text.length() && Character.isLetterOrDigit(text.charAt(at));
      if (inWord && start < 0) start = at;
      if (!inWord && start >= 0) {
        if (numbersCount || !isNumber(text, start, at)) words.append(text, start, at).append(' ');
        start = -1;
      }
    }
  }

  private static boolean isNumber(String text, int start, int end) {
    for (var at = start; at < end; at++) if (!Character.isDigit(text.charAt(at))) return false;
    return true;
  }
}
