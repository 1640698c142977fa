package dev.seguia.feed;

/// What people see in the place of a title: the title, or of an entry without one the first words
/// of its text. No word of ours is in it, and no published title is made of it.
public final class Heading {
  private static final int LENGTH = 80;
  private static final String ELLIPSIS = "…";
  private static final String LOOSE_ENDS = " ,;:.-–—(«\"'“‘،؛\u00a0\u202f";
  private static final String ALTERNATIVE = " alt=\"";

  private Heading() {}

  /// Plain text on one line; empty if the entry has neither a title nor any word.
  public static String of(Entry entry) {
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

  private static String cut(String text) {
    if (text.length() <= LENGTH) return text;
    var end = text.lastIndexOf(' ', LENGTH - 1);
    if (end < LENGTH / 2) end = LENGTH - 1;
    var tidy = end;
    while (tidy > 0 && LOOSE_ENDS.indexOf(text.charAt(tidy - 1)) >= 0) tidy--;
    if (tidy > 0) end = tidy;
    if (Character.isHighSurrogate(text.charAt(end - 1))) end--;
    return text.substring(0, end) + ELLIPSIS;
  }
}
