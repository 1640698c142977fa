package dev.seguia.config;

import dev.seguia.config.InvalidSettings.Check;
import dev.seguia.url.BaseUrl;
import java.net.InetAddress;
import java.util.Optional;

/// Where we serve.
///
/// @param baseUrl where the outside finds us; follows the port while it is at its default
/// @param token empty: what it guards is open to loopback only
public record HttpSettings(String bind, int port, BaseUrl baseUrl, Optional<String> token) {
  private static final BaseUrl LOCAL = BaseUrl.of("http://localhost:8360");

  public HttpSettings {
    new Check()
        .that(
            isAddress(bind),
            "http.bind",
            "must be an address of this machine, as in 127.0.0.1, ::1 or 0.0.0.0",
            bind)
        .that(port >= 0 && port <= 65535, "http.port", "must lie between 0 and 65535", port)
        .done();
    if (baseUrl.equals(LOCAL)) baseUrl = local(port);
  }

  /// Whether it is an address, or may be the name of a host.
  private static boolean isAddress(String bind) {
    if (bind.matches("[0-9.]+")) return bind.matches("(\\d+\\.){3}\\d+") && isLiteral(bind);
    if (bind.contains(":")) return bind.matches("[0-9A-Fa-f:.]+(%.+)?") && isLiteral(bind);
    return bind.matches("[A-Za-z0-9_][A-Za-z0-9._-]*");
  }

  private static boolean isLiteral(String bind) {
    try {
      return InetAddress.ofLiteral(bind).getAddress().length > 0;
    } catch (IllegalArgumentException none) {
      return false;
    }
  }

  /// The same on another port.
  public HttpSettings withPort(int other) {
    return new HttpSettings(bind, other, isLocal() ? LOCAL : baseUrl, token);
  }

  private boolean isLocal() {
    return baseUrl.equals(local(port));
  }

  private static BaseUrl local(int port) {
    return BaseUrl.of("http://localhost:" + port);
  }

  @Override
  public String toString() {
    return "HttpSettings[%s:%d, %s, token=%s]"
        .formatted(bind, port, baseUrl, token.map(t -> Config.HIDDEN));
  }
}
