package dev.seguia.bench;

import dev.seguia.query.Query;
import dev.seguia.query.QueryParser;
import dev.seguia.query.QueryResult.Malformed;
import dev.seguia.query.QueryResult.Parsed;
import dev.seguia.search.index.Related;
import dev.seguia.search.index.Related.Span;
import dev.seguia.search.index.SearchIndex;
import dev.seguia.search.index.SearchRequest;
import dev.seguia.search.index.SearchRequest.Order;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/// Builds an index of made-up entries and searches it, in a process of its own; says what it
/// measured, a line each.
final class SearchedIndex {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int BATCH = 500;
  private static final int BETWEEN_COMMITS = 50_000;
  private static final int WARM_UP = 100;
  private static final int MEASURED = 300;
  private static final int PAGE = 20;

  private final MadeUpEntries entries;
  private final long count;
  private final SearchIndex index;

  private SearchedIndex(Path folder, long count, int length) {
    entries = new MadeUpEntries(length);
    this.count = count;
    index = SearchIndex.open(folder);
  }

  /// Builds, searches and ends.
  ///
  /// @param arguments the folder, how many entries, and how long their texts are, in words
  public static void main(String[] arguments) {
    var measured =
        new SearchedIndex(
            Path.of(arguments[0]), Long.parseLong(arguments[1]), Integer.parseInt(arguments[2]));
    measured.build();
    measured.searchAll();
    System.out.println("end");
    System.exit(0);
  }

  private void build() {
    var start = System.nanoTime();
    for (var from = index.reached(); from < count; from += BATCH) {
      index.update(
          LongStream.range(from, Math.min(count, from + BATCH)).mapToObj(entries::entry).toList());
      if ((from + BATCH) % BETWEEN_COMMITS == 0) index.commit(from + BATCH);
    }
    index.commit(count);
    index.refresh();
    System.out.println("build\t" + (System.nanoTime() - start) / 1_000_000 + "\t" + index.size());
  }

  private void searchAll() {
    search("word", Order.BEST_FIRST, number -> word(number, 30, 3000));
    search("word, newest", Order.NEWEST_FIRST, number -> word(number, 30, 3000));
    search("common word", Order.BEST_FIRST, number -> word(number, 1, 10));
    search(
        "two words",
        Order.BEST_FIRST,
        number -> word(number, 5, 300) + " " + word(number + 3, 5, 300));
    search(
        "two words, newest",
        Order.NEWEST_FIRST,
        number -> word(number, 5, 300) + " " + word(number + 3, 5, 300));
    search("phrase", Order.BEST_FIRST, this::phrase);
    search("phrase, newest", Order.NEWEST_FIRST, this::phrase);
    search("pattern", Order.BEST_FIRST, number -> prefix(word(number, 300, 50_000)) + "*");
    search("title:", Order.BEST_FIRST, number -> "title:" + word(number, 30, 3000));
    search("tag:", Order.BEST_FIRST, number -> "tag:tag-" + number % 100);
    search("word -tag:", Order.BEST_FIRST, number -> word(number, 30, 3000) + " -tag:tag-1");
    var related = new Related(index);
    measure("related, event", number -> related.to(entries.entry(number), Span.EVENT, 10));
    measure(
        "related, background", number -> related.to(entries.entry(number), Span.BACKGROUND, 10));
  }

  /// A word of a rank in between, of the language of an entry.
  private String word(long number, int from, int to) {
    var random = new SplittableRandom(number);
    return entries.word(number, from + random.nextInt(to - from));
  }

  /// Two words that stand side by side in the text of an entry.
  private String phrase(long number) {
    var words = entries.entry(number).text().split(" ", 4);
    return '"' + words[1] + " " + words[2] + '"';
  }

  private static String prefix(String word) {
    return word.substring(0, Math.min(word.length(), 5));
  }

  private void search(String name, Order order, LongFunction<String> text) {
    var request = SearchRequest.first(order, PAGE, MadeUpEntries.date(count));
    measure(name, number -> index.search(query(text.apply(number)), request));
  }

  private static Query query(String text) {
    return switch (QueryParser.parse(text)) {
      case Parsed(var query) -> query;
      case Malformed malformed -> throw new IllegalStateException(malformed.what() + ": " + text);
    };
  }

  private void measure(String name, LongConsumer act) {
    var random = new SplittableRandom(3);
    for (var i = 0; i < WARM_UP; i++) act.accept(random.nextLong(count));
    var micros = new long[MEASURED];
    var cpuMicros = new long[MEASURED];
    for (var i = 0; i < MEASURED; i++) {
      var number = random.nextLong(count);
      var start = System.nanoTime();
      var cpuStart = THREADS.getCurrentThreadCpuTime();
      act.accept(number);
      cpuMicros[i] = (THREADS.getCurrentThreadCpuTime() - cpuStart) / 1000;
      micros[i] = (System.nanoTime() - start) / 1000;
    }
    System.out.println(name + percentiles(micros) + percentiles(cpuMicros));
  }

  private static String percentiles(long[] values) {
    Arrays.sort(values);
    return "\t" + values[values.length / 2] + "\t" + values[values.length * 99 / 100];
  }
}
