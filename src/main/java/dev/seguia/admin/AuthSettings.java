package dev.seguia.admin;

import dev.seguia.url.BaseUrl;
import dev.seguia.web.Request;
import java.util.Optional;

/// The settings by which the operator is authenticated.
///
/// @param token empty: open to loopback only
/// @param baseUrl what the outside calls us
public record AuthSettings(Optional<String> token, BaseUrl baseUrl) {
  /// Whether a local client is the operator: if no token is set, and the base URL names this
  /// machine, too. Another name in the base URL means a proxy, which forwards requests of others,
  /// with or without saying so.
  boolean trusts(Request request) {
    return token.isEmpty()
        && TokenAuthentication.isLocalName(baseUrl.authority())
        && TokenAuthentication.isLocal(request);
  }

  @Override
  public String toString() {
    return "AuthSettings[" + baseUrl + "]";
  }
}
