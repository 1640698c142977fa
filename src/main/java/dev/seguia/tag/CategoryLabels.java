package dev.seguia.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Splits a category element into its labels, since it often holds a list of them.
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
    if (isLocator(category.strip())) return List.of();
    var labels = new ArrayList<String>();
    for (var part : SEPARATOR.split(category, -1)) {
      var label = label(part);
      if (isLabel(label)) labels.add(label);
    }
    return labels;
  }

  private static boolean isLocator(String text) {
    var mayBe =
        text.indexOf(':') >= 0 || text.indexOf('@') >= 0 || text.regionMatches(true, 0, "w", 0, 1);
    return mayBe && LOCATOR.matcher(text).matches();
  }

  private static String label(String part) {
    var label = part.strip();
    return label.startsWith("#") ? label.substring(1) : label;
  }

  private static boolean isLabel(String label) {
    return !label.isEmpty()
        && (Character.isLetter(label.charAt(0)) || !NUMBER.matcher(label).matches())
        && !isLocator(label)
        && (label.indexOf('/') < 0 || !PATH.matcher(label).matches())
        && hasFewWords(label);
  }

  private static boolean hasFewWords(String label) {
    var blanks = 0;
    for (var at = 0; at < label.length(); at++) if (label.charAt(at) <= ' ') blanks++;
    return blanks < MOST_WORDS || BLANK.split(label, -1).length <= MOST_WORDS;
  }
}
