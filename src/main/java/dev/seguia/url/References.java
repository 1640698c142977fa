package dev.seguia.url;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Character references of HTML (`&amp;`, `&#038;`, `&#61;`) in a URL, which are there because it
/// was escaped once too often. No parameter of a query is called `amp;width`, and a `#` behind an
/// `&` begins no fragment: with the references a signed URL of an image is refused, and a link
/// opens another page.
final class References {
  private static final Pattern AMPERSANDS = Pattern.compile("&(?:amp;|#0{0,4}38;|#[xX]0{0,4}26;)+");
  private static final Pattern NUMBERED =
      Pattern.compile("&#(?:0{0,4}([1-9]\\d{1,2})|[xX]0{0,4}([2-7]\\p{XDigit}));");

  private References() {}

  /// The URL that was meant.
  static String resolved(String url) {
    if (url.indexOf('&') < 0 || url.indexOf(';') < 0) return url;
    var plain = AMPERSANDS.matcher(url).replaceAll("&");
    return NUMBERED.matcher(plain).replaceAll(References::character);
  }

  /// What no URL holds as it is stays as it came.
  private static String character(MatchResult found) {
    var decimal = found.group(1);
    var code =
        decimal == null ? Integer.parseInt(found.group(2), 16) : Integer.parseInt(decimal, 10);
    var isPrintable = code > ' ' && code < 0x7f;
    return Matcher.quoteReplacement(isPrintable ? String.valueOf((char) code) : found.group());
  }
}
