package dev.seguia.fetch;

import dev.seguia.url.PercentEncoding;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.URIUtils;

/// Resolves the Location header of a redirect (RFC 9110 section 10.2.2).
final class RedirectLocation {
  // There is nothing above the root (RFC 3986 section 5.2.4), which Java leaves in.
  private static final Pattern ABOVE_THE_ROOT =
      Pattern.compile("^([a-zA-Z]+://[^/]*)(/\\.\\.)+(?=/)");

  private RedirectLocation() {}

  /// The absolute URL without its fragment; empty if the header is not a URL.
  static Optional<URI> resolve(URI base, String header) {
    var hash = header.indexOf('#');
    // Blanks, bytes beyond ASCII and lone percent signs are no part of a URL; servers send them.
    var plain = hash < 0 ? header.strip() : header.substring(0, hash).strip();
    var written = PercentEncoding.URI.encodeOctets(plain);
    try {
      var url = URIUtils.resolve(base, written).toString();
      return Optional.of(URI.create(ABOVE_THE_ROOT.matcher(url).replaceFirst("$1")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
