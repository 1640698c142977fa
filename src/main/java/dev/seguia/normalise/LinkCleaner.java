package dev.seguia.normalise;

import dev.seguia.url.TrackingParameters;
import dev.seguia.url.Url;
import java.util.Locale;
import java.util.Optional;

/// Removes tracking from a link and leaves the rest unchanged: click counters (redirectors), and
/// tracking parameters.
public final class LinkCleaner {
  private static final TrackingParameters TRACKING = TrackingParameters.listed();

  private LinkCleaner() {}

  /// The clean form of an absolute link; empty if it is not an http or https URL.
  public static Optional<String> clean(String link) {
    return Url.parse(link).map(LinkCleaner::clean).map(Url::toString);
  }

  static Url clean(Url counted) {
    var link = Redirector.unwrap(counted);
    var clean = link.query().isPresent() ? withCleanQuery(link, link.query().get()) : link;
    return clean.fragment().isPresent() && tracks(clean.fragment().get())
        ? clean.withFragment(Optional.empty())
        : clean;
  }

  private static Url withCleanQuery(Url link, String query) {
    var host = link.host().toLowerCase(Locale.ROOT);
    var kept = new StringBuilder(query.length());
    for (int start = 0, end; start <= query.length(); start = end + 1) {
      end = endOfPair(query, start);
      var pair = query.substring(start, end);
      if (!tracks(pair, host)) kept.append(pair).append('&');
    }
    if (kept.length() > query.length()) return link;
    if (!kept.isEmpty()) kept.setLength(kept.length() - 1);
    return link.withQuery(kept.isEmpty() ? Optional.empty() : Optional.of(kept.toString()));
  }

  private static int endOfPair(String query, int start) {
    var end = query.indexOf('&', start);
    return end < 0 ? query.length() : end;
  }

  private static boolean tracks(String pair, String host) {
    var equals = pair.indexOf('=');
    var name = equals < 0 ? pair : pair.substring(0, equals);
    return TRACKING.contains(name, equals < 0 ? "" : pair.substring(equals + 1), host);
  }

  /// `#xtor=RSS-1` of French papers and `#:~:text=` of search engines; not `#section` and
  /// `#!/page`.
  private static boolean tracks(String fragment) {
    if (fragment.startsWith(":~:")) return true;
    var bare = fragment.startsWith("?") ? fragment.substring(1) : fragment;
    return bare.indexOf('=') > 0 && tracksInAll(bare);
  }

  private static boolean tracksInAll(String pairs) {
    for (int start = 0, end; start <= pairs.length(); start = end + 1) {
      end = endOfPair(pairs, start);
      if (!tracks(pairs.substring(start, end), "")) return false;
    }
    return true;
  }
}
