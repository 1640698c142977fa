package dev.seguia.page;

import java.util.regex.Pattern;

/// Adapts the clean HTML of an entry to our pages.
final class ArticleHtml {
  /// A player is a page of someone else's: it is a link until it is wanted.
  private static final Pattern PLAYER =
      Pattern.compile("<iframe src=\"(https?://([^\"/?#]+)[^\"]*)\"[^>]*></iframe>");

  private static final String LINK =
      "<a class=\"player\" href=\"$1\" rel=\"noopener noreferrer\">$2</a>";

  /// What may be wider than the page is moved by the keyboard, too.
  private static final Pattern SCROLLED = Pattern.compile("<(pre|table)(?=[ >])");

  private static final String REACHED = "<$1 tabindex=\"0\"";

  private static final Pattern IMAGE = Pattern.compile("<img [^>]*>|</?picture>|<source [^>]*>");

  private static final Pattern NO_LETTERS =
      Pattern.compile("<[^>]*>|&[^;\\s]{1,10};|[^\\p{L}\\p{N}]");

  /// The length of a common beginning that makes two texts equal.
  private static final int COMPARED = 40;

  private static final int LONGEST_HEAD = 5_000;

  private ArticleHtml() {}

  /// Images load lazily, if at all, and players on demand.
  static String forPage(String html, boolean images) {
    var shown =
        images
            ? html.replace("<img ", "<img loading=\"lazy\" ")
            : IMAGE.matcher(html).replaceAll("");
    return PLAYER.matcher(SCROLLED.matcher(shown).replaceAll(REACHED)).replaceAll(LINK);
  }

  /// Whether a text begins with a summary, which then says nothing more.
  ///
  /// @param summary plain text
  static boolean beginsWith(String html, String summary) {
    var head = html.substring(0, Math.min(html.length(), LONGEST_HEAD));
    var letters = summary.replaceAll("[^\\p{L}\\p{N}]", "");
    return NO_LETTERS
        .matcher(head)
        .replaceAll("")
        .startsWith(letters.substring(0, Math.min(letters.length(), COMPARED)));
  }
}
