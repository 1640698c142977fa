package dev.seguia.page;

import dev.seguia.feed.FeedFormat;
import dev.seguia.url.BaseUrl;
import dev.seguia.web.AskedQuery;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The feeds to subscribe to for a page. Public for the templates alone.
///
/// @param feeds one for each format that is published
/// @param variants of the feed, of which one is shown; none where there is one only
public record Subscription(List<Feed> feeds, List<Variant> variants) {
  public Subscription {
    feeds = List.copyOf(feeds);
    variants = List.copyOf(variants);
  }

  /// A feed.
  ///
  /// @param path seen from the base URL
  /// @param address the whole of it, to be copied into a reader
  public record Feed(FeedFormat format, String path, String address) {
    /// Opens the reader that is installed. In this form, which is the valid one as a URL, it does
    /// not say `https`: our script writes it out as `feed:https://…`.
    public String inReader() {
      return "feed:" + address.substring(address.indexOf(':') + 1);
    }

    /// Links that add it to a reader on the web, one for each.
    public List<ReaderLink> readers() {
      return Stream.of(WebReader.values()).map(reader -> reader.link(address)).toList();
    }
  }

  /// A variant of the feed, such as one entry per story.
  ///
  /// @param key of its name
  /// @param page that offers it, seen from the base URL
  /// @param isChosen whether it is the one that is shown
  public record Variant(String key, String page, boolean isChosen) {}

  /// A link that adds a feed to a reader on the web.
  public record ReaderLink(String name, String address) {}

  /// The readers on the web that pages lead to.
  private enum WebReader {
    FEEDLY("Feedly", "https://feedly.com/i/subscription/feed%2F"),
    INOREADER("Inoreader", "https://www.inoreader.com/?add_feed="),
    NEWSBLUR("NewsBlur", "https://www.newsblur.com/?url="),
    MINIFLUX("Miniflux", "https://reader.miniflux.app/bookmarklet?uri=");

    private final String label;
    private final String prefix;

    WebReader(String label, String prefix) {
      this.label = label;
      this.prefix = prefix;
    }

    ReaderLink link(String feed) {
      return new ReaderLink(label, prefix + AskedQuery.encoded(feed));
    }
  }

  /// Nothing to subscribe to.
  static Subscription none() {
    return new Subscription(List.of(), List.of());
  }

  /// @param path of the feed in a format, seen from the base URL
  static Subscription of(
      List<FeedFormat> formats,
      BaseUrl baseUrl,
      Function<FeedFormat, String> path,
      List<Variant> variants) {
    return new Subscription(
        formats.stream()
            .map(format -> {
              var below = path.apply(format);
              return new Feed(format, below, baseUrl.resolve(below));
            })
            .toList(),
        variants);
  }

  /// The feed to recommend; empty if there is none.
  public Optional<Feed> first() {
    return feeds.stream().findFirst();
  }

  /// The same feed in the other formats.
  public List<Feed> others() {
    return feeds.stream().skip(1).toList();
  }

  /// Whether another variant than the usual one was chosen.
  public boolean isSpecial() {
    return variants.stream().skip(1).anyMatch(Variant::isChosen);
  }

  /// The QR code of a feed.
  public QrPicture picture(Feed feed) {
    return QrPicture.of(feed.address());
  }
}
