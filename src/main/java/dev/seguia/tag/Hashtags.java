package dev.seguia.tag;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Extracts the hashtags of a title, as in `#Somalie_RETRAIT_TROUPES : Donald Trump ordonne…`.
final class Hashtags {
  private static final Pattern HASHTAG =
      Pattern.compile("(?<![\\p{L}\\p{N}\\p{M}&/#_])#([\\p{L}\\p{N}\\p{M}_]+)");
  private static final Pattern CAMEL_CASE =
      Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
  private static final Pattern NUMBER = Pattern.compile("\\p{N}+");

  private Hashtags() {}

  /// The labels that the hashtags mean: the subject, and the whole if that says more.
  static List<String> in(String title) {
    if (title.indexOf('#') < 0) return List.of();
    var labels = new LinkedHashSet<String>();
    HASHTAG.matcher(title).results().forEach(found -> labels.addAll(labels(found.group(1))));
    return new ArrayList<>(labels);
  }

  private static List<String> labels(String hashtag) {
    var parts =
        Stream.of(hashtag.split("_", -1))
            .filter(part -> !part.isEmpty())
            .map(Hashtags::words)
            .toList();
    if (parts.isEmpty() || parts.stream().allMatch(part -> NUMBER.matcher(part).matches()))
      return List.of();
    if (parts.size() == 1) return parts;
    // A run in capitals says what happened, not to whom.
    return parts.stream()
        .filter(part -> !isShouted(part))
        .findFirst()
        .map(subject -> List.of(subject, whole(parts)))
        .orElse(List.of());
  }

  /// `Somalie retrait troupes`: the parts in capitals are no names, and are written small.
  private static String whole(List<String> parts) {
    return String.join(
        " ",
        parts.stream()
            .map(part -> isShouted(part) ? part.toLowerCase(Locale.ROOT) : part)
            .toList());
  }

  private static String words(String camelCase) {
    return String.join(" ", CAMEL_CASE.split(camelCase, -1));
  }

  private static boolean isShouted(String part) {
    return part.codePoints().noneMatch(Character::isLowerCase)
        && (part.codePoints().anyMatch(Character::isUpperCase) || NUMBER.matcher(part).matches());
  }
}
