package dev.seguia.fetch;

import java.net.URI;
import java.util.Locale;
import org.apache.hc.core5.http.HttpHost;

/// The target of one request: a URL that has passed our rules.
///
/// @param url without its fragment
/// @param host in ASCII and lower case, without brackets or a last dot
record Target(URI url, String scheme, String host, int port) {
  /// Limit: lowest port that is connected to, besides 80 and 443; others are refused.
  private static final int FIRST_FREE_PORT = 1024;

  /// @throws RefusedException if it is none that we fetch
  static Target of(URI url) throws RefusedException {
    var scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https"))
      throw new RefusedException("only http and https are fetched, not '" + scheme + "'");
    var authority = url.getRawAuthority();
    if (authority == null) throw new RefusedException("the URL names no host");
    if (authority.contains("@"))
      throw new RefusedException(
          "redirects to a URL with a user name or password are not followed");
    // URI itself knows no host with an underscore or beyond ASCII; the world does.
    var colon = authority.lastIndexOf(':');
    if (colon < authority.lastIndexOf(']')) colon = -1;
    var host = colon < 0 ? authority : authority.substring(0, colon);
    var port = port(scheme, colon < 0 ? "" : authority.substring(colon + 1));
    return new Target(withoutFragment(url), scheme, HostName.of(host), port);
  }

  private static int port(String scheme, String text) throws RefusedException {
    if (text.isEmpty()) return scheme.equals("https") ? 443 : 80;
    var port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
    if (port == 80 || port == 443 || (port >= FIRST_FREE_PORT && port <= 65535)) return port;
    throw new RefusedException(
        "port " + text + " is not fetched from (80, 443 and above 1023 are)");
  }

  private static URI withoutFragment(URI url) {
    var text = url.toASCIIString();
    var hash = text.indexOf('#');
    return hash < 0 ? url : URI.create(text.substring(0, hash));
  }

  Site site() {
    return new Site(host, isDefaultPort() ? -1 : port);
  }

  HttpHost httpHost() {
    return new HttpHost(scheme, host, isDefaultPort() ? -1 : port);
  }

  private boolean isDefaultPort() {
    return port == (scheme.equals("https") ? 443 : 80);
  }

  /// The URL as it is sent: normalised host, the rest in ASCII.
  URI requestUrl() {
    var ascii = URI.create(url.toASCIIString());
    var path = ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
    var query = ascii.getRawQuery() == null ? "" : "?" + ascii.getRawQuery();
    return URI.create(httpHost().toURI() + path + query);
  }

  /// The host as a person reads it, with a port that is not the usual one.
  String hostInWords() {
    return httpHost().toHostString();
  }
}
