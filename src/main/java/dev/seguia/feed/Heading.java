package dev.seguia.feed;

import dev.seguia.text.Truncation;
import dev.seguia.url.UrlSecrets;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What people see as the title: the title; or else the first words of the text; or else a short
/// form of the link, or the date. It contains no words of ours, and published titles are not made
/// of it.
public final class Heading {
  private static final int LENGTH = 80;
  private static final String ELLIPSIS = "…";
  private static final String ALTERNATIVE = " alt=\"";

  /// Host, path and query.
  private static final Pattern ADDRESS =
      Pattern.compile("https?://(?:www\\.)?([^/?#:]+)(?::\\d+)?([^?#]*)(\\?[^#]*)?(?:#.*)?");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{Zs}._~!,'+-]*");

  private Heading() {}

  /// Plain text on one line; empty if the entry has no title, no word, no link and no date.
  public static String of(Entry entry) {
    var words = words(entry);
    if (!words.isEmpty()) return words;
    return entry
        .link()
        .map(UrlSecrets::without)
        .flatMap(Heading::place)
        .or(() -> entry.date().map(date -> date.truncatedTo(ChronoUnit.SECONDS).toString()))
        .orElse("");
  }

  /// The title or the first words alone; empty if the entry has neither.
  public static String words(Entry entry) {
    if (!entry.title().isBlank()) return entry.title();
    return entry.summary().isBlank()
        ? cut(alternative(entry.content()))
        : cut(entry.summary().strip());
  }

  /// What is said of the first image of a text that has nothing else.
  private static String alternative(String html) {
    for (var at = html.indexOf(ALTERNATIVE); at >= 0; at = html.indexOf(ALTERNATIVE, at + 1)) {
      var start = at + ALTERNATIVE.length();
      var end = html.indexOf('"', start);
      if (end < 0) return "";
      var text = html.substring(start, end).strip();
      if (!text.isEmpty())
        return text.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&amp;", "&");
    }
    return "";
  }

  /// The host and the last part of the path, by which newsboat and others name such entries.
  private static Optional<String> place(String link) {
    var address = ADDRESS.matcher(link);
    if (!address.matches()) return Optional.empty();
    var parts =
        Stream.of(address.group(2).split("/")).filter(Predicate.not(String::isEmpty)).toList();
    var way = parts.size() > 1 ? "/" + ELLIPSIS + "/" : "/";
    var query = Optional.ofNullable(address.group(3)).orElse("");
    var last = parts.isEmpty() ? "" : decoded(parts.getLast());
    var isBare = last.isEmpty() && query.isEmpty();
    return Optional.of(cut(address.group(1) + (isBare ? "" : way + last + query)));
  }

  /// Words of other scripts are read better without their escapes; what else is escaped stays so.
  private static String decoded(String part) {
    try {
      var decoded = URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
      return WORD.matcher(decoded).matches() ? decoded : part;
    } catch (IllegalArgumentException e) {
      return part;
    }
  }

  private static String cut(String text) {
    if (text.length() <= LENGTH) return text;
    return text.substring(0, Truncation.endOfWord(text, 0, LENGTH - 1)) + ELLIPSIS;
  }
}
