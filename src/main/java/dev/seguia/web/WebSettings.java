package dev.seguia.web;

import dev.seguia.url.BaseUrl;

/// Where the server listens, and its public base URL.
///
/// @param bind an address of this machine
/// @param port 0 for any that is free
/// @param baseUrl what the outside calls us; a path in it is that of a reverse proxy
public record WebSettings(String bind, int port, BaseUrl baseUrl) {
  public WebSettings {
    if (port < 0 || port > 65_535)
      throw new IllegalArgumentException("http.port must be 0 to 65535, not " + port);
  }
}
