package dev.seguia.normalise;

import dev.seguia.feed.Text;
import dev.seguia.text.XmlCharacters;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/// Converts a text to one line of plain text: no markup, no entities, no control characters.
public final class PlainText {
  private static final Pattern TAG =
      Pattern.compile("<(?:!--|/?([A-Za-z][A-Za-z0-9]{0,11})(?=[\\s/>])[^<>]*>)");

  /// An entity that was escaped once too often.
  private static final Pattern LEFT_OVER =
      Pattern.compile(
          "&(?:amp|quot|apos|nbsp|[lr][sd]quo|[lr]aquo|[mn]dash|hellip|#x?\\p{XDigit}+);");

  private PlainText() {}

  /// The plain text.
  public static String of(Text text) {
    return switch (text.kind()) {
      case PLAIN -> ofPlain(text.value());
      case HTML -> ofHtml(text.value());
      case UNKNOWN -> ofUnknown(text.value());
    };
  }

  /// The plain text, cut at a word boundary if it is longer than so many characters.
  public static String of(Text text, int longest) {
    return Teaser.of(of(text), longest);
  }

  /// The text on one line: without control characters, with single spaces, trimmed. No-break spaces
  /// stay, since French needs them.
  public static String line(String text) {
    return isTidy(text) ? text : tidy(text);
  }

  /// Whether there is a tag of HTML in the text; `a < b` and `List<String>` have none.
  static boolean hasTag(String text) {
    if (text.indexOf('<') < 0) return false;
    var tag = TAG.matcher(text);
    while (tag.find()) {
      var name = tag.group(1);
      if (name == null || AllowList.isElement(name.toLowerCase(Locale.ROOT))) return true;
    }
    return false;
  }

  /// The text with its entities decoded, once.
  static String unescaped(String text) {
    return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, true);
  }

  private static String ofHtml(String text) {
    return text.indexOf('<') < 0 ? line(unescaped(text)) : HtmlCleaner.text(text);
  }

  private static String ofUnknown(String text) {
    if (hasTag(text)) return HtmlCleaner.text(text);
    return line(withoutLeftOvers(unescaped(text)));
  }

  /// Plain text holds no references by the letter of JSON Feed and Atom; programs that have one
  /// title for page and feed put them there all the same. What shows markup is about markup.
  private static String ofPlain(String text) {
    return line(text.indexOf('<') < 0 ? withoutLeftOvers(text) : text);
  }

  private static String withoutLeftOvers(String text) {
    return hasLeftOver(text) ? unescapedAgain(text) : text;
  }

  private static boolean hasLeftOver(String text) {
    return text.indexOf('&') >= 0 && LEFT_OVER.matcher(text).find();
  }

  /// Angle brackets stay escaped: they were meant to be seen.
  private static String unescapedAgain(String text) {
    return text.contains("&lt;") || text.contains("&gt;") ? text : unescaped(text);
  }

  private static boolean isTidy(String text) {
    var blank = true;
    for (var i = 0; i < text.length(); i++) {
      var character = text.charAt(i);
      if (character == ' ') {
        if (blank) return false;
        blank = true;
      } else {
        if (!isPlain(character) && !isTidy(text, i)) return false;
        blank = false;
      }
    }
    return text.isEmpty()
        || (!blank && !isEdge(text.charAt(0)) && !isEdge(text.charAt(text.length() - 1)));
  }

  private static boolean isTidy(String text, int i) {
    var character = text.charAt(i);
    return !isBreakable(character)
        && !BidiMarks.isMark(character)
        && XmlCharacters.isLegal(text, i);
  }

  private static String tidy(String text) {
    return tidy(text.toCharArray(), text.length());
  }

  /// As [#line(String)], of the beginning of an array, which is used up by it.
  static String tidy(char[] text, int length) {
    var end = 0;
    var blank = false;
    var hasMarks = false;
    for (var i = 0; i < length; i++) {
      var character = text[i];
      var legal = isPlain(character) ? 1 : XmlCharacters.legal(text, i, length);
      if (isBreakable(character)) blank = true;
      else if (legal > 0) {
        if (blank && end > 0) text[end++] = ' ';
        blank = false;
        hasMarks |= BidiMarks.isMark(character);
        text[end++] = character;
        if (legal > 1) text[end++] = text[++i];
      }
    }
    var line = withoutEdges(text, end);
    return hasMarks ? BidiMarks.closed(line) : line;
  }

  private static String withoutEdges(char[] text, int length) {
    var start = 0;
    var end = length;
    while (start < end && isEdge(text[start])) start++;
    while (end > start && isEdge(text[end - 1])) end--;
    return new String(text, start, end - start);
  }

  /// Most characters of most texts: neither blank nor control nor mark.
  private static boolean isPlain(char character) {
    return character > ' ' && character < 0x7f;
  }

  private static boolean isBreakable(char character) {
    return character == ' '
        || (character >= '\t' && character <= '\r')
        || character == 0x85
        || character == 0x2028
        || character == 0x2029;
  }

  /// Blanks of all kinds and byte order marks mean nothing at the ends of a text.
  private static boolean isEdge(char character) {
    return character == ' '
        || character == 0xa0
        || character == 0x202f
        || character == 0xfeff
        || character == 0x200b;
  }
}
