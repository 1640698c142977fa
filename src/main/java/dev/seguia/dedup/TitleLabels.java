package dev.seguia.dedup;

import java.util.regex.Pattern;

/// What outlets hang on a title, before it and behind it.
final class TitleLabels {
  /// Words that tell the form of an article and nothing of its matter.
  private static final String FORM =
      "(?:en )?direct|(?:en )?live(?: updates?| blog)?|en continu|(?:en )?vid[ée]os?|photos?"
          + "|(?:en )?images|diaporama|watch|listen|podcast|exclusive|exclusif|exclu"
          + "|update(?: \\d)?|updated|breaking(?: news)?|urgent|flash|alerte"
          + "|derni[èe]re (?:heure|minute)"
          + "|مباشر|بث مباشر|فيديو|بالفيديو|بالصور|صور|عاجل|شاهد|حصري|تحديث";

  /// The name of the site, as in ` - France 24`. With a digit it may be a part of a series.
  static final Pattern SITE = Pattern.compile("\\s+[-|–—]\\s+([^-|–—:\\d]{2,28})$");

  /// As in `EN DIRECT - ` and `[Vidéo]`, and not as in `Live-action`.
  static final Pattern FORM_BEFORE =
      Pattern.compile(
          "(?iu)^(?:[\\[(](?<bracketed>"
              + FORM
              + ")[\\])]\\s*[-:.|–—]*|(?<plain>"
              + FORM
              + ")(?:\\s*[:.|–—…!]+|\\s+-+|-+\\s|(?<=en direct),))\\s*");

  /// As in ` (vidéo)` and `, en direct`.
  static final Pattern FORM_BEHIND =
      Pattern.compile(
          "(?iu)(?:\\s*[\\[(](?<bracketed>"
              + FORM
              + ")[\\])]|(?:\\s+[-|–—]+|,)\\s+(?<plain>"
              + FORM
              + "))$");

  /// The subject in capitals, as in `JO-2020: ` and `FOOTBALL - `.
  static final Pattern SUBJECT =
      Pattern.compile("^([A-ZÀ-Ý][A-ZÀ-Ý0-9 /\\-’']{1,24})(?:[.:]|\\s-\\s)\\s*");

  /// Arabic has no capitals: there a subject is short and ends in a colon or a bar.
  static final Pattern ARABIC_SUBJECT =
      Pattern.compile("^([\\p{InArabic} /\\-]{2,25}?)\\s*[:|]\\s*");

  /// What stands before the first letter, digit or bracket: pictures, marks of direction, blanks.
  static final Pattern ORNAMENT = Pattern.compile("^[^\\p{L}\\p{N}\\[(\"'«“‘]+");

  private static final Pattern LIVE =
      Pattern.compile("(?iu)(?:en )?direct|(?:en )?live.*|en continu|(?:بث )?مباشر");

  private TitleLabels() {}

  /// Whether a title has a sign that [#SITE] or [#FORM_BEHIND] begins with. Few have, and to look
  /// for these two is most of what it costs to read a title.
  static boolean mayStandBehind(String title) {
    for (var at = 1; at < title.length(); at++)
      if (",[(".indexOf(title.charAt(at)) >= 0
          || ("-|–—".indexOf(title.charAt(at)) >= 0 && isBlank(title.charAt(at - 1)))) return true;
    return false;
  }

  /// Whether a title has a sign that every label before it needs: the end of a bracket, or what
  /// parts it from the title.
  static boolean mayStandBefore(String title) {
    for (var at = 0; at < title.length(); at++)
      if ("])-:.|–—…!,".indexOf(title.charAt(at)) >= 0) return true;
    return false;
  }

  /// Whether a title begins with an ASCII letter or digit, as most do, and has no [#ORNAMENT].
  static boolean startsPlainly(String title) {
    return !title.isEmpty() && title.charAt(0) < 0x80 && Character.isLetterOrDigit(title.charAt(0));
  }

  /// As `\s` is without Unicode classes, and a little more.
  private static boolean isBlank(char character) {
    return character <= ' ';
  }

  /// Whether a word for a form says that the article is rewritten as things happen.
  static boolean isLive(String form) {
    return LIVE.matcher(form).matches();
  }
}
