package dev.seguia.feed;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The formats in which every feed is published.
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

  /// The format of a file name extension, in any case.
  public static Optional<FeedFormat> ofExtension(String extension) {
    return Stream.of(values())
        .filter(format -> format.extension().equalsIgnoreCase(extension))
        .findFirst();
  }

  /// The file name extension, without the dot.
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The name for people.
  public String label() {
    return label;
  }

  /// The media type without a charset, for links.
  public String mediaType() {
    return mediaType;
  }

  /// The media type with the charset, for HTTP.
  public String contentType() {
    return mediaType + "; charset=utf-8";
  }
}
