package dev.seguia.admin;

import dev.seguia.config.HttpSettings;
import dev.seguia.web.Preferences;
import dev.seguia.web.Request;
import dev.seguia.web.Response;
import java.util.Optional;
import java.util.stream.Stream;

/// Authenticates the operator in a browser: with a token if one is set, or else by the local
/// address, as long as the base URL names this machine, too. Another name in the base URL means a
/// proxy, whose requests may come from anyone.
public final class SessionAuthentication {
  static final String COOKIE = "seguia-operator";

  private final HttpSettings settings;
  private final LocalAccess local;
  private final Sessions sessions;
  private final Optional<Secret> token;
  private final LoginThrottle guesses;

  /// @param guesses shared with the other ways in
  public SessionAuthentication(HttpSettings settings, Sessions sessions, LoginThrottle guesses) {
    this.settings = settings;
    local = new LocalAccess(settings);
    this.sessions = sessions;
    token = settings.token().map(Secret::new);
    this.guesses = guesses;
  }

  /// An authenticated operator.
  ///
  /// @param cookie to be set with the page, if the browser has none so far
  public record Welcome(Session session, Optional<String> cookie) {}

  /// Whether the operator logs in with a token.
  public boolean takesToken() {
    return token.isPresent();
  }

  String basePath() {
    return settings.baseUrl().path();
  }

  /// Authenticates the request for a page.
  public Optional<Welcome> welcome(Request request) {
    return session(request)
        .map(session -> new Welcome(session, Optional.empty()))
        .or(() -> atThisMachine(request));
  }

  private Optional<Welcome> atThisMachine(Request request) {
    if (!local.trusts(request) || !isOwnVisit(request)) return Optional.empty();
    return Optional.of(open());
  }

  private Welcome open() {
    var session = sessions.open(token);
    return new Welcome(session, Optional.of(cookie(session.id(), Sessions.LIFE.toSeconds())));
  }

  /// A person with a browser, whom no other site has sent.
  private static boolean isOwnVisit(Request request) {
    var site = request.header("Sec-Fetch-Site");
    return Preferences.wantPage(request)
        && request.header("Origin").isEmpty()
        && (site.isEmpty() || site.equals("none") || site.equals("same-origin"));
  }

  private Optional<Session> session(Request request) {
    if (!takesToken() && !local.trusts(request)) return Optional.empty();
    return cookies(request)
        .flatMap(id -> sessions.find(id).stream())
        .filter(session -> session.isOf(token))
        .findFirst();
  }

  private static Stream<String> cookies(Request request) {
    return Stream.of(request.header("Cookie").split("[;,]"))
        .map(pair -> pair.strip().split("=", 2))
        .filter(pair -> pair.length == 2 && pair[0].equals(COOKIE))
        .map(pair -> pair[1]);
  }

  /// The session that a form was sent in; empty if its CSRF token is wrong.
  Optional<Session> formOf(Request request) {
    if (isForeign(request)) return Optional.empty();
    return session(request)
        .filter(session -> request.field("key").filter(session::isKey).isPresent());
  }

  /// The outcome of a login.
  sealed interface Login {
    /// The token is right.
    record In(String cookie) implements Login {}

    /// The token is wrong, or none is set.
    record Wrong() implements Login {}

    /// The token is wrong, and too many wrong ones came from that address.
    record TooOften() implements Login {}

    /// The form is not ours (CSRF).
    record Foreign() implements Login {}
  }

  Login login(Request request) {
    if (isForeign(request)) return new Login.Foreign();
    if (token.isEmpty()) return new Login.Wrong();
    if (!token.get().is(request.field("token").orElse("").strip()))
      return guesses.wrong(request) ? new Login.TooOften() : new Login.Wrong();
    return new Login.In(open().cookie().orElseThrow());
  }

  /// Ends a session.
  ///
  /// @return the cookie that takes the browser's away
  String logout(Session session) {
    sessions.close(session);
    return cookie("", 0);
  }

  /// A page of another site that makes the operator's browser send a form.
  private boolean isForeign(Request request) {
    var origin = request.header("Origin");
    var site = request.header("Sec-Fetch-Site");
    return !(origin.isEmpty() || isOurs(origin, request.header("Host")))
        || !(site.isEmpty() || site.equals("same-origin"));
  }

  private boolean isOurs(String origin, String host) {
    return origin.equalsIgnoreCase(settings.baseUrl().origin())
        || (!host.isEmpty()
            && (origin.equalsIgnoreCase("http://" + host)
                || origin.equalsIgnoreCase("https://" + host)));
  }

  private String cookie(String value, long seconds) {
    var path = basePath().isEmpty() ? "/" : basePath();
    return COOKIE
        + "="
        + value
        + "; Path="
        + path
        + "; Max-Age="
        + seconds
        + "; HttpOnly; SameSite=Strict"
        + (settings.baseUrl().isHttps() ? "; Secure" : "");
  }

  /// To a page of ours.
  ///
  /// @param path with a slash at its beginning
  Response back(String path) {
    return Response.seeOther(basePath() + path);
  }
}
