package dev.seguia.opml;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/// Resolves XML character references and the named entities of HTML, which are common in lists; a
/// stray `&` stays as it is.
final class EntityReferences {
  private static final Pattern REFERENCE =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,30}));");

  private EntityReferences() {}

  static String resolved(String text) {
    if (text.indexOf('&') < 0) return text;
    return REFERENCE
        .matcher(text)
        .replaceAll(reference -> Matcher.quoteReplacement(characters(reference)));
  }

  private static String characters(MatchResult reference) {
    var decimal = reference.group(1);
    if (decimal != null) return character(Integer.parseInt(decimal));
    var hexadecimal = reference.group(2);
    if (hexadecimal != null) return character(Integer.parseInt(hexadecimal, 16));
    var name = String.valueOf(reference.group(3));
    if (name.equals("apos")) return "'"; // XML has it, HTML 4 has not
    return Entities.isNamedEntity(name) ? Entities.getByName(name) : reference.group();
  }

  private static String character(int codePoint) {
    return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "";
  }
}
