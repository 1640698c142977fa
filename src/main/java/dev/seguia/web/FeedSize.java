package dev.seguia.web;

import java.util.OptionalInt;

/// How many entries of a feed a request wants, parameter `limit`.
public final class FeedSize {
  private static final String BAD = "limit must be a whole number of 1 or more, as in ?limit=20";

  private FeedSize() {}

  /// The requested size; empty if there is none.
  ///
  /// @throws BadRequestException if it is no size
  public static OptionalInt asked(Request request) {
    var limit = request.parameter("limit");
    if (limit.isEmpty()) return OptionalInt.empty();
    if (!limit.get().matches("0*[1-9][0-9]{0,8}")) throw new BadRequestException(BAD);
    return OptionalInt.of(Integer.parseInt(limit.get()));
  }

  /// A path with the requested size in its query.
  public static String in(String path, OptionalInt limit) {
    if (limit.isEmpty()) return path;
    return path + (path.indexOf('?') < 0 ? "?" : "&") + "limit=" + limit.getAsInt();
  }
}
