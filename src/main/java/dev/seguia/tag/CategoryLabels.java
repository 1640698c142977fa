package dev.seguia.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Splits a category into its labels, since it may hold a list of them. A comma parts labels only
/// where it is the entry's one category: beside others, it belongs to a name, as in `Trump, Donald
/// J`.
final class CategoryLabels {
  private static final int MOST_WORDS = 5;
  private static final Pattern SEPARATOR = Pattern.compile("[;|؛]|\\s/\\s|\\s>\\s");
  private static final Pattern COMMA = Pattern.compile("[,،]");

  /// What follows a comma inside a name: an initial, or the end of an enumeration.
  private static final Pattern INSIDE_NAME =
      Pattern.compile(
          "\\s*(?:and|or|et|ou|y|und)\\s.*|(?:.*\\s)?\\p{Lu}\\.?(?:\\s+(?:Jr|Sr|II|III)\\.?)?\\s*");

  private static final Pattern BLANK = Pattern.compile("\\s+");
  private static final Pattern NUMBER = Pattern.compile("[\\p{N}\\s.,:/-]+");
  private static final Pattern LOCATOR =
      Pattern.compile(
          "(?i)[a-z][a-z0-9+.-]*://.*|www\\..*|urn:.*|tag:.*|[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
  private static final Pattern PATH =
      Pattern.compile("/.*|.*/|[^/]*/[^/]*/.*|[a-z0-9_-]+/[a-z0-9_-]+");

  private CategoryLabels() {}

  /// The labels of all categories of an entry.
  static List<String> in(List<String> categories) {
    var labels = new ArrayList<String>();
    for (var category : categories)
      if (!isLocator(category.strip()))
        for (var part : SEPARATOR.split(category, -1)) add(part, categories.size() == 1, labels);
    return labels;
  }

  private static void add(String part, boolean isOnly, List<String> labels) {
    for (var piece : isOnly ? pieces(part) : List.of(part)) {
      var label = label(piece);
      if (isLabel(label)) labels.add(label);
    }
  }

  private static List<String> pieces(String list) {
    var pieces = List.of(COMMA.split(list, -1));
    for (var piece : pieces.subList(1, pieces.size()))
      if (INSIDE_NAME.matcher(piece).matches()) return List.of(list);
    return pieces;
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
