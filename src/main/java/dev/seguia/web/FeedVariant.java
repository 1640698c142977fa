package dev.seguia.web;

import dev.seguia.feed.EntryFilter;
import dev.seguia.feed.FeedFormat;
import dev.seguia.feed.TagExpression;
import dev.seguia.publish.Publisher.Grouping;
import dev.seguia.publish.Publisher.Selected;
import java.util.OptionalInt;
import java.util.function.Predicate;

/// What a request wants of the feed of a tag expression besides its format, by its parameters. The
/// page of the feed takes the same parameters, and offers that variant.
public record FeedVariant(Selected selected, OptionalInt limit) {
  private static final String BAD_STORIES =
      "stories must be 1, as in ?stories=1, or be left out: 1 groups the entries of one story";

  /// The feed without parameters.
  public static FeedVariant plain(TagExpression expression) {
    return new FeedVariant(Selected.of(expression), OptionalInt.empty());
  }

  /// The requested variant.
  ///
  /// @param isSource whether there is a source of an id
  /// @throws BadRequestException if a parameter has no such value
  public static FeedVariant asked(
      Request request, TagExpression expression, Predicate<String> isSource) {
    var stories = request.parameter("stories");
    if (stories.isPresent() && !stories.get().equals("1"))
      throw new BadRequestException(BAD_STORIES);
    var grouping = stories.isPresent() ? Grouping.STORIES : Grouping.NONE;
    return new FeedVariant(
        new Selected(expression, AskedFilter.of(request, isSource), grouping),
        FeedSize.asked(request));
  }

  public TagExpression expression() {
    return selected.expression();
  }

  public EntryFilter filter() {
    return selected.filter();
  }

  /// The same feed, grouped otherwise.
  public FeedVariant with(Grouping other) {
    return new FeedVariant(selected.with(other), limit);
  }

  /// The path of the feed, below the base URL and percent-encoded.
  public String path(FeedFormat format) {
    return FeedSize.in(selected.path(format), limit);
  }

  /// The path of its page, below the base URL and percent-encoded.
  public String page() {
    return FeedSize.in(selected.page(), limit);
  }
}
