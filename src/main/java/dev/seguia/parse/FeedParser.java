package dev.seguia.parse;

import dev.seguia.charsets.CharsetDetector;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Parses documents of every feed format: RSS 0.90 to 2.0, RSS 1.0 and 1.1, CDF, Atom 0.3 and 1.0,
/// JSON Feed 1.0 and 1.1. Malformed documents are repaired as far as their entries can be
/// recognised; nothing outside the document is ever fetched (no XXE).
///
/// Safe for use by many threads.
public final class FeedParser {
  private static final Pattern FEED_ROOT =
      Pattern.compile(
          "<(?:\\?xml|(?:[\\w.-]{1,30}:)?(?:rss|feed|rdf|channel)[\\s>])",
          Pattern.CASE_INSENSITIVE);
  private static final int JUNK = 65_536;

  /// Parses one document.
  ///
  /// @param location where it was found, after redirects: the base of last resort
  /// @param contentType the header of that name, as it came
  public ParseResult parse(URI location, Optional<String> contentType, byte[] body) {
    var decoded = CharsetDetector.decode(body, contentType);
    var text = withoutJunk(decoded.text());
    if (text.isEmpty()) return new ParseResult.Unreadable("the document is empty");
    var result =
        switch (text.charAt(0)) {
          case '{' -> JsonFeedReader.read(location, text);
          case '<' ->
              isHtml(text) ? ParseResult.Unreadable.page() : XmlFeedReader.read(location, text);
          default -> new ParseResult.Unreadable("neither XML nor JSON", ParseResult.Looks.SITEMAP);
        };
    return decoded.warnings().isEmpty() ? result : warned(result, decoded.warnings());
  }

  private static ParseResult warned(ParseResult result, List<String> before) {
    if (!(result instanceof ParseResult.Parsed(var feed, var after))) return result;
    var warnings = new ArrayList<>(before);
    warnings.addAll(after);
    return new ParseResult.Parsed(feed, warnings);
  }

  /// Blank lines, a byte order mark that went astray, the complaints of a server's program.
  private static String withoutJunk(String text) {
    var start = 0;
    while (start < text.length() && isBlank(text.charAt(start))) start++;
    if (start == text.length()) return "";
    if (text.charAt(start) == '{') return text.substring(start);
    if (text.charAt(start) == '<' && !text.startsWith("<br", start)) return text.substring(start);
    var root = FEED_ROOT.matcher(text).region(start, Math.min(text.length(), start + JUNK));
    return root.find() ? text.substring(root.start()) : text.substring(start);
  }

  private static boolean isBlank(char character) {
    return character <= ' ' || character == '\uFEFF' || Character.isWhitespace(character);
  }

  private static boolean isHtml(String text) {
    var start = text.substring(0, Math.min(text.length(), 1_000)).toLowerCase(Locale.ROOT);
    return start.startsWith("<!doctype html") || start.startsWith("<html");
  }
}
