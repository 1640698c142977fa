package dev.seguia.admin;

import dev.seguia.web.Request;
import java.net.URI;
import java.util.Optional;

/// What tells the operator's browser from others.
///
/// @param token empty: open to loopback only
/// @param baseUrl what the outside calls us
public record AuthSettings(Optional<String> token, URI baseUrl) {

  /// The path of the base URL, without a slash at the end: empty for most.
  String basePath() {
    var path = baseUrl.getRawPath();
    return path == null ? "" : path.replaceFirst("/+$", "");
  }

  boolean isSecure() {
    return "https".equals(baseUrl.getScheme());
  }

  /// Scheme, host and port, as browsers name the site of a page.
  String origin() {
    var port = baseUrl.getPort();
    var usual = port < 0 || port == (isSecure() ? 443 : 80);
    return baseUrl.getScheme() + "://" + baseUrl.getHost() + (usual ? "" : ":" + port);
  }

  /// Whether whoever asks is the operator, for sitting at this machine: where no token is set, and
  /// the outside is this machine, too. A base URL of another name tells of a proxy, which asks for
  /// others, and need not say so.
  boolean trusts(Request request) {
    return token.isEmpty()
        && TokenAuthentication.isLocalName(baseUrl.getRawAuthority())
        && TokenAuthentication.isLocal(request);
  }

  @Override
  public String toString() {
    return "DoorSettings[" + baseUrl + "]";
  }
}
