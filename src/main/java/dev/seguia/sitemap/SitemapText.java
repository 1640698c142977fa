package dev.seguia.sitemap;

import dev.seguia.xml.XmlErrors;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;

/// Parses a list of URLs, one per line.
final class SitemapText {
  private SitemapText() {}

  static SitemapResult read(URI location, byte[] body) throws IOException {
    var pages = new PageList(location);
    var fault = "";
    try (var text =
        new BufferedReader(MendingReader.decoded(new BufferedInputStream(Unpacking.open(body))))) {
      fault = read(text, pages);
    }
    return pages.isEmpty()
        ? new SitemapResult.Unreadable(
            fault.isEmpty() ? "this is neither XML nor a list of URLs" : fault)
        : new SitemapResult.Pages(pages.feed(fault.isEmpty()));
  }

  /// Adds what the lines name.
  ///
  /// @return why it was not read to its end, or an empty text
  private static String read(BufferedReader text, PageList pages) {
    var line = new StringBuilder();
    try {
      while (true) {
        var c = text.read();
        if (c >= ' ' && line.length() <= PageList.LONGEST_URL) line.append((char) c);
        if (c >= 0 && c != '\n' && c != '\r') continue;
        if (isUrl(line) && !pages.add(line.toString())) return "it lists too much";
        if (c < 0) return "";
        line.setLength(0);
      }
    } catch (IOException e) {
      return XmlErrors.reason(e);
    }
  }

  private static boolean isUrl(StringBuilder line) {
    var text = line.toString().replace("\uFEFF", "").strip();
    return text.regionMatches(true, 0, "http://", 0, 7)
        || text.regionMatches(true, 0, "https://", 0, 8);
  }
}
