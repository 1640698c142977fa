package dev.seguia.search;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The names by which a source's host can be searched for.
final class Hosts {
  private Hosts() {}

  /// The host and its parent domains: `rss.lemonde.fr` and `lemonde.fr`.
  static List<String> of(URI url) {
    var hosts = new ArrayList<String>();
    var host = url.getHost();
    var rest = host == null ? "" : host.toLowerCase(Locale.ROOT);
    while (rest.indexOf('.') > 0) {
      hosts.add(rest);
      rest = rest.substring(rest.indexOf('.') + 1);
    }
    return hosts;
  }

  /// The host in a query, which may be a whole URL.
  static String asked(String text) {
    var bare = text.strip().toLowerCase(Locale.ROOT).replaceFirst("^[a-z]+://", "");
    return bare.replaceFirst("^www\\.", "").replaceFirst("[/:?#].*$", "");
  }
}
