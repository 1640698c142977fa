package dev.seguia.web;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/// Reads the only kind of request body that we accept: a small form, as browsers send it
/// (`application/x-www-form-urlencoded`).
final class FormBody {
  /// Limit: size of a form; a larger one is answered with 413.
  static final int LONGEST = 16 << 10;

  private static final String TYPE = "application/x-www-form-urlencoded";

  private FormBody() {}

  /// Why a body is not read, by its headers alone; empty if it is.
  static Optional<Response> refusal(Request request) {
    var type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    if (type == null || !type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(TYPE))
      return Optional.of(Response.words(415, "This address accepts forms only: " + TYPE + "."));
    if (request.getLength() < 0)
      return Optional.of(Response.words(411, "A form needs a Content-Length header."));
    if (request.getLength() > LONGEST)
      return Optional.of(Response.words(413, "A form may have " + LONGEST + " bytes at most."));
    return Optional.empty();
  }

  /// The fields, each with its first value.
  ///
  /// @throws IOException if the form does not come whole
  /// @throws IllegalArgumentException if it is not well encoded
  static Map<String, String> read(Request request) throws IOException {
    var length = Math.toIntExact(request.getLength());
    try (var body = Content.Source.asInputStream(request)) {
      var bytes = body.readNBytes(length);
      if (bytes.length < length) throw new IOException("the form is incomplete");
      return fields(new String(bytes, StandardCharsets.UTF_8));
    }
  }

  private static Map<String, String> fields(String text) {
    var fields = new HashMap<String, String>();
    for (var pair : text.split("&", -1)) {
      var parts = pair.split("=", 2);
      fields.putIfAbsent(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]));
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
