package dev.seguia.config;

import dev.seguia.config.InvalidSettings.Check;
import dev.seguia.url.BaseUrl;
import java.net.InetAddress;
import java.util.Optional;

/// The settings of the HTTP server.
///
/// @param bind the address to listen on
/// @param baseUrl the public URL; the default follows the port
/// @param token of the operator; empty: only clients on this machine are the operator
public record HttpSettings(String bind, int port, BaseUrl baseUrl, Optional<String> token) {
  static final Section SECTION = new Section("http");

  private static final Key<String> BIND =
      SECTION.key("bind", Kind.TEXT, "127.0.0.1", "the address to listen on");
  private static final Key<Integer> PORT =
      SECTION.key("port", Kind.WHOLE_NUMBER, "8360", "the port to listen on; 0 for any free port");
  private static final Key<BaseUrl> BASE_URL =
      SECTION.key(
          "base-url",
          Kind.BASE_URL,
          "http://localhost:8360",
          "the public URL of this server, written into feeds and pages; the default follows the port");
  private static final Key<Optional<String>> TOKEN =
      SECTION.key(
          "token",
          Kind.TEXT_OR_NONE,
          "none",
          "the operator's token, for /admin and the forms on pages; none: access from this machine only");

  private static final BaseUrl LOCAL = BASE_URL.defaultValue();

  public HttpSettings {
    new Check()
        .that(
            isAddress(bind),
            BIND,
            "must be an address of this machine, as in 127.0.0.1, ::1 or 0.0.0.0",
            bind)
        .that(port >= 0 && port <= 65535, PORT, "must be between 0 and 65535", port)
        .done();
    if (baseUrl.equals(LOCAL)) baseUrl = local(port);
  }

  /// Reads the section.
  static HttpSettings read(Reading given) {
    return new HttpSettings(
        given.get(BIND), given.get(PORT), given.get(BASE_URL), given.get(TOKEN));
  }

  /// Whether a text is an IP address, or can be a host name.
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

  /// The same settings on another port.
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
