package dev.seguia.fetch;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// The user name and password in a URL, `https://me:secret@host/feed`, sent by HTTP Basic
/// authentication (RFC 7617) to the origin that the URL names and to no other, even after
/// redirects.
record Login(String user, Target origin) {
  /// The login in a URL; empty for most.
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

  /// The URL without its login, for storing, logging and publishing.
  static URI without(URI url) {
    return userInfo(url)
        .map(user -> URI.create(url.toString().replace("//" + user + "@", "//")))
        .orElse(url);
  }

  /// The Authorization header for a URL, if the login is for its origin.
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
