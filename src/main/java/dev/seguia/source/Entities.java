package dev.seguia.source;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Resolves XML character references and named HTML entities, which are common in lists; a stray
/// `&` stays as it is.
final class Entities {
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,30}));");

  /// HTML 4's names of the characters 160 to 255, in that order.
  private static final String LATIN =
      """
      nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr \
      deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest \
      Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
      ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig \
      agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml \
      eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml\
      """;

  private static final Map<String, String> NAMED = named();

  private Entities() {}

  private static Map<String, String> named() {
    var named = new HashMap<String, String>();
    var codePoint = 160;
    for (var name : LATIN.split(" ", -1)) named.put(name, Character.toString(codePoint++));
    named.putAll(Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'"));
    named.putAll(Map.of("OElig", "Œ", "oelig", "œ", "euro", "€", "hellip", "…", "trade", "™"));
    named.putAll(Map.of("ndash", "–", "mdash", "—", "lsquo", "‘", "rsquo", "’", "bull", "•"));
    named.putAll(Map.of("ldquo", "“", "rdquo", "”", "lsaquo", "‹", "rsaquo", "›", "middot", "·"));
    return Map.copyOf(named);
  }

  static String resolved(String text) {
    if (text.indexOf('&') < 0) return text;
    return REFERENCE
        .matcher(text)
        .replaceAll(reference -> Matcher.quoteReplacement(character(reference)));
  }

  private static String character(MatchResult reference) {
    var decimal = reference.group(1);
    if (decimal != null) return character(Integer.parseInt(decimal));
    var hexadecimal = reference.group(2);
    if (hexadecimal != null) return character(Integer.parseInt(hexadecimal, 16));
    return NAMED.getOrDefault(String.valueOf(reference.group(3)), reference.group());
  }

  private static String character(int codePoint) {
    return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "";
  }
}
