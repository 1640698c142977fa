package dev.seguia.normalise;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Takes what follows the reader out of a link, and leaves the rest in its author's spelling.
public final class LinkCleaner {
  private static final TrackingParameters TRACKING = TrackingParameters.listed();

  private LinkCleaner() {}

  /// The clean form of an absolute link; empty if it is no http or https URL.
  public static Optional<String> clean(String link) {
    return Url.parse(link).map(LinkCleaner::clean).map(Url::toString);
  }

  static Url clean(Url link) {
    var clean = link;
    if (link.query().isPresent()) clean = link.withQuery(cleanQuery(link, link.query().get()));
    return clean.fragment().filter(LinkCleaner::tracks).isPresent()
        ? clean.withFragment(Optional.empty())
        : clean;
  }

  private static Optional<String> cleanQuery(Url link, String query) {
    var host = link.host().toLowerCase(Locale.ROOT);
    var pairs = query.split("&", -1);
    if (Stream.of(pairs).noneMatch(pair -> tracks(pair, host))) return Optional.of(query);
    var kept =
        Stream.of(pairs).filter(pair -> !tracks(pair, host)).collect(Collectors.joining("&"));
    return Optional.of(kept).filter(rest -> !rest.isEmpty());
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
    return bare.indexOf('=') > 0
        && Stream.of(bare.split("&", -1)).allMatch(pair -> tracks(pair, ""));
  }
}
