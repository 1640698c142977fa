package dev.seguia.feed;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The formats that we publish every feed in.
public enum FeedFormat {
  /// RFC 4287.
  ATOM("Atom", "application/atom+xml"),
  /// RSS 2.0.
  RSS("RSS", "application/rss+xml"),
  /// JSON Feed 1.1.
  JSON("JSON", "application/feed+json");

  private final String label;
  private final String mediaType;

  FeedFormat(String label, String mediaType) {
    this.label = label;
    this.mediaType = mediaType;
  }

  /// The format of a file name's ending, in any case.
  public static Optional<FeedFormat> ofExtension(String extension) {
    return Stream.of(values())
        .filter(format -> format.extension().equalsIgnoreCase(extension))
        .findFirst();
  }

  /// How the names of its documents end, without the dot.
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What people call it.
  public String label() {
    return label;
  }

  /// Without a charset, as links name it.
  public String mediaType() {
    return mediaType;
  }

  /// With the charset, as HTTP names it.
  public String contentType() {
    return mediaType + "; charset=utf-8";
  }
}
