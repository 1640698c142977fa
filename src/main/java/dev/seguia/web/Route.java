package dev.seguia.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Which requests a handler answers.
///
/// @param method in capitals; a GET route answers HEAD as well
/// @param template a path whose segments may be variables, as in `/feeds/{file}`
public record Route(String method, String template, Function<Request, Response> handler) {

  public static Route get(String template, Function<Request, Response> handler) {
    return new Route("GET", template, handler);
  }

  boolean answers(String asked) {
    return method.equals(asked) || (asked.equals("HEAD") && method.equals("GET"));
  }

  /// The variables of a path that fits the template.
  ///
  /// @param path its segments
  /// @param pattern those of the template
  static Optional<Map<String, String>> match(List<String> pattern, List<String> path) {
    if (pattern.size() != path.size()) return Optional.empty();
    Map<String, String> variables = new LinkedHashMap<>();
    for (var at = 0; at < pattern.size(); at++) {
      var wanted = pattern.get(at);
      if (wanted.startsWith("{"))
        variables.put(wanted.substring(1, wanted.length() - 1), path.get(at));
      else if (!wanted.equals(path.get(at))) return Optional.empty();
    }
    return Optional.of(variables);
  }
}
