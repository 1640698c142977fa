package dev.seguia.fetch;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.URIUtils;

/// Reads where a redirect points (RFC 9110 section 10.2.2).
final class RedirectLocation {
  // There is nothing above the root (RFC 3986 section 5.2.4), which Java leaves in.
  private static final Pattern ABOVE_THE_ROOT =
      Pattern.compile("^([a-zA-Z]+://[^/]*)(/\\.\\.)+(?=/)");
  private static final String NEVER_IN_A_URL = "\"<>\\^`{|}";

  private RedirectLocation() {}

  /// The absolute URL without its fragment, or nothing if the header makes no URL.
  static Optional<URI> resolve(URI base, String header) {
    var hash = header.indexOf('#');
    var written = escaped(hash < 0 ? header.strip() : header.substring(0, hash).strip());
    try {
      var url = URIUtils.resolve(base, written).toString();
      return Optional.of(URI.create(ABOVE_THE_ROOT.matcher(url).replaceFirst("$1")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// Blanks, bytes beyond ASCII and lone percent signs are no part of a URL; servers send them.
  private static String escaped(String header) {
    var text = new StringBuilder();
    for (int i = 0; i < header.length(); i++) {
      var c = header.charAt(i);
      if (c <= ' ' || c > '~' || NEVER_IN_A_URL.indexOf(c) >= 0 || isLonePercent(header, i))
        text.append("%%%02X".formatted(c & 0xff));
      else text.append(c);
    }
    return text.toString();
  }

  private static boolean isLonePercent(String text, int at) {
    return text.charAt(at) == '%'
        && !(at + 2 < text.length()
            && Character.digit(text.charAt(at + 1), 16) >= 0
            && Character.digit(text.charAt(at + 2), 16) >= 0);
  }
}
