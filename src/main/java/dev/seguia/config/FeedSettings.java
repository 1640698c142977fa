package dev.seguia.config;

import dev.seguia.config.InvalidSettings.Check;
import dev.seguia.feed.FeedFormat;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The size, the formats and the look of published feeds.
///
/// @param size the number of entries if the request has no limit; at most `maxSize`
/// @param maxSize the highest limit that a request may ask for
/// @param credit where entries name their outlets
/// @param images where an entry's picture is
/// @param language of our own words in lists of feeds: the one of the pages
public record FeedSettings(
    int size,
    int maxSize,
    Set<FeedFormat> formats,
    FeedCredit credit,
    FeedImages images,
    Locale language) {
  static final Section SECTION = new Section("feeds");

  private static final Key<Integer> SIZE =
      SECTION.key(
          "size",
          Kind.WHOLE_NUMBER,
          "50",
          "the number of entries in a feed if the request has no limit; at most max-size");
  private static final Key<Integer> MAX_SIZE =
      SECTION.key(
          "max-size", Kind.WHOLE_NUMBER, "1000", "the highest limit that a request may ask for");
  private static final Key<List<FeedFormat>> FORMATS =
      SECTION.key(
          "formats",
          Kind.listOf(Kind.oneOf(FeedFormat.class)),
          Stream.of(FeedFormat.values())
              .map(FeedFormat::extension)
              .collect(Collectors.joining(", ", "[", "]")),
          "the formats in which feeds are published");
  private static final Key<FeedCredit> CREDIT =
      SECTION.key(
          "credit",
          Kind.oneOf(FeedCredit.class),
          "author",
          "where an entry names its outlet, one of author (as in Name (Outlet)), title (as in"
              + " Outlet: title) and none");

  private static final Key<FeedImages> IMAGES =
      SECTION.key(
          "images",
          Kind.oneOf(FeedImages.class),
          "content",
          "where the picture of an entry is: in its content, too, if that has no image (content),"
              + " or in elements of its own alone (media)");

  public FeedSettings {
    formats = Collections.unmodifiableSet(new LinkedHashSet<>(formats));
    new Check()
        .that(size >= 1, SIZE, "must be 1 or more", size)
        .that(maxSize >= 1, MAX_SIZE, "must be 1 or more", maxSize)
        .that(!formats.isEmpty(), FORMATS, "must contain a format", "[]")
        .done();
    size = Math.min(size, maxSize);
  }

  /// Reads the section.
  static FeedSettings read(Reading given) {
    return new FeedSettings(
        given.get(SIZE),
        given.get(MAX_SIZE),
        new LinkedHashSet<>(given.get(FORMATS)),
        given.get(CREDIT),
        given.get(IMAGES),
        Locale.forLanguageTag(given.get(Config.LANGUAGE)));
  }
}
