package dev.seguia.store.state;

import dev.seguia.feed.Feed;
import dev.seguia.url.UrlSecrets;
import java.net.URI;

/// A source in the store, even if it is no longer in the OPML file.
///
/// @param id as in [dev.seguia.source.Source#id()]
/// @param title the OPML file's, or else the feed's own
/// @param header what the feed last said of itself
public record StoredSource(String id, URI url, String title, Feed.Header header) {
  /// Whether the whole URL may be published: it contains no credentials.
  public boolean isPublic() {
    return !UrlSecrets.areIn(url.toString());
  }

  /// The URL without credentials.
  public String publicUrl() {
    return UrlSecrets.without(url.toString());
  }
}
