package dev.seguia.web;

import dev.seguia.feed.FeedFormat;
import dev.seguia.feed.TagExpression;
import dev.seguia.publish.Publisher;
import dev.seguia.publish.Publisher.Grouping;
import java.util.OptionalInt;

/// What a request wants of the feed of a tag expression besides its format, by its parameters. The
/// page of the feed takes the same parameters, and offers that variant.
public record FeedVariant(Grouping grouping, OptionalInt limit) {
  private static final String BAD_STORIES =
      "stories must be 1, as in ?stories=1, or be left out: 1 groups the entries of one story";

  /// The feed without parameters.
  public static FeedVariant plain() {
    return new FeedVariant(Grouping.NONE, OptionalInt.empty());
  }

  /// The requested variant.
  ///
  /// @throws BadRequestException if a parameter has no such value
  public static FeedVariant asked(Request request) {
    var stories = request.parameter("stories");
    if (stories.isPresent() && !stories.get().equals("1"))
      throw new BadRequestException(BAD_STORIES);
    return new FeedVariant(
        stories.isPresent() ? Grouping.STORIES : Grouping.NONE, FeedSize.asked(request));
  }

  /// The same feed, grouped otherwise.
  public FeedVariant with(Grouping other) {
    return new FeedVariant(other, limit);
  }

  /// The path of the feed, below the base URL and percent-encoded.
  public String path(TagExpression expression, FeedFormat format) {
    return FeedSize.in(Publisher.path(expression, format, grouping), limit);
  }

  /// The path of its page, below the base URL and percent-encoded.
  public String page(TagExpression expression) {
    return FeedSize.in(Publisher.page(expression, grouping), limit);
  }
}
