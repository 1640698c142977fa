package dev.seguia.web;

import dev.seguia.query.Query;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The query that a request asks with, as `q`.
public final class AskedQuery {
  private AskedQuery() {}

  /// Its text; empty if there is none.
  ///
  /// @throws BadRequestException if it is not well encoded
  public static Optional<String> of(Request request) {
    return request.parameter("q").filter(text -> !text.isBlank());
  }

  /// A query as it stands in a URL: however it was spelt, the same.
  public static String inUrl(Query query) {
    return "q=" + encoded(query.toString());
  }

  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
