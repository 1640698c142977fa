package dev.seguia.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// One made-up entry of a made-up feed.
///
/// @param html 2 to 4 KB
public record Article(
    String id,
    String link,
    String title,
    String author,
    List<String> categories,
    Instant date,
    String html,
    boolean hasEnclosure) {
  /// So that the same run gives the same bytes, whenever it is.
  public static final Instant EPOCH = Instant.parse("2026-11-01T06:00:00Z");

  /// The share of the entries that a feed has from another one: same link, same text, other id.
  private static final double SHARED = 0.05;

  public Article {
    categories = List.copyOf(categories);
  }

  /// The entry of that number, the oldest being 0, in the feed of that number.
  public static Article of(int feed, int number) {
    var dice = new Prose(seed(feed, number, 1));
    var from = feed > 0 && dice.chance(SHARED) ? dice.below(feed) : feed;
    var text = new Prose(seed(from, number, 2));
    var title = text.title();
    return new Article(
        "tag:journal-%d.example,2026:%d".formatted(feed, 900_000 + number),
        "https://journal-%d.example/%d/%s?utm_source=rss"
            .formatted(from, number, title.replace(' ', '-').replaceAll("[^\\w-]", "")),
        title,
        text.name(),
        Stream.generate(text::category).limit(1 + text.below(4)).distinct().toList(),
        EPOCH.plus(Duration.ofMinutes(20L * number).plusSeconds(feed)),
        text.article(),
        text.chance(0.1));
  }

  private static long seed(int feed, int number, int purpose) {
    return ((long) feed << 32 | number) * 31 + purpose;
  }
}
