package dev.seguia.bench;

import dev.seguia.feed.Tag;
import dev.seguia.search.SearchEntry;
import dev.seguia.search.SearchEntry.Carrier;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Entries to search, of French, English and Arabic words that are as unevenly frequent as real
/// ones (Zipf); the same for the same number.
final class MadeUpEntries {
  private static final int VOCABULARY = 60_000;
  private static final int TAGS = 500;
  private static final int SOURCES = 500;
  private static final Duration BETWEEN = Duration.ofSeconds(30);

  private static final List<String> LANGUAGES = List.of("fr", "en", "ar");
  private static final List<String> LATIN =
      List.of(
          "ra", "bat", "me", "dine", "tan", "ger", "sou", "ve", "rain", "mar", "che", "li", "gne",
          "port", "el", "ka", "si", "dou", "tion", "ment", "ville", "eur", "fon", "pro", "cas",
          "ing", "ed", "ers");
  private static final List<String> ARABIC =
      List.of(
          "ال", "مغ", "رب", "سي", "اس", "كت", "اب", "مد", "ين", "قر", "ان", "حك", "وم", "شر", "تح",
          "فل");

  private final List<List<String>> words =
      List.of(vocabulary(LATIN, 1), vocabulary(LATIN, 2), vocabulary(ARABIC, 3));
  private final int length;

  /// @param length of a text, in words, in the mean
  MadeUpEntries(int length) {
    this.length = length;
  }

  private static List<String> vocabulary(List<String> syllables, long seed) {
    var random = new SplittableRandom(seed);
    return Stream.generate(() -> word(syllables, random)).distinct().limit(VOCABULARY).toList();
  }

  private static String word(List<String> syllables, SplittableRandom random) {
    return IntStream.range(0, 2 + random.nextInt(4))
        .mapToObj(_ -> syllables.get(random.nextInt(syllables.size())))
        .collect(Collectors.joining());
  }

  /// The entry of that number; those of higher numbers are newer.
  SearchEntry entry(long number) {
    var random = new SplittableRandom(number * 31 + 7);
    var language = language(number);
    var source = random.nextInt(SOURCES);
    var date = Article.EPOCH.plus(BETWEEN.multipliedBy(number));
    return new SearchEntry(
        number,
        capital(words(language, 9, random)),
        words(language, length / 2 + random.nextInt(length), random),
        Optional.of(LANGUAGES.get(language)),
        tags(random),
        List.of(
            new Carrier(
                "source" + source,
                "Journal " + source,
                URI.create("https://www.journal-" + source + ".example/feed"))),
        date,
        date);
  }

  /// When the entry of that number was the newest.
  static Instant date(long number) {
    return Article.EPOCH.plus(BETWEEN.multipliedBy(number));
  }

  private static int language(long number) {
    return (int) (number % LANGUAGES.size());
  }

  private static SortedSet<Tag> tags(SplittableRandom random) {
    var tags = new TreeSet<Tag>();
    tags.add(Tag.of("tag-" + rank(TAGS, random)));
    tags.add(Tag.of("tag-" + rank(TAGS, random)));
    return tags;
  }

  private String words(int language, int count, SplittableRandom random) {
    return IntStream.range(0, count)
        .mapToObj(_ -> words.get(language).get(rank(VOCABULARY, random)))
        .collect(Collectors.joining(" "));
  }

  /// A word of the vocabulary of an entry's language, the most frequent being 0.
  String word(long number, int rank) {
    return words.get(language(number)).get(rank);
  }

  /// The word of rank r is found r times less often than the first one.
  private static int rank(int count, SplittableRandom random) {
    return (int) Math.exp(random.nextDouble() * Math.log(count));
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
  }
}
