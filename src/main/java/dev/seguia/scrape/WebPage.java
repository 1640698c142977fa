package dev.seguia.scrape;

import dev.seguia.charsets.CharsetDetector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// A parsed web page.
///
/// @param location where it was found, after redirects
/// @param document knows its base: `absUrl` resolves against it
public record WebPage(URI location, Document document) {
  /// Parses a page. HTML parsing never fails: any bytes give a tree.
  ///
  /// @param contentType the header of that name, as it came
  public static WebPage of(URI location, Optional<String> contentType, byte[] body) {
    var charset = CharsetDetector.ofPage(body, contentType);
    try {
      return new WebPage(
          location,
          Jsoup.parse(new ByteArrayInputStream(body), charset.name(), location.toString()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
