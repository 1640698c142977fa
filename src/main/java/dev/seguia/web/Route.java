package dev.seguia.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The method and address of requests, and their handler.
///
/// @param method in capitals; a GET route handles HEAD as well
/// @param template a path whose segments may be variables, as in `/entries/{name}`, or two with the
///   last dot between them, as in `/feeds/{name}.{extension}`
/// @param takesForm whether a request may carry a form; any other body is refused everywhere
public record Route(
    String method, String template, Function<Request, Response> handler, boolean takesForm) {

  /// A route without a request body.
  public Route(String method, String template, Function<Request, Response> handler) {
    this(method, template, handler, false);
  }

  /// A route for a form of a page, of 16 KiB at most; see [Request#field(String)].
  public static Route form(String template, Function<Request, Response> handler) {
    return new Route("POST", template, handler, true);
  }

  public static Route get(String template, Function<Request, Response> handler) {
    return new Route("GET", template, handler);
  }

  boolean takes(String asked) {
    return method.equals(asked) || (asked.equals("HEAD") && method.equals("GET"));
  }

  /// The variables of a path that fits the template.
  ///
  /// @param path its segments
  /// @param pattern those of the template
  static Optional<Map<String, String>> match(List<String> pattern, List<String> path) {
    if (pattern.size() != path.size()) return Optional.empty();
    Map<String, String> variables = new LinkedHashMap<>();
    for (var at = 0; at < pattern.size(); at++)
      if (!match(pattern.get(at), path.get(at), variables)) return Optional.empty();
    return Optional.of(variables);
  }

  private static boolean match(String wanted, String segment, Map<String, String> variables) {
    if (!isVariable(wanted)) return wanted.equals(segment);
    var between = wanted.indexOf("}.{");
    if (between < 0) {
      variables.put(wanted.substring(1, wanted.length() - 1), segment);
      return true;
    }
    var dot = segment.lastIndexOf('.');
    if (dot < 0) return false;
    variables.put(wanted.substring(1, between), segment.substring(0, dot));
    variables.put(wanted.substring(between + 3, wanted.length() - 1), segment.substring(dot + 1));
    return true;
  }

  private static boolean isVariable(String segment) {
    return segment.startsWith("{");
  }

  /// The more of a template is fixed, the sooner it is tried: `/a/b` before `/a/{x}.{y}`, and that
  /// before `/a/{x}`.
  static int looseness(List<String> pattern) {
    return pattern.stream()
        .filter(Route::isVariable)
        .mapToInt(segment -> segment.contains("}.{") ? 1 : 2)
        .sum();
  }
}
