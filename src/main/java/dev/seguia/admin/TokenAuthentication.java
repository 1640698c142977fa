package dev.seguia.admin;

import dev.seguia.config.HttpSettings;
import dev.seguia.web.Request;
import dev.seguia.web.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Authenticates the operator's API requests, by token or by the local address.
final class TokenAuthentication {
  private static final String SCHEME = "Bearer ";

  private final HttpSettings settings;
  private final LocalAccess local;
  private final List<Secret> keys;
  private final LoginThrottle guesses;

  /// @param key that the commands show, who may read what only the operator may
  TokenAuthentication(HttpSettings settings, String key, LoginThrottle guesses) {
    this.settings = settings;
    local = new LocalAccess(settings);
    this.guesses = guesses;
    keys = Stream.concat(Stream.of(key), settings.token().stream()).map(Secret::new).toList();
  }

  /// Why a request is refused; empty for the operator's.
  Optional<Response> refusal(Request request) {
    if (isForeignPage(request))
      return Optional.of(
          Response.words(403, "Refused: the request was sent by a page of another site."));
    if (hasKey(request) || local.trusts(request)) return Optional.empty();
    if (shown(request).isPresent() && guesses.wrong(request)) return Optional.of(tooOften());
    return Optional.of(settings.token().isPresent() ? withoutToken() : fromElsewhere());
  }

  /// Wrong tokens come too fast from there.
  static Response tooOften() {
    return Response.words(429, "Too many wrong tokens: try again in a few seconds.")
        .with("Retry-After", Long.toString(LoginThrottle.PAUSE.toSeconds()));
  }

  private static Response withoutToken() {
    return Response.words(
            401,
            "Only the operator may do this: send the header Authorization: Bearer with http.token.")
        .with("WWW-Authenticate", "Bearer realm=\"seguia\"");
  }

  private static Response fromElsewhere() {
    return Response.words(
        403,
        "Only the operator may do this: use this machine, or set http.token. If http.base-url names"
            + " another machine, requests may come through a proxy: set http.token.");
  }

  /// A page of another site that makes the operator's browser ask.
  private static boolean isForeignPage(Request request) {
    var site = request.header("Sec-Fetch-Site");
    return !request.header("Origin").isEmpty()
        || !(site.isEmpty() || site.equals("none") || site.equals("same-origin"));
  }

  /// The scheme is in any case (RFC 9110 section 11.1).
  private static Optional<String> shown(Request request) {
    var header = request.header("Authorization");
    return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? Optional.of(header.substring(SCHEME.length()).strip())
        : Optional.empty();
  }

  private boolean hasKey(Request request) {
    return shown(request).filter(text -> keys.stream().anyMatch(key -> key.is(text))).isPresent();
  }
}
