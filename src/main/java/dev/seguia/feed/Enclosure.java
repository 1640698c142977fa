package dev.seguia.feed;

import java.util.Optional;
import java.util.OptionalLong;

/// An enclosure of an entry: audio, video, an image (RSS `enclosure`, Atom `link rel="enclosure"`,
/// `media:content`, JSON Feed `attachments`).
///
/// @param url absolute
/// @param type the media type, as in `audio/mpeg`
/// @param length in bytes; empty where it is unknown, which many feeds write as 0
public record Enclosure(String url, Optional<String> type, OptionalLong length) {
  public Enclosure {
    if (url.isBlank()) throw new IllegalArgumentException("an enclosure needs a URL");
    if (length.isPresent() && length.getAsLong() <= 0) length = OptionalLong.empty();
  }

  /// Whether both are the same file: the same address except for a token in its query, or the same
  /// type and length, as with a download counter in between.
  public boolean isSameFile(Enclosure other) {
    if (url.equals(other.url)) return true;
    if (isSameLength(other) && type.equals(other.type)) return true;
    return file().filter(file -> other.file().equals(Optional.of(file))).isPresent();
  }

  private boolean isSameLength(Enclosure other) {
    return length.isPresent() && length.equals(other.length);
  }

  /// The address without scheme and query, where its path names a file, as in `/one.mp3`.
  private Optional<String> file() {
    var query = url.indexOf('?');
    var place = query < 0 ? url : url.substring(0, query);
    var scheme = place.indexOf("://");
    var file = scheme < 0 ? place : place.substring(scheme + 3);
    return file.lastIndexOf('.') > file.lastIndexOf('/') && file.indexOf('/') > 0
        ? Optional.of(file)
        : Optional.empty();
  }

  public static Enclosure of(String url) {
    return new Enclosure(url, Optional.empty(), OptionalLong.empty());
  }
}
