package dev.seguia.web;

import dev.seguia.feed.TagExpression;
import dev.seguia.publish.FeedFormat;
import dev.seguia.publish.PublishedDocument;
import dev.seguia.publish.Publisher;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;

/// Answers with the published feeds: `/feeds/maroc.atom`, `/sources/0a1b2c.json`.
final class FeedHandler {
  private static final String BAD_LIMIT =
      "limit must be a whole number of 1 or more, as in ?limit=20";
  private static final String NO_FORMAT =
      "The address of a feed ends in .atom, .rss or .json, as in /feeds/all.atom";

  private final Publisher publisher;
  private final String basePath;

  FeedHandler(Publisher publisher, String basePath) {
    this.publisher = publisher;
    this.basePath = basePath;
  }

  Response feed(Request request) {
    var file = FileName.of(request.variable("file"));
    var format = FeedFormat.ofExtension(file.extension());
    if (format.isEmpty()) return Response.words(404, NO_FORMAT);
    return TagExpression.parsePath(file.stem())
        .map(expression -> feed(request, file, expression, format.get()))
        .orElseGet(() -> Response.words(404, "This is no tag expression."));
  }

  Response ofSource(Request request) {
    var file = FileName.of(request.variable("file"));
    var format = FeedFormat.ofExtension(file.extension());
    if (format.isEmpty()) return Response.words(404, NO_FORMAT);
    var limit = limit(request);
    if (limit.isEmpty()) return Response.words(400, BAD_LIMIT);
    return answer(
        request,
        publisher.ofSource(file.stem(), format.get(), limit.get()),
        "There is no such source. The list of all is at /sources.opml");
  }

  private Response feed(
      Request request, FileName file, TagExpression expression, FeedFormat format) {
    var limit = limit(request);
    if (limit.isEmpty()) return Response.words(400, BAD_LIMIT);
    if (!isCanonical(file, expression, format))
      return Response.moved(
          basePath + "/" + Publisher.path(expression, format) + query(limit.get()));
    return answer(
        request,
        publisher.feed(expression, format, limit.get()),
        "There is no feed of this tag. The list of all is at /feeds.opml");
  }

  /// Percent-encoded or not, a spelling is the same.
  private static boolean isCanonical(FileName file, TagExpression expression, FeedFormat format) {
    var spelling = URLDecoder.decode(file.stem().replace("+", "%2B"), StandardCharsets.UTF_8);
    return spelling.equals(expression.toString()) && file.extension().equals(format.extension());
  }

  private static String query(OptionalInt limit) {
    return limit.isPresent() ? "?limit=" + limit.getAsInt() : "";
  }

  private static Response answer(
      Request request, Optional<PublishedDocument> document, String otherwise) {
    return document
        .map(found -> DocumentResponse.of(request, found))
        .orElseGet(() -> Response.words(404, otherwise));
  }

  /// The limit that is asked for, if any; empty if it is none.
  private static Optional<OptionalInt> limit(Request request) {
    try {
      var limit = request.parameter("limit");
      if (limit.isEmpty()) return Optional.of(OptionalInt.empty());
      if (!limit.get().matches("0*[1-9][0-9]{0,8}")) return Optional.empty();
      return Optional.of(OptionalInt.of(Integer.parseInt(limit.get())));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /// A name before and after its last dot.
  private record FileName(String stem, String extension) {
    static FileName of(String name) {
      var dot = name.lastIndexOf('.');
      return dot < 0
          ? new FileName(name, "")
          : new FileName(name.substring(0, dot), name.substring(dot + 1));
    }
  }
}
