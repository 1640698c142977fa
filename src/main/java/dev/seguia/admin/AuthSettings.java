package dev.seguia.admin;

import dev.seguia.url.BaseUrl;
import dev.seguia.web.Request;
import java.util.Optional;

/// What tells the operator's browser from others.
///
/// @param token empty: open to loopback only
/// @param baseUrl what the outside calls us
public record AuthSettings(Optional<String> token, BaseUrl baseUrl) {
  /// Whether whoever asks is the operator, for sitting at this machine: where no token is set, and
  /// the outside is this machine, too. A base URL of another name tells of a proxy, which asks for
  /// others, and need not say so.
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
