package dev.seguia.dedup;

import java.util.regex.Pattern;

/// The labels that outlets add to a title, before it and after it.
final class TitleLabels {
  /// Words that tell the form of an article and nothing of its matter.
  private static final String FORM =
      "(?:en )?direct|(?:en )?live(?: updates?| blog)?|liveticker|en continu|replay"
          + "|(?:direct |en )?vid[ée]os?|photos?|(?:en )?images|diaporama|in pictures"
          + "|infographies?|cartes?|watch|listen|podcasts?"
          + "|exclusive|exclusif|exclusivit[ée]|exclu|exklusiv"
          + "|update(?: \\d)?|updated|breaking(?: news)?|urgent|flash|alerte|eilmeldung"
          + "|derni[èe]re (?:heure|minute)|info [\\p{L}\\d]{2,20}(?: [\\p{L}\\d]{2,20})?"
          + "|interviews?|entretien|reportages?|enqu[êe]te|t[ée]moignages?|portrait|r[ée]cit"
          + "|analyse|analysis|d[ée]cryptage|explainer|tribune|opinion|[ée]dito(?:rial)?"
          + "|chronique|grand format|fact.?check"
          + "|مباشر|بث مباشر|فيديو|بالفيديو|بالصور|صور|عاجل|شاهد|حصري|تحديث|تقرير|حوار|إنفوغراف";

  /// Names of outlets that have a digit.
  private static final String WITH_DIGIT =
      "(?iu:(?:france|فرانس|sport|africa|i|m[ée]dias|euronews) ?24(?: ?news)?|20 minutes|le ?360"
          + "|h24 ?info|tf1(?: info)?|tv5 ?monde|franceinfo 3|france [235]|la ?1[èe]re|channel 4"
          + "|news ?18|rai ?news ?24|canal ?24)";

  /// The name of the site, as in ` - France 24`. With another digit it may be a part of a series.
  static final Pattern SITE =
      Pattern.compile("\\s+[-|–—•·»]\\s+(" + WITH_DIGIT + "|[^-|–—•·»:\\d]{2,28})$");

  /// The agency that wrote an article, as in ` (AFP)`.
  static final Pattern AGENCY =
      Pattern.compile(
          "\\s*[\\[(](?:AFP|AP|Reuters|MAP|APS|TAP|SPA|WAM|EFE|ANSA|DPA|dpa|Belga|ATS|APA|PA|رويترز|أ ف ب"
              + "|د ب أ)[\\])]$");

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
          || ("-|–—•·»".indexOf(title.charAt(at)) >= 0 && isBlank(title.charAt(at - 1))))
        return true;
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
