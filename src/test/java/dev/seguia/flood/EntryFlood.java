package dev.seguia.flood;

import dev.seguia.feed.RawEntry;
import dev.seguia.feed.RawFeed;
import dev.seguia.feed.Rhythm;
import dev.seguia.feed.Text;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What may come in. The same number gives the same entry.
public enum EntryFlood {
  /// No title is like another one.
  DISTINCT("distinct titles", 1, 100),
  /// All titles are nearly the same: they tell of one event.
  ONE_STORY("one story", 1, 100),
  /// All entries have the same tag.
  ONE_TAG("one tag for all", 1, 100),
  /// Each entry has as many tags as are kept, and nearly all of them are new.
  NEW_TAGS("40 tags, most new", 10, 100),
  /// Each text has a megabyte.
  LARGE("bodies of 1 MB", 170, 10),
  /// Each source has a few entries.
  MANY_SOURCES("10,000 sources", 1, 10_000);

  private static final int TEXT_WORDS = 40;
  private static final int LARGE_BYTES = 1 << 20;
  private static final int VOCABULARY = 1_000_000;
  private static final int FREQUENT = 5_000;
  private static final int TAGS = 40;
  private static final int KNOWN_TAGS = 4;

  private final String title;
  private final int divisor;
  private final int mostSources;

  EntryFlood(String title, int divisor, int mostSources) {
    this.title = title;
    this.divisor = divisor;
    this.mostSources = mostSources;
  }

  /// What it is called in a report.
  public String title() {
    return title;
  }

  /// How many of its entries cost about as much as so many plain ones.
  public int entries(int plain) {
    return Math.max(1, plain / divisor);
  }

  /// How many entries one document has.
  int ofADocument() {
    return switch (this) {
      case LARGE -> 2;
      case MANY_SOURCES -> 10;
      case DISTINCT, ONE_STORY, ONE_TAG, NEW_TAGS -> 20;
    };
  }

  /// How many sources bring them.
  int sources(int entries) {
    return Math.clamp(entries / ofADocument(), 1, mostSources);
  }

  /// A document of a source.
  ///
  /// @param first the number of its first entry
  RawFeed document(URI location, long first, int count, Instant now) {
    var entries =
        IntStream.range(0, count).mapToObj(at -> entry(location, first + at, now)).toList();
    var header = RawFeed.Header.of("rss 2.0", Text.plain("Journal"), Optional.of("fr"));
    return new RawFeed(location, header, entries, Rhythm.none(), true);
  }

  private RawEntry entry(URI location, long number, Instant now) {
    var random = new SplittableRandom(number * 31 + title.hashCode());
    return RawEntry.builder()
        .id(Optional.of("urn:entry:" + number))
        .link(Optional.of(location.resolve("/" + number).toString()))
        .title(Text.plain(title(number, random)))
        .content(Text.html(content(random)))
        .published(Optional.of(now))
        .categories(categories(number))
        .build();
  }

  private String title(long number, SplittableRandom random) {
    return this == ONE_STORY
        ? "Séisme au Maroc: Agadir touchée, bilan " + number
        : words(random, 8, VOCABULARY);
  }

  private String content(SplittableRandom random) {
    if (this != LARGE) return "<p>" + words(random, TEXT_WORDS, VOCABULARY) + "</p>";
    var text = new StringBuilder(LARGE_BYTES + LARGE_BYTES / 8);
    while (text.length() < LARGE_BYTES)
      text.append("<p>").append(words(random, TEXT_WORDS, FREQUENT)).append("</p>\n");
    return text.toString();
  }

  private List<String> categories(long number) {
    return switch (this) {
      case NEW_TAGS ->
          IntStream.range(0, TAGS)
              .mapToObj(at -> at < KNOWN_TAGS ? "known " + at : "tag " + number + " " + at)
              .toList();
      case ONE_TAG -> List.of("Maroc");
      case DISTINCT, ONE_STORY, LARGE, MANY_SOURCES -> List.of("rubrique " + number % 200);
    };
  }

  private static String words(SplittableRandom random, int count, int vocabulary) {
    return IntStream.range(0, count)
        .mapToObj(_ -> "m" + Integer.toString(random.nextInt(vocabulary), 36))
        .collect(Collectors.joining(" "));
  }
}
