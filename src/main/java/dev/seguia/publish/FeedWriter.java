package dev.seguia.publish;

import dev.seguia.feed.FeedFormat;

/// Writes a merged feed in one format. Equal feeds give equal bytes.
sealed interface FeedWriter permits AtomWriter, RssWriter, JsonWriter {
  /// Our own elements, and where they are explained.
  String NAMESPACE = "https://seguia.dev/feed";

  /// The program's page.
  String HOME = "https://seguia.dev/";

  /// What marks the text of no known language (RFC 5646), so that none is inherited.
  String UNDETERMINED = "und";

  byte[] write(MergedFeed feed);

  static FeedWriter of(FeedFormat format) {
    return switch (format) {
      case ATOM -> new AtomWriter();
      case RSS -> new RssWriter();
      case JSON -> new JsonWriter();
    };
  }
}
