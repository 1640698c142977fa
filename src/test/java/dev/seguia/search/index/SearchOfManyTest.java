package dev.seguia.search.index;

import static dev.seguia.search.Articles.NOON;
import static dev.seguia.search.Articles.article;
import static dev.seguia.search.Articles.query;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.search.Analysis;
import dev.seguia.search.QueryCompiler;
import dev.seguia.search.SearchEntry;
import dev.seguia.search.index.SearchRequest.Order;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Most of many entries are never looked at; what is found is the same as if they were.
final class SearchOfManyTest {
  private static final int COUNT = 20_000;
  private static final Duration BETWEEN = Duration.ofMinutes(20);
  private static final Instant NOW = NOON.plus(BETWEEN.multipliedBy(COUNT));
  private static final List<String> WORDS =
      List.of("maroc", "rabat", "gaz", "port", "ville", "portail", "raja", "zellige");

  private static final Analysis ANALYSIS = new Analysis();
  private static List<SearchEntry> entries = List.of();
  private static SearchIndex index;

  @BeforeAll
  static void fill(@TempDir Path folder) {
    // no search runs out of time, however busy the machine is
    index = SearchIndex.open(folder, disk -> disk, () -> 0);
    var random = new Random(5);
    entries = LongStream.range(0, COUNT).mapToObj(seq -> entry(seq, random)).toList();
    var shuffled = new ArrayList<>(entries);
    Collections.shuffle(shuffled, random);
    show(shuffled.subList(0, COUNT / 2));
    show(shuffled.subList(COUNT / 2, COUNT));
    show(shuffled.subList(0, 100));
  }

  private static void show(List<SearchEntry> some) {
    index.update(some);
    index.refresh();
  }

  @AfterAll
  static void close() {
    index.close();
    ANALYSIS.close();
  }

  /// One in five was published long before it came, and one in two hours before.
  private static SearchEntry entry(long seq, Random random) {
    var entry = article(seq, "fr", words(3, random), words(20, random), "actu");
    var arrived = NOON.plus(BETWEEN.multipliedBy(seq));
    var isOld = random.nextInt(5) == 0;
    var before = isOld ? Duration.ofDays(random.nextInt(2, 400)) : hours(random);
    return new SearchEntry(
        seq,
        entry.title(),
        entry.text(),
        entry.language(),
        entry.tags(),
        entry.carriers(),
        arrived.minus(before),
        isOld ? arrived.minus(before) : arrived);
  }

  private static Duration hours(Random random) {
    return Duration.ofHours(random.nextBoolean() ? random.nextInt(24) : 0);
  }

  /// The first word of the list is the most frequent one.
  private static String words(int count, Random random) {
    return IntStream.range(0, count)
        .mapToObj(_ -> WORDS.get((int) (WORDS.size() * Math.pow(random.nextDouble(), 3))))
        .collect(Collectors.joining(" "));
  }

  private static List<Long> pages(String text, Order order, Instant now) {
    var request = SearchRequest.first(order, 15, now);
    var seqs = new ArrayList<Long>();
    for (var next = Optional.of(request); next.isPresent() && seqs.size() < 60; ) {
      var page = index.search(query(text), next.get());
      seqs.addAll(page.seqs());
      next = page.next().map(request::after);
    }
    return seqs;
  }

  private record Scored(SearchEntry entry, float score) {}

  /// All that fit, each with its score.
  private static List<Scored> all(String text) {
    var compiled = new QueryCompiler(ANALYSIS).compile(query(text));
    return index.read(searcher -> scored(searcher, compiled), List.<Scored>of());
  }

  private static List<Scored> scored(
      IndexSearcher searcher, org.apache.lucene.search.Query compiled) throws IOException {
    var scored = new ArrayList<Scored>();
    var all = new TopScoreDocCollectorManager(COUNT, null, Integer.MAX_VALUE);
    for (var one : searcher.search(compiled, all).scoreDocs) {
      var seq = SearchRun.seq(searcher, one);
      scored.add(new Scored(entries.get((int) seq), one.score));
    }
    return scored;
  }

  private static List<Long> sorted(List<Scored> scored, Comparator<Scored> order) {
    return scored.stream()
        .sorted(
            order
                .thenComparing(one -> one.entry().arrived(), Comparator.reverseOrder())
                .thenComparing(one -> one.entry().seq(), Comparator.reverseOrder()))
        .limit(60)
        .map(one -> one.entry().seq())
        .toList();
  }

  private static float faded(Scored one, Instant now) {
    var age = Duration.between(one.entry().published(), now).abs().toSeconds();
    var halfLives = age / (double) Duration.ofDays(30).toSeconds();
    return one.score() * (float) (1 - 0.4 + 0.4 * Math.pow(0.5, halfLives));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "maroc",
        "zellige",
        "title:zellige",
        "maroc rabat",
        "zellige raja gaz",
        "raja OR zellige",
        "\"maroc rabat\"",
        "\"raja zellige\"",
        "\"rabat maroc rabat\" -raja",
        "port*",
        "title:port* zellige",
        "tag:actu",
        "tag:actu -zellige",
        "lang:fr zellige",
        "source:lemonde.fr raja",
        "title:(raja zellige) port?il",
      })
  void findsTheBestOfAllAndTheNewestOfAll(String text) {
    var all = all(text);
    assertThat(all).isNotEmpty();
    for (var now : List.of(NOW, NOON.plus(BETWEEN.multipliedBy(COUNT / 2))))
      assertThat(pages(text, Order.BEST_FIRST, now))
          .isEqualTo(
              sorted(
                  all,
                  Comparator.comparing(
                      (Scored one) -> faded(one, now), Comparator.reverseOrder())));
    assertThat(pages(text, Order.NEWEST_FIRST, NOW)).isEqualTo(sorted(all, (_, _) -> 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tag:actu", "title:port*", "mar*"})
  void looksAtFewWhereAllFitTheSame(String text) {
    var matching = all(text).size();
    assertThat(matching).isGreaterThan(COUNT / 5);
    for (var order : Order.values())
      assertThat(index.search(query(text), SearchRequest.first(order, 20, NOW)).total())
          .isLessThan(matching / 2);
  }

  @Test
  void countsAllThatAreFew() {
    var few = "title:\"zellige zellige\"";
    var found = index.search(query(few), SearchRequest.first(Order.BEST_FIRST, 1, NOW));
    assertThat(found.total()).isEqualTo(all(few).size()).isPositive();
    assertThat(found.isExact()).isTrue();
  }
}
