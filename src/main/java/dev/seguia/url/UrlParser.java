package dev.seguia.url;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the URLs of the wild: blanks inside, backslashes, no scheme, stray percent signs.
final class UrlParser {
  /// As long as a name may be (RFC 1035 section 2.3.4).
  private static final int LONGEST_HOST = 255;

  private static final Pattern PORT = Pattern.compile(":\\d{0,5}");
  private static final Pattern IP_LITERAL = Pattern.compile("\\[[0-9A-Fa-f:.]+]");
  private static final String FORBIDDEN_IN_HOST = "#/<>?@[\\]^|%\":`{}'()*,;=!$&+";

  /// Of ASCII, what may stand in the name of a host.
  private static final boolean[] IN_HOST = new boolean[0x7f];

  static {
    for (var character = '!'; character < IN_HOST.length; character++)
      IN_HOST[character] = FORBIDDEN_IN_HOST.indexOf(character) < 0;
  }

  private UrlParser() {}

  static Optional<Url> parse(String text, Optional<Url> base) {
    var reference = tidy(text);
    if (reference.isEmpty()) return base;
    var colon = endOfScheme(reference);
    if (colon > 0) return withScheme(reference, colon);
    if (base.isEmpty()) return Optional.empty();
    if (reference.startsWith("//"))
      return withAuthority(base.get().scheme(), reference.replaceFirst("^/+", ""));
    if (reference.startsWith("www.")) return withAuthority("http", reference);
    return bounded(relative(base.get(), reference));
  }

  private static Optional<Url> withScheme(String reference, int colon) {
    var scheme = reference.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) return Optional.empty();
    var start = colon + 1;
    while (start < reference.length() && reference.charAt(start) == '/') start++;
    return withAuthority(scheme, reference.substring(start));
  }

  private static Optional<Url> withAuthority(String scheme, String rest) {
    var end = endOfAuthority(rest);
    var authority = rest.substring(0, end);
    authority = authority.substring(authority.lastIndexOf('@') + 1); // no passwords in what we show
    var colon = authority.endsWith("]") ? -1 : authority.lastIndexOf(':');
    var port = colon < 0 ? "" : authority.substring(colon);
    var host = decodedHost(colon < 0 ? authority : authority.substring(0, colon));
    if (!isHost(host) || (!port.isEmpty() && !PORT.matcher(port).matches()))
      return Optional.empty();
    return bounded(split(scheme, host, port.equals(":") ? "" : port, rest.substring(end)));
  }

  private static Optional<Url> bounded(Url url) {
    return url.isTooLong() ? Optional.empty() : Optional.of(url);
  }

  private static Url relative(Url base, String reference) {
    if (reference.startsWith("#"))
      return base.withFragment(Optional.of(PercentEncoding.IRI.encode(reference.substring(1))));
    if (reference.startsWith("?")) return in(base, base.path() + reference);
    if (reference.startsWith("/")) return in(base, reference);
    var folder = base.path().substring(0, base.path().lastIndexOf('/') + 1);
    return in(base, (folder.isEmpty() ? "/" : folder) + reference);
  }

  private static Url in(Url base, String rest) {
    return split(base.scheme(), base.host(), base.port(), rest);
  }

  private static Url split(String scheme, String host, String port, String rest) {
    var hash = rest.indexOf('#');
    var beforeHash = hash < 0 ? rest : rest.substring(0, hash);
    var mark = beforeHash.indexOf('?');
    var path = mark < 0 ? beforeHash : beforeHash.substring(0, mark);
    return new Url(
        scheme,
        host,
        port,
        withoutDotSegments(PercentEncoding.IRI.encode(path)),
        mark < 0
            ? Optional.empty()
            : Optional.of(PercentEncoding.IRI.encode(beforeHash.substring(mark + 1))),
        hash < 0
            ? Optional.empty()
            : Optional.of(PercentEncoding.IRI.encode(rest.substring(hash + 1))));
  }

  /// RFC 3986 section 5.2.4; double slashes stay, since some servers tell them apart.
  private static String withoutDotSegments(String path) {
    if (!path.contains("/.")) return path;
    var kept = new ArrayList<String>();
    var segments = path.substring(1).split("/", -1);
    for (var i = 0; i < segments.length; i++) {
      var last = i == segments.length - 1;
      switch (segments[i]) {
        case "." -> {
          if (last) kept.add("");
        }
        case ".." -> {
          if (!kept.isEmpty()) kept.removeLast();
          if (last) kept.add("");
        }
        default -> kept.add(segments[i]);
      }
    }
    return "/" + String.join("/", kept);
  }

  /// Without blanks around it and line ends inside, with slashes for backslashes and without the
  /// references of HTML.
  private static String tidy(String text) {
    var start = 0;
    var end = text.length();
    while (start < end && text.charAt(start) <= ' ') start++;
    while (end > start && text.charAt(end - 1) <= ' ') end--;
    var stripped = References.resolved(text.substring(start, end));
    if (!isUntidy(stripped)) return stripped;
    var clean = stripped.replace("\t", "").replace("\n", "").replace("\r", "");
    var query = startOfQuery(clean);
    return clean.substring(0, query).replace('\\', '/') + clean.substring(query);
  }

  private static int endOfScheme(String text) {
    for (var i = 0; i < text.length(); i++) {
      var character = text.charAt(i);
      if (character == ':') return i;
      var isLetter = isBetween(character, 'a', 'z') || isBetween(character, 'A', 'Z');
      if (!isLetter && (i == 0 || !isOtherInScheme(character))) return -1;
    }
    return -1;
  }

  private static boolean isOtherInScheme(char character) {
    return isBetween(character, '0', '9')
        || character == '+'
        || character == '-'
        || character == '.';
  }

  private static boolean isBetween(char character, char first, char last) {
    return character >= first && character <= last;
  }

  private static boolean isHost(String host) {
    if (host.length() > LONGEST_HOST) return false;
    if (host.startsWith("[")) return IP_LITERAL.matcher(host).matches();
    for (var i = 0; i < host.length(); i++) {
      var character = host.charAt(i);
      if (character < 0x7f ? !IN_HOST[character] : !isInName(host, i)) return false;
    }
    return !host.isEmpty() && !host.startsWith(".") && !host.contains("..");
  }

  /// Letters, digits and marks of all scripts make names (RFC 5892).
  private static boolean isInName(String host, int i) {
    var character = host.charAt(i);
    var type = Character.getType(character);
    return Character.isLetterOrDigit(host.codePointAt(i))
        || Character.isLowSurrogate(character)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static String decodedHost(String host) {
    if (host.indexOf('%') < 0) return host;
    try {
      var decoded = URLDecoder.decode(host, StandardCharsets.UTF_8);
      return decoded.indexOf('\ufffd') < 0 ? decoded : "";
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }

  private static int endOfAuthority(String rest) {
    var end = 0;
    while (end < rest.length() && rest.charAt(end) != '/' && !startsQuery(rest.charAt(end))) end++;
    return end;
  }

  private static int startOfQuery(String text) {
    var start = 0;
    while (start < text.length() && !startsQuery(text.charAt(start))) start++;
    return start;
  }

  private static boolean startsQuery(char character) {
    return character == '?' || character == '#';
  }

  private static boolean isUntidy(String text) {
    for (var i = 0; i < text.length(); i++) {
      var character = text.charAt(i);
      if (character == '\\' || character == '\t' || character == '\n' || character == '\r')
        return true;
    }
    return false;
  }
}
