package dev.seguia.config;

import dev.seguia.config.InvalidSettings.Check;
import java.net.URI;
import java.util.Optional;

/// Where we serve.
///
/// @param baseUrl where the outside finds us, without a slash at its end; follows the port while it
///   is at its default
/// @param token empty: what it guards is open to loopback only
public record Http(String bind, int port, URI baseUrl, Optional<String> token) {
  private static final URI LOCAL = URI.create("http://localhost:8360");

  public Http {
    baseUrl = URI.create(baseUrl.toString().replaceFirst("/+$", ""));
    if (baseUrl.equals(LOCAL)) baseUrl = URI.create("http://localhost:" + port);
    new Check()
        .that(!bind.isBlank(), "http.bind", "must name an address", bind)
        .that(port >= 0 && port <= 65535, "http.port", "must lie between 0 and 65535", port)
        .that(isHttp(baseUrl), "http.base-url", "must be an http or https URL", baseUrl)
        .done();
  }

  private static boolean isHttp(URI url) {
    var scheme = url.getScheme();
    return ("http".equals(scheme) || "https".equals(scheme))
        && url.getHost() != null
        && url.getQuery() == null
        && url.getFragment() == null;
  }

  /// The same on another port.
  public Http withPort(int other) {
    return new Http(bind, other, isLocal() ? LOCAL : baseUrl, token);
  }

  private boolean isLocal() {
    return baseUrl.equals(URI.create("http://localhost:" + port));
  }

  @Override
  public String toString() {
    return "Http[%s:%d, %s, token=%s]"
        .formatted(bind, port, baseUrl, token.map(t -> Config.HIDDEN));
  }
}
