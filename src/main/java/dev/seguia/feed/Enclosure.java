package dev.seguia.feed;

import java.util.Optional;
import java.util.OptionalLong;

/// A file that belongs to an entry: a podcast's sound, a film, an image (RSS `enclosure`, Atom
/// `link rel="enclosure"`, `media:content`, JSON Feed `attachments`).
///
/// @param url absolute
/// @param type the media type, as in `audio/mpeg`
/// @param length in bytes; never negative
public record Enclosure(String url, Optional<String> type, OptionalLong length) {
  public Enclosure {
    if (url.isBlank()) throw new IllegalArgumentException("an enclosure needs a URL");
    if (length.isPresent() && length.getAsLong() < 0) length = OptionalLong.empty();
  }

  public static Enclosure of(String url) {
    return new Enclosure(url, Optional.empty(), OptionalLong.empty());
  }
}
