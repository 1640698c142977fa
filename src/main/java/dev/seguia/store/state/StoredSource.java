package dev.seguia.store.state;

import dev.seguia.feed.Feed;
import dev.seguia.url.UrlSecrets;
import java.net.URI;

/// A source as the store knows it, also after it has left the OPML file.
///
/// @param id as in [dev.seguia.source.Source#id()]
/// @param title the OPML file's, or else the feed's own
/// @param header what the feed last said of itself
public record StoredSource(String id, URI url, String title, Feed.Header header) {
  /// Whether the whole URL may be published: it holds nothing that lets its reader in.
  public boolean isPublic() {
    return !UrlSecrets.areIn(url.toString());
  }

  /// The URL as it may be published.
  public String publicUrl() {
    return UrlSecrets.without(url.toString());
  }
}
