package dev.seguia.sitemap;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URI;

/// Reads sitemaps in all their forms (sitemaps.org): XML, also with the extensions for news and
/// images, lists of URLs, feeds, and each of them packed. Faults of the XML are mended as far as
/// they can be.
public final class SitemapReader {
  private static final int LONGEST_WHITE_SPACE = 8 << 10;

  private SitemapReader() {}

  /// Reads what was fetched from a place.
  ///
  /// @param location where it was found, after redirects
  public static SitemapResult read(URI location, byte[] body) {
    try {
      return startsWithMarkup(body) ? xml(location, body) : SitemapText.read(location, body);
    } catch (IOException e) {
      return new SitemapResult.Unreadable("the packed sitemap is damaged");
    }
  }

  private static SitemapResult xml(URI location, byte[] body) throws IOException {
    try (var text = MendingReader.of(Unpacking.open(body))) {
      return SitemapXml.read(location, text);
    }
  }

  private static boolean startsWithMarkup(byte[] body) throws IOException {
    try (var text = MendingReader.decoded(new BufferedInputStream(Unpacking.open(body)))) {
      for (var count = 0; count < LONGEST_WHITE_SPACE; count++) {
        var c = text.read();
        if (c != '\uFEFF' && !Character.isWhitespace(c)) return c == '<';
      }
      return false;
    }
  }
}
