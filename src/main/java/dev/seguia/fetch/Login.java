package dev.seguia.fetch;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// The user name and password in a URL, `https://me:secret@host/feed`, sent by HTTP Basic
/// authentication (RFC 7617) to the origin that the URL names and to no other, whatever redirects
/// lead to.
record Login(String user, Target origin) {
  /// That of a URL; empty for most.
  static Optional<Login> of(URI url) throws RefusedException {
    var user = userInfo(url);
    if (user.isEmpty()) return Optional.empty();
    return Optional.of(new Login(user.get(), Target.of(without(url))));
  }

  private static Optional<String> userInfo(URI url) {
    var authority = url.getRawAuthority();
    var at = authority == null ? -1 : authority.lastIndexOf('@');
    return at < 0 ? Optional.empty() : Optional.of(authority.substring(0, at));
  }

  /// The URL without it: what is handed on, remembered and shown.
  static URI without(URI url) {
    return userInfo(url)
        .map(user -> URI.create(url.toString().replace("//" + user + "@", "//")))
        .orElse(url);
  }

  /// The header for a place, if it is the one that the login is for.
  Optional<String> authorization(Target target) {
    var isThere =
        target.scheme().equals(origin.scheme())
            && target.host().equals(origin.host())
            && target.port() == origin.port();
    return isThere ? Optional.of(header()) : Optional.empty();
  }

  private String header() {
    var colon = user.indexOf(':') < 0 ? ":" : "";
    var plain = URLDecoder.decode(user.replace("+", "%2B"), StandardCharsets.UTF_8) + colon;
    return "Basic " + Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "Login[" + origin.site() + "]";
  }
}
