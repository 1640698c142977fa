package dev.seguia.url;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/// The base URL that the outside reaches us at, `http.base-url`: an http or https URL without query
/// and fragment. Its path, if it has one, is that of a reverse proxy.
///
/// @param url without slashes at its end
public record BaseUrl(URI url) {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  public BaseUrl {
    if (!isBase(url))
      throw new IllegalArgumentException(
          "a base URL is an http or https URL without query and fragment, not " + url);
    url = URI.create(url.toString().replaceFirst("/+$", ""));
  }

  /// The base URL that a text is.
  ///
  /// @throws IllegalArgumentException if it is none
  public static BaseUrl of(String text) {
    return new BaseUrl(URI.create(text));
  }

  /// The base URL that a text is; empty if it is none.
  public static Optional<BaseUrl> parse(String text) {
    try {
      return Optional.of(new URI(text)).filter(BaseUrl::isBase).map(BaseUrl::new);
    } catch (URISyntaxException none) {
      return Optional.empty();
    }
  }

  private static boolean isBase(URI url) {
    return ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
        && url.getHost() != null
        && url.getQuery() == null
        && url.getFragment() == null;
  }

  /// The URL of a document of ours.
  ///
  /// @param below the base URL, as in `feeds/all.atom`, percent-encoded
  public String resolve(String below) {
    return url + "/" + below;
  }

  /// The path before all paths of ours, percent-encoded and without a slash at its end: empty for
  /// most.
  public String path() {
    return url.getRawPath();
  }

  public String host() {
    return url.getHost();
  }

  /// Host and port as they are written.
  public String authority() {
    return url.getRawAuthority();
  }

  public boolean isHttps() {
    return "https".equals(url.getScheme());
  }

  /// Scheme, host and port, as browsers name the site of a page (RFC 6454).
  public String origin() {
    var port = url.getPort();
    var usual = port < 0 || port == (isHttps() ? HTTPS : HTTP);
    return url.getScheme() + "://" + host() + (usual ? "" : ":" + port);
  }

  /// The URL itself, as it is shown.
  @Override
  public String toString() {
    return url.toString();
  }
}
