package dev.seguia.scrape;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/// A web page.
///
/// @param location where it was found, after redirects
/// @param document knows its base: `absUrl` resolves against it
public record WebPage(URI location, Document document) {
  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9._:-]+)", Pattern.CASE_INSENSITIVE);

  /// Reads a page. HTML has no faults: whatever the bytes are, a tree comes of them.
  ///
  /// @param contentType the header of that name, as it came
  public static WebPage of(URI location, Optional<String> contentType, byte[] body) {
    try {
      var document =
          Jsoup.parse(
              new ByteArrayInputStream(body),
              isUtf8(body) ? "UTF-8" : contentType.flatMap(WebPage::charset).orElse(null),
              location.toString());
      return new WebPage(location, document);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// What can be read as UTF-8, and is more than ASCII, is UTF-8 whatever header and page say:
  /// pages are stored and served anew by programs that change the bytes and not the label.
  private static boolean isUtf8(byte[] body) {
    var isAscii = true;
    for (var octet : body) isAscii &= octet >= 0;
    if (isAscii) return false;
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
      return true;
    } catch (CharacterCodingException another) {
      return false;
    }
  }

  private static Optional<@Nullable String> charset(String contentType) {
    var found = CHARSET.matcher(contentType);
    if (!found.find()) return Optional.empty();
    return Charset.isSupported(found.group(1)) ? Optional.of(found.group(1)) : Optional.empty();
  }
}
