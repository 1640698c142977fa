package dev.seguia.web;

import dev.seguia.feed.Tag;
import dev.seguia.feed.TagExpression;
import dev.seguia.publish.PublishedDocument;
import dev.seguia.publish.Publisher;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Serves the lists of our feeds: `/feeds.opml`, `/feeds.opml?folder=maroc`.
final class FeedListHandler {
  /// How many entries of the last 30 days a tag has at least, if the request does not say.
  private static final int LEAST = 5;

  private static final String BAD_LEAST =
      "min must be a whole number of 0 or more, as in ?min=5: the entries that a tag has in 30 days;"
          + " 0 for all tags";
  private static final String BAD_FOLDER =
      "folder must be a tag that feeds.opml gives, as in ?folder=maroc";
  private static final String BOTH = "min and folder exclude each other: leave one of them out";
  private static final String BAD_DOWNLOAD =
      "download must be 1, as in ?download=1, or be left out: 1 gives browsers the list";

  private final Publisher publisher;
  private final String basePath;
  private final InstantSource clock;

  FeedListHandler(Publisher publisher, String basePath, InstantSource clock) {
    this.publisher = publisher;
    this.basePath = basePath;
    this.clock = clock;
  }

  Response list(Request request) {
    var folder = request.parameter("folder");
    var least = request.parameter("min");
    if (folder.isPresent() && least.isPresent()) throw new BadRequestException(BOTH);
    if (folder.isPresent()) return ofFolder(request, tag(folder.get()));
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var number = least.map(FeedListHandler::number).orElse(LEAST);
    return response(request, publisher.feedsOpml(number, today), "tags");
  }

  private static int number(String text) {
    if (!text.matches("0*[0-9]{1,9}")) throw new BadRequestException(BAD_LEAST);
    return Integer.parseInt(text);
  }

  private static Tag tag(String text) {
    if (!Tag.isLabel(text)) throw new BadRequestException(BAD_FOLDER);
    return Tag.of(text);
  }

  private Response ofFolder(Request request, Tag tag) {
    var page = Publisher.page(TagExpression.of(tag));
    return publisher
        .folderOpml(tag)
        .map(list -> response(request, list, page))
        .orElseGet(() -> Response.words(404, "No such folder in the list of sources."));
  }

  /// @param page for people, seen from the base URL
  private Response response(Request request, PublishedDocument list, String page) {
    if (isDownload(request))
      return DocumentResponse.of(request, list)
          .with("Content-Disposition", "attachment; filename=\"feeds.opml\"");
    return FeedResponse.of(request, list, basePath + "/" + page);
  }

  private static boolean isDownload(Request request) {
    var download = request.parameter("download");
    if (download.isPresent() && !download.get().equals("1"))
      throw new BadRequestException(BAD_DOWNLOAD);
    return download.isPresent();
  }
}
