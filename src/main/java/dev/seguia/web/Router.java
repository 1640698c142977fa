package dev.seguia.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Finds the route of a request.
final class Router {
  private record Compiled(Route route, List<String> pattern) {}

  private final String basePath;
  private final List<Compiled> routes;

  /// @param basePath is cut off where a proxy hands it on
  Router(String basePath, List<Route> routes) {
    this.basePath = basePath;
    this.routes =
        routes.stream()
            .map(route -> new Compiled(route, segments(route.template())))
            .sorted(Comparator.comparingInt(compiled -> Route.looseness(compiled.pattern)))
            .toList();
  }

  Response respond(Request request) {
    try {
      return respond(request, route -> route.handler());
    } catch (BadRequestException e) {
      return Response.words(400, e.words());
    }
  }

  /// The response to a request with a body, unless its address or method is refused anyway.
  Response refuseBody(Request request) {
    return respond(
        request, _ -> _ -> Response.words(413, "No address here accepts a request body."));
  }

  /// Whether the address and the method are those of a form.
  boolean takesForm(Request request) {
    var path = segments(belowBase(request.path()));
    return first(request, path).filter(compiled -> compiled.route.takesForm()).isPresent();
  }

  private Response respond(
      Request request, Function<Route, Function<Request, Response>> handlerOf) {
    var path = segments(belowBase(request.path()));
    return first(request, path)
        .map(found ->
            handlerOf
                .apply(found.route)
                .apply(request.with(Route.match(found.pattern, path).orElseThrow())))
        .orElseGet(() -> refuse(path));
  }

  private Optional<Compiled> first(Request request, List<String> path) {
    return routes.stream()
        .filter(compiled -> compiled.route.takes(request.method()))
        .filter(compiled -> Route.match(compiled.pattern, path).isPresent())
        .findFirst();
  }

  private Response refuse(List<String> path) {
    var allowed = new TreeSet<String>();
    for (var compiled : routes)
      if (Route.match(compiled.pattern, path).isPresent()) allow(allowed, compiled.route.method());
    if (allowed.isEmpty()) return Response.words(404, "There is nothing at this address.");
    return Response.words(405, "This address accepts " + String.join(", ", allowed) + " only.")
        .with("Allow", String.join(", ", allowed));
  }

  private static void allow(Set<String> allowed, String method) {
    allowed.add(method);
    if (method.equals("GET")) allowed.add("HEAD");
  }

  private String belowBase(String path) {
    if (basePath.isEmpty() || !path.startsWith(basePath)) return path;
    var below = path.substring(basePath.length());
    if (below.isEmpty()) return "/";
    return below.startsWith("/") ? below : path;
  }

  /// What stands between the slashes; the root has one empty segment.
  private static List<String> segments(String path) {
    var segments = new ArrayList<String>(4);
    var start = 1;
    for (var slash = path.indexOf('/', 1); slash >= 0; slash = path.indexOf('/', start)) {
      segments.add(path.substring(start, slash));
      start = slash + 1;
    }
    segments.add(path.substring(Math.min(start, path.length())));
    return segments;
  }
}
