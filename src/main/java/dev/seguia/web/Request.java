package dev.seguia.web;

import java.net.InetAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// A request of a client.
///
/// @param path below the base path, beginning with a slash, percent-encoded as it came
/// @param query without its question mark, empty if there is none
/// @param variables what stands in the braces of the route's template, percent-encoded as it came
/// @param headers the value of a header by its name, empty if it is absent; several lines of one
///   name are joined by commas
/// @param remote the address of the client, or of the proxy before us
/// @param form what was filled in, by the names of the fields; empty where no form was sent
public record Request(
    String method,
    String path,
    String query,
    Map<String, String> variables,
    Function<String, String> headers,
    InetAddress remote,
    Map<String, String> form) {
  public Request {
    form = Map.copyOf(form);
  }

  /// A request without a form.
  public Request(
      String method,
      String path,
      String query,
      Map<String, String> variables,
      Function<String, String> headers,
      InetAddress remote) {
    this(method, path, query, variables, headers, remote, Map.of());
  }

  /// The first value of a field of the form; empty if it has no such field.
  public Optional<String> field(String name) {
    return Optional.ofNullable(form.get(name));
  }

  /// The value of a header, empty if it is absent.
  public String header(String name) {
    return headers.apply(name);
  }

  /// Path and query, as they came.
  String target() {
    return query.isEmpty() ? path : path + "?" + query;
  }

  /// The value of a variable of the route's template.
  public String variable(String name) {
    return variables.getOrDefault(name, "");
  }

  /// The first value of a query parameter.
  ///
  /// @throws BadRequestException if it is not well encoded
  public Optional<String> parameter(String name) {
    if (query.isEmpty()) return Optional.empty();
    return Stream.of(query.split("&"))
        .map(pair -> pair.split("=", 2))
        .filter(pair -> pair[0].equals(name))
        .map(pair -> pair.length == 1 ? "" : decoded(name, pair[1]))
        .findFirst();
  }

  private static String decoded(String name, String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new BadRequestException(
          "The value of "
              + name
              + " is not correctly percent-encoded: every % must be followed by two hexadecimal digits.");
    }
  }

  Request with(Map<String, String> found) {
    return new Request(method, path, query, found, headers, remote, form);
  }

  Request filledIn(Map<String, String> fields) {
    return new Request(method, path, query, variables, headers, remote, fields);
  }
}
