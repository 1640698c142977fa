package dev.seguia.sitemap;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.regex.Pattern;

/// Parses sitemaps in all their forms (sitemaps.org): XML, with the extensions for news and images,
/// lists of URLs, feeds, each of them also compressed. XML errors are repaired where possible.
public final class SitemapReader {
  private static final int LONGEST_WHITE_SPACE = 8 << 10;

  private static final Pattern SITEMAP =
      Pattern.compile(
          "<([\\w.-]{1,30}:)?(urlset|sitemapindex)\\b|^\\W{0,20}https?://",
          Pattern.CASE_INSENSITIVE);

  private SitemapReader() {}

  /// Parses a fetched document.
  ///
  /// @param location where it was found, after redirects
  public static SitemapResult read(URI location, byte[] body) {
    try {
      return startsWithMarkup(body) ? xml(location, body) : SitemapText.read(location, body);
    } catch (IOException e) {
      return new SitemapResult.Unreadable("the packed sitemap is damaged");
    }
  }

  /// Whether a document is a sitemap or a list of URLs; feeds can be read as sitemaps, but are not
  /// counted here.
  public static boolean isSitemap(byte[] body) {
    try (var text = MendingReader.decoded(new BufferedInputStream(Unpacking.open(body)))) {
      var start = new char[LONGEST_WHITE_SPACE];
      var length = text.read(start, 0, start.length);
      return length > 0 && SITEMAP.matcher(new String(start, 0, length)).find();
    } catch (IOException e) {
      return false;
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
