package dev.seguia.page;

import dev.seguia.feed.FeedFormat;
import dev.seguia.url.BaseUrl;
import java.util.List;
import java.util.function.Function;

/// The feeds to subscribe to for a page. Public for the templates alone.
///
/// @param feeds one for each format that is published
public record Subscription(List<Feed> feeds) {
  public Subscription {
    feeds = List.copyOf(feeds);
  }

  /// A feed.
  ///
  /// @param path seen from the base URL
  /// @param address the whole of it, to be copied into a reader
  public record Feed(FeedFormat format, String path, String address) {}

  /// @param path of the feed in a format, seen from the base URL
  static Subscription of(
      List<FeedFormat> formats, BaseUrl baseUrl, Function<FeedFormat, String> path) {
    return new Subscription(
        formats.stream()
            .map(format -> {
              var below = path.apply(format);
              return new Feed(format, below, baseUrl.resolve(below));
            })
            .toList());
  }

  /// The QR code of the first feed, if there is one.
  public QrPicture picture() {
    return QrPicture.of(feeds.getFirst().address());
  }

  public boolean isEmpty() {
    return feeds.isEmpty();
  }
}
