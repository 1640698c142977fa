package dev.seguia.web;

import dev.seguia.query.Query;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The search query of a request, parameter `q`.
public final class AskedQuery {
  private AskedQuery() {}

  /// The text of the query; empty if there is none.
  ///
  /// @throws BadRequestException if it is not well encoded
  public static Optional<String> of(Request request) {
    return request.parameter("q").filter(text -> !text.isBlank());
  }

  /// A query in URL encoding, normalised.
  public static String inUrl(Query query) {
    return "q=" + encoded(query.toString());
  }

  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
