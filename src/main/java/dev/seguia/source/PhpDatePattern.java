package dev.seguia.source;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// Converts a pattern of PHP's `DateTime::createFromFormat` to one of [DateTimeFormatter].
final class PhpDatePattern {
  /// What of a date is written in figures; where another such part follows, it needs all of them.
  private static final String FIGURES = "djmnYyHGhgisvu";

  private static final String DATE = "djDlmnFMYy";

  /// What says nothing of the text: what is not in it is zero (here, it always is).
  private static final String RESETS = "!|";

  private final String php;
  private final StringBuilder out = new StringBuilder();
  private final StringBuilder literal = new StringBuilder();

  private PhpDatePattern(String php) {
    this.php = php;
  }

  /// The pattern; empty if there is none that reads the same.
  static Optional<String> translated(String php) {
    if (php.chars().noneMatch(letter -> DATE.indexOf(letter) >= 0)) return Optional.empty();
    return new PhpDatePattern(php).written().filter(PhpDatePattern::isPattern);
  }

  private static boolean isPattern(String pattern) {
    try {
      var _ = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
      return true;
    } catch (IllegalArgumentException none) {
      return false;
    }
  }

  private Optional<String> written() {
    for (var at = 0; at < php.length(); at++) {
      var letter = php.charAt(at);
      if (RESETS.indexOf(letter) >= 0) continue;
      if (letter == '\\' && at + 1 < php.length()) literal.append(php.charAt(++at));
      else if (!part(letter, touchesFigures(at))) return Optional.empty();
    }
    endLiteral();
    return Optional.of(out.toString());
  }

  private boolean touchesFigures(int at) {
    return isFigure(at - 1) || isFigure(at + 1);
  }

  private boolean isFigure(int at) {
    return at >= 0 && at < php.length() && FIGURES.indexOf(php.charAt(at)) >= 0;
  }

  /// @return whether there is such a part
  private boolean part(char letter, boolean tight) {
    var part = part(letter);
    if (part.isEmpty()) return false;
    if (part.get().isEmpty()) literal.append(letter);
    else {
      endLiteral();
      out.append(tight && part.get().length() == 1 ? part.get().repeat(2) : part.get());
    }
    return true;
  }

  /// What stands for a letter; a letter that means nothing to PHP stands for itself.
  private static Optional<String> part(char letter) {
    return switch (letter) {
      case 'd', 'j' -> Optional.of("d");
      case 'D' -> Optional.of("EEE");
      case 'l' -> Optional.of("EEEE");
      case 'S' -> Optional.of("['st']['nd']['rd']['th']");
      case 'm', 'n' -> Optional.of("M");
      case 'M' -> Optional.of("MMM");
      case 'F' -> Optional.of("MMMM");
      case 'Y' -> Optional.of("yyyy");
      case 'y' -> Optional.of("yy");
      case 'a', 'A' -> Optional.of("a");
      case 'H', 'G' -> Optional.of("H");
      case 'h', 'g' -> Optional.of("h");
      case 'i' -> Optional.of("mm");
      case 's' -> Optional.of("ss");
      case 'v' -> Optional.of("SSS");
      case 'u' -> Optional.of("SSSSSS");
      case 'e', 'T', 'O', 'P', 'p' -> Optional.of("[XXX][XX][VV][z]");
      case 'z',
          'U',
          'X',
          'x',
          '+',
          '?',
          '*',
          '#',
          'B',
          'L',
          'N',
          'o',
          't',
          'w',
          'W',
          'I',
          'Z',
          'c',
          'r' ->
          Optional.empty();
      default -> Optional.of("");
    };
  }

  private void endLiteral() {
    if (literal.isEmpty()) return;
    var text = literal.toString();
    var isPlain = text.chars().allMatch(character -> " /.,:;-".indexOf(character) >= 0);
    out.append(isPlain ? text : "'" + text.replace("'", "''") + "'");
    literal.setLength(0);
  }
}
