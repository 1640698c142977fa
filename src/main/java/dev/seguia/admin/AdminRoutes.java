package dev.seguia.admin;

import dev.seguia.config.HttpSettings;
import dev.seguia.feed.TagExpression;
import dev.seguia.store.entry.EntryQuery;
import dev.seguia.web.Request;
import dev.seguia.web.Response;
import dev.seguia.web.Route;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The operator's API over HTTP, below `/admin`: for the commands and holders of the token, or
/// without a token from this machine.
public final class AdminRoutes {
  /// Limit: entries in one response of `/admin/entries`; a higher `limit` is reduced.
  private static final int LARGEST_PAGE = 500;

  private final Reports reports;
  private final EntryActions actions;
  private final OperatorForms.SourceActions sourceActions;
  private final TokenAuthentication authentication;

  /// @param key that the commands show
  public AdminRoutes(
      Reports reports,
      EntryActions actions,
      OperatorForms.SourceActions sourceActions,
      HttpSettings settings,
      String key,
      LoginThrottle guesses) {
    this.reports = reports;
    this.actions = actions;
    this.sourceActions = sourceActions;
    authentication = new TokenAuthentication(settings, key, guesses);
  }

  public List<Route> routes() {
    return List.of(
        new Route("GET", "/admin/sources", guarded(_ -> json(reports.sources()))),
        new Route("GET", "/admin/tags", guarded(_ -> json(reports.tags()))),
        new Route("GET", "/admin/entries", guarded(this::entries)),
        new Route("GET", "/admin/explain", guarded(this::explain)),
        new Route("POST", "/admin/split", guarded(this::split)),
        new Route("POST", "/admin/tags/apply", guarded(this::apply)),
        new Route("POST", "/admin/sources/{id}/poll", guarded(this::poll)),
        new Route("POST", "/admin/sources/{id}/pause", guarded(request -> hold(request, true))),
        new Route("POST", "/admin/sources/{id}/resume", guarded(request -> hold(request, false))));
  }

  private Function<Request, Response> guarded(Function<Request, Response> handler) {
    return request -> authentication.refusal(request).orElseGet(() -> handler.apply(request));
  }

  private Response entries(Request request) {
    try {
      var tag = request.parameter("tag");
      var query =
          new EntryQuery(
              tag.map(AdminRoutes::expression).orElse(TagExpression.all()),
              request.parameter("source"),
              request.parameter("since").map(Instant::parse),
              request.parameter("after").map(EntryQuery.Place::parse));
      var limit = request.parameter("limit").map(Integer::parseInt).orElse(LARGEST_PAGE);
      return json(reports.entries(query, Math.clamp(limit, 1, LARGEST_PAGE)));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return Response.words(400, "The request cannot be read: " + e.getMessage());
    }
  }

  private Response explain(Request request) {
    return ofEntry(request.parameter("entry").flatMap(actions::explain));
  }

  private Response split(Request request) {
    var entry = request.parameter("entry");
    var split = entry.flatMap(name -> actions.split(name, request.parameter("source")));
    split.ifPresent(_ -> OperatorLog.split(request, entry.orElse("")));
    return ofEntry(split);
  }

  private static Response ofEntry(Optional<?> report) {
    return report
        .map(AdminRoutes::json)
        .orElseGet(() ->
            Response.words(
                404, "No such entry: give its id, its link or the address of its page."));
  }

  private Response apply(Request request) {
    try {
      var after = request.parameter("after").map(Long::parseLong).orElse(-1L);
      if (after < 0) OperatorLog.applied(request);
      return json(actions.apply(after));
    } catch (NumberFormatException e) {
      return Response.words(400, "after must be a whole number: " + e.getMessage());
    }
  }

  private static TagExpression expression(String text) {
    return TagExpression.parse(text)
        .orElseThrow(() -> new IllegalArgumentException("not a tag expression: " + text));
  }

  private Response poll(Request request) {
    var id = request.variable("id");
    OperatorLog.polled(request, id);
    return sourceActions
        .pollNow()
        .apply(id)
        .map(AdminRoutes::json)
        .orElseGet(AdminRoutes::noSource);
  }

  private Response hold(Request request, boolean held) {
    var id = request.variable("id");
    if (!sourceActions.hold().apply(id, held)) return noSource();
    OperatorLog.held(request, id, held);
    return json(Map.of("source", id, "paused", held));
  }

  private static Response noSource() {
    return Response.words(404, "No such source.");
  }

  private static Response json(Object report) {
    return Response.of(
            200,
            "application/json; charset=utf-8",
            AdminJson.write(report).getBytes(StandardCharsets.UTF_8))
        .with("Cache-Control", "no-store");
  }
}
