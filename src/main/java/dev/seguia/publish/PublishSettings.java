package dev.seguia.publish;

import dev.seguia.feed.FeedFormat;
import dev.seguia.url.BaseUrl;
import java.util.Set;

/// How feeds are published.
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

  /// All that documents show of these settings, and of the way that this program writes them.
  String look() {
    return "%s %d %d".formatted(baseUrl, size, WRITTEN);
  }

  /// The settings of a new installation.
  public static PublishSettings defaults(BaseUrl baseUrl) {
    return new PublishSettings(baseUrl, 50, 1000, Set.of(FeedFormat.values()));
  }
}
