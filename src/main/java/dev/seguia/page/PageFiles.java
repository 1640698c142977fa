package dev.seguia.page;

import dev.seguia.publish.PublishedDocument;
import dev.seguia.web.DocumentResponse;
import dev.seguia.web.Request;
import dev.seguia.web.Response;
import dev.seguia.web.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/// The static files of the pages (style sheet, scripts, icons).
final class PageFiles {
  private static final int MAX_AGE = 3600;

  private PageFiles() {}

  static Route route(String name, String contentType) {
    var file = file(name, contentType);
    return Route.get("/" + name, request -> response(request, file));
  }

  private static Response response(Request request, PublishedDocument file) {
    return DocumentResponse.of(request, file, MAX_AGE);
  }

  private static PublishedDocument file(String name, String contentType) {
    try (var file = Objects.requireNonNull(PageFiles.class.getResourceAsStream(name), name)) {
      return PublishedDocument.of(file.readAllBytes(), contentType);
    } catch (IOException e) {
      throw new UncheckedIOException("the jar is damaged", e);
    }
  }
}
