package dev.seguia.publish;

import dev.seguia.feed.FeedFormat;
import dev.seguia.url.BaseUrl;
import java.util.Set;

/// The settings of published feeds.
///
/// @param baseUrl what the outside calls us
/// @param size how many entries a feed holds
/// @param maxSize how many a request may ask for at most
/// @param formats those that are served
public record PublishSettings(BaseUrl baseUrl, int size, int maxSize, Set<FeedFormat> formats) {
  /// To be raised with every change of what the writers make of the same entries: golden files that
  /// change say so.
  private static final int WRITTEN = 1;

  public PublishSettings {
    formats = Set.copyOf(formats);
    if (size < 1) throw new IllegalArgumentException("feeds.size must be 1 or more, not " + size);
    if (maxSize < size)
      throw new IllegalArgumentException(
          "feeds.max-size must not be below feeds.size (" + size + "), but is " + maxSize);
  }

  /// A fingerprint of these settings, and of the version of the writers, as far as documents depend
  /// on them.
  String look() {
    return "%s %d %d".formatted(baseUrl, size, WRITTEN);
  }

  /// The settings of a new installation.
  public static PublishSettings defaults(BaseUrl baseUrl) {
    return new PublishSettings(baseUrl, 50, 1000, Set.of(FeedFormat.values()));
  }
}
