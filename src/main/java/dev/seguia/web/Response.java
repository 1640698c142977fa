package dev.seguia.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// A response to a client. The length, and the headers that every response has, are added when it
/// is sent.
///
/// @param headers by name
/// @param body shared with other responses: no one may write to it
public record Response(int status, Map<String, String> headers, byte[] body) {
  public Response {
    headers.values().forEach(Response::check);
  }

  /// A line end would begin a header, or a response, of someone else's making.
  private static void check(String value) {
    if (value.chars().anyMatch(Character::isISOControl))
      throw new IllegalArgumentException(
          "a header cannot hold " + value.replaceAll("\\p{Cntrl}", "?"));
  }

  /// A plain-text response that no cache stores.
  public static Response words(int status, String words) {
    return of(status, "text/plain; charset=utf-8", (words + "\n").getBytes(StandardCharsets.UTF_8))
        .with("Cache-Control", "no-store");
  }

  /// A response of another media type.
  ///
  /// @param contentType with the charset where it is text
  public static Response of(int status, String contentType, byte[] body) {
    return new Response(status, Map.of("Content-Type", contentType), body);
  }

  /// A permanent redirect to another spelling of the address (301).
  ///
  /// @param location a path, percent-encoded
  public static Response moved(String location) {
    return words(301, "Moved to " + location)
        .with("Location", location)
        .with("Cache-Control", "public, max-age=3600");
  }

  /// A redirect after a form (303).
  ///
  /// @param location a path, percent-encoded
  public static Response seeOther(String location) {
    return words(303, "See " + location).with("Location", location);
  }

  /// The same response with one header set or replaced.
  public Response with(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Response(status, more, body);
  }
}
