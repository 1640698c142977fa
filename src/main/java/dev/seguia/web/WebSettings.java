package dev.seguia.web;

import java.net.URI;

/// Where the server listens and what the outside calls it.
///
/// @param bind an address of this machine
/// @param port 0 for any that is free
/// @param baseUrl what the outside calls us; a path in it is that of a reverse proxy
public record WebSettings(String bind, int port, String baseUrl) {
  public WebSettings {
    baseUrl = baseUrl.replaceFirst("/+$", "");
    if (port < 0 || port > 65_535)
      throw new IllegalArgumentException("http.port must be 0 to 65535, not " + port);
  }

  /// The path of the base URL, without a slash at the end: empty for most.
  String basePath() {
    var path = URI.create(baseUrl).getRawPath();
    return path == null ? "" : path;
  }
}
