package dev.seguia.parse;

import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import java.util.Locale;
import java.util.Optional;
import org.jdom2.Document;

/// The only access to Rome's parsers.
final class Rome {
  private Rome() {}

  /// What Rome makes of a tidied document; nothing, if it gives up. That takes a fault of Rome's
  /// own, since the document has been brought into shape before.
  static Optional<WireFeed> read(Document document) {
    try {
      return Optional.of(new WireFeedInput(false, Locale.ROOT).build(document));
    } catch (FeedException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
