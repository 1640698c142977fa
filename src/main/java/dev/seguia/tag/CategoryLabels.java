package dev.seguia.tag;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads the labels of one category element, which often holds a list of them.
final class CategoryLabels {
  private static final int MOST_WORDS = 5;
  private static final Pattern SEPARATOR = Pattern.compile("[,;|،؛]|\\s/\\s|\\s>\\s");
  private static final Pattern BLANK = Pattern.compile("\\s+");
  private static final Pattern NUMBER = Pattern.compile("[\\p{N}\\s.,:/-]+");
  private static final Pattern LOCATOR =
      Pattern.compile(
          "(?i)[a-z][a-z0-9+.-]*://.*|www\\..*|urn:.*|tag:.*|[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
  private static final Pattern PATH =
      Pattern.compile("/.*|.*/|[^/]*/[^/]*/.*|[a-z0-9_-]+/[a-z0-9_-]+");

  private CategoryLabels() {}

  static List<String> in(String category) {
    if (LOCATOR.matcher(category.strip()).matches()) return List.of();
    return Stream.of(SEPARATOR.split(category, -1))
        .map(CategoryLabels::label)
        .filter(CategoryLabels::isLabel)
        .toList();
  }

  private static String label(String part) {
    var label = part.strip();
    return label.startsWith("#") ? label.substring(1) : label;
  }

  private static boolean isLabel(String label) {
    return !label.isEmpty()
        && !NUMBER.matcher(label).matches()
        && !LOCATOR.matcher(label).matches()
        && !PATH.matcher(label).matches()
        && BLANK.split(label, -1).length <= MOST_WORDS;
  }
}
