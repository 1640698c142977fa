package dev.seguia.admin;

import dev.seguia.store.entry.EntryName;
import dev.seguia.web.Request;
import dev.seguia.web.Response;
import dev.seguia.web.Route;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// The operator's forms below `/admin/forms`, protected by a CSRF token, and login and logout. Each
/// redirects back to its page, which shows the result.
public final class OperatorForms {
  private static final Response STRANGER =
      Response.words(
          403,
          "Only the operator may do this: go back, reload the page and try again, or log in at"
              + " /login");

  private final SessionAuthentication authentication;
  private final EntryActions actions;
  private final RuleReapplication reapplication;
  private final SourceActions sourceActions;

  /// The actions outside the store.
  ///
  /// @param pollNow polls the source of an id; empty if there is none
  /// @param hold holds the polls of the source of an id, or lets them go on; answers whether there
  ///   is such a source
  public record SourceActions(
      Function<String, Optional<PollReport>> pollNow, BiFunction<String, Boolean, Boolean> hold) {}

  public OperatorForms(
      SessionAuthentication authentication,
      EntryActions actions,
      RuleReapplication reapplication,
      SourceActions sourceActions) {
    this.authentication = authentication;
    this.actions = actions;
    this.reapplication = reapplication;
    this.sourceActions = sourceActions;
  }

  public List<Route> routes() {
    return List.of(
        Route.form("/login", this::login),
        form("/logout", this::logout),
        form("/admin/forms/poll", this::poll),
        form("/admin/forms/pause", (request, session) -> hold(request, session, true)),
        form("/admin/forms/resume", (request, session) -> hold(request, session, false)),
        form("/admin/forms/split", this::split),
        form("/admin/forms/apply", this::apply));
  }

  private Route form(String path, BiFunction<Request, Session, Response> work) {
    return Route.form(
        path,
        request ->
            authentication
                .formOf(request)
                .map(session -> work.apply(request, session))
                .orElse(STRANGER));
  }

  private Response login(Request request) {
    return switch (authentication.login(request)) {
      case SessionAuthentication.Login.In(var cookie) -> {
        OperatorLog.loggedIn(request);
        yield authentication.back("/sources").with("Set-Cookie", cookie);
      }
      case SessionAuthentication.Login.Wrong() -> authentication.back("/login?wrong");
      case SessionAuthentication.Login.TooOften() -> TokenAuthentication.tooOften();
      case SessionAuthentication.Login.Foreign() -> STRANGER;
    };
  }

  private Response logout(Request request, Session session) {
    OperatorLog.loggedOut(request);
    return authentication.back("/sources").with("Set-Cookie", authentication.logout(session));
  }

  private Response poll(Request request, Session session) {
    return request
        .field("source")
        .flatMap(sourceActions.pollNow())
        .map(report -> {
          OperatorLog.polled(request, report.id());
          return told(session, Notice.of(report), "/sources/" + report.id());
        })
        .orElseGet(OperatorForms::noSource);
  }

  private Response hold(Request request, Session session, boolean held) {
    var notice = Notice.of(held ? Notice.Kind.PAUSED : Notice.Kind.RESUMED);
    return request
        .field("source")
        .filter(id -> sourceActions.hold().apply(id, held))
        .map(id -> {
          OperatorLog.held(request, id, held);
          return told(session, notice, "/sources/" + id);
        })
        .orElseGet(OperatorForms::noSource);
  }

  private Response split(Request request, Session session) {
    var name = request.field("entry").filter(EntryName::isOne).orElse("");
    return request
        .field("source")
        .flatMap(source -> actions.split(name, Optional.of(source)))
        .map(split -> {
          OperatorLog.split(request, name);
          return told(session, Notice.of(split), "/entries/" + name);
        })
        .orElseGet(() -> Response.words(404, "No such entry."));
  }

  private Response apply(Request request, Session session) {
    var kind = reapplication.start() ? Notice.Kind.APPLYING : Notice.Kind.BUSY;
    if (kind == Notice.Kind.APPLYING) OperatorLog.applied(request);
    return told(session, Notice.of(kind), "/sources");
  }

  private Response told(Session session, Notice notice, String page) {
    session.tell(notice);
    return authentication.back(page);
  }

  private static Response noSource() {
    return Response.words(404, "No such source.");
  }
}
