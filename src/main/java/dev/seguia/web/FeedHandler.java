package dev.seguia.web;

import dev.seguia.feed.FeedFormat;
import dev.seguia.feed.TagExpression;
import dev.seguia.publish.PublishedDocument;
import dev.seguia.publish.Publisher;
import dev.seguia.url.PercentEncoding;
import java.util.Optional;
import java.util.stream.Stream;

/// Serves the published feeds: `/feeds/maroc.atom`, `/sources/0a1b2c.json`.
final class FeedHandler {
  private static final String NO_FORMAT =
      "The address of a feed ends in " + endings() + ", as in /feeds/all.atom";

  private final Publisher publisher;
  private final String basePath;
  private final FeedFastPath fastPath;

  /// @param fastPath answers from then on what was answered here once
  FeedHandler(Publisher publisher, String basePath, FeedFastPath fastPath) {
    this.publisher = publisher;
    this.basePath = basePath;
    this.fastPath = fastPath;
  }

  private static String endings() {
    var all = Stream.of(FeedFormat.values()).map(format -> "." + format.extension()).toList();
    return String.join(", ", all.subList(0, all.size() - 1)) + " or " + all.getLast();
  }

  Response withoutFormat(Request request) {
    return Response.words(404, NO_FORMAT);
  }

  Response feed(Request request) {
    var format = FeedFormat.ofExtension(request.variable("extension"));
    if (format.isEmpty()) return Response.words(404, NO_FORMAT);
    return TagExpression.parsePath(request.variable("name"))
        .map(expression -> feed(request, expression, format.get()))
        .orElseGet(() -> Response.words(404, "Not a tag expression."));
  }

  Response ofSource(Request request) {
    var format = FeedFormat.ofExtension(request.variable("extension"));
    if (format.isEmpty()) return Response.words(404, NO_FORMAT);
    var id = request.variable("name");
    var limit = FeedSize.asked(request);
    return response(
        request,
        publisher.ofSource(id, format.get(), limit),
        FeedSize.in(PercentEncoding.URI.encode("sources/" + id), limit),
        "No such source. All sources are listed at /sources.opml");
  }

  private Response feed(Request request, TagExpression expression, FeedFormat format) {
    var asked = FeedVariant.asked(request, expression, publisher::isSource);
    if (!isCanonical(request, expression, format))
      return Response.moved(basePath + "/" + asked.path(format));
    var document = publisher.feed(asked.selected(), format, asked.limit());
    if (document.isPresent())
      fastPath.add(request.target(), publisher.kept(asked.selected(), format, asked.limit()));
    return response(
        request,
        document,
        asked.page(),
        "No feed for this tag. All feeds are listed at /feeds.opml");
  }

  /// Percent-encoded or not, a spelling is the same.
  private static boolean isCanonical(Request request, TagExpression expression, FeedFormat format) {
    return expression.isSpelt(request.variable("name"))
        && request.variable("extension").equals(format.extension());
  }

  /// @param page for people, seen from the base URL
  private Response response(
      Request request, Optional<PublishedDocument> document, String page, String otherwise) {
    return document
        .map(found -> FeedResponse.of(request, found, basePath + "/" + page))
        .orElseGet(() -> Response.words(404, otherwise));
  }
}
