package dev.seguia.admin;

import dev.seguia.config.HttpSettings;
import dev.seguia.web.Request;
import java.util.List;
import java.util.regex.Pattern;

/// Authenticates the operator by the local address, while no token is set.
record LocalAccess(HttpSettings http) {
  private static final Pattern LOCAL_HOST =
      Pattern.compile(
          "(localhost|127(\\.\\d{1,3}){3}|\\[::1\\])?(:\\d+)?", Pattern.CASE_INSENSITIVE);

  /// What proxies add to the requests of others.
  private static final List<String> PROXIES =
      List.of(
          "Forwarded",
          "Via",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "X-Forwarded-Server",
          "X-Real-IP",
          "CF-Connecting-IP");

  /// Whether a local client is the operator: if no token is set, and the base URL names this
  /// machine, too. Another name in the base URL means a proxy, which forwards requests of others,
  /// with or without saying so.
  boolean trusts(Request request) {
    return http.token().isEmpty() && isLocalName(http.baseUrl().authority()) && isLocal(request);
  }

  /// Whether the client is on this machine and not a proxy, which forwards requests of others, nor
  /// a page whose host name was made to resolve to this machine (DNS rebinding).
  private static boolean isLocal(Request request) {
    return request.remote().isLoopbackAddress()
        && isLocalName(request.header("Host"))
        && PROXIES.stream().allMatch(header -> request.header(header).isEmpty());
  }

  /// Whether a host is this machine by its name, with or without a port.
  private static boolean isLocalName(String host) {
    return LOCAL_HOST.matcher(host).matches();
  }
}
