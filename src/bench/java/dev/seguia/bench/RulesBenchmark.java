package dev.seguia.bench;

import dev.seguia.query.Query;
import dev.seguia.query.QueryParser;
import dev.seguia.query.QueryResult.Parsed;
import dev.seguia.search.SearchEntry;
import dev.seguia.search.stored.StoredQueries;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What the rules of tags cost each entry that arrives.
@Command(name = "rules", description = "Made-up entries are held against many stored queries.")
final class RulesBenchmark implements Callable<Integer> {
  private static final List<Integer> COUNTS = List.of(0, 10, 100, 1000);
  private static final int ENTRIES = 500;

  /// So many words are some 3 KB.
  private static final int WORDS = 400;

  @Option(names = "--rounds", defaultValue = "10", description = "(${DEFAULT-VALUE})")
  private int rounds;

  @Mixin private Report report = new Report();

  private final MadeUpEntries made = new MadeUpEntries(WORDS);
  private final List<SearchEntry> entries =
      LongStream.range(0, ENTRIES).mapToObj(made::entry).toList();

  /// What so many rules cost.
  public record Cost(int rules, double microsEach, double fittingEach) {}

  @Override
  public Integer call() {
    var costs = new ArrayList<Cost>();
    for (var count : COUNTS) costs.add(cost(count));
    report.give(costs, table(costs));
    return 0;
  }

  private Cost cost(int count) {
    try (var stored = new StoredQueries(queries(count))) {
      for (var round = 0; round < rounds / 2; round++) matchAll(stored);
      var start = cpuNanos();
      var fitting = 0L;
      for (var round = 0; round < rounds; round++) fitting += matchAll(stored);
      var matched = (double) rounds * ENTRIES;
      return new Cost(count, (cpuNanos() - start) / 1000.0 / matched, fitting / matched);
    }
  }

  /// Of this thread, whatever else the machine does.
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private long matchAll(StoredQueries stored) {
    return entries.stream().mapToLong(entry -> stored.match(entry).size()).sum();
  }

  /// Words, phrases, titles, pairs and exclusions, most of them rare, as in rules of tags.
  private Map<Integer, Query> queries(int count) {
    var queries = new TreeMap<Integer, Query>();
    for (var number = 0; number < count; number++)
      if (QueryParser.parse(rule(number)) instanceof Parsed(var query)) queries.put(number, query);
    return queries;
  }

  private String rule(int number) {
    var random = new SplittableRandom(number);
    var one = made.word(number, 300 + random.nextInt(20_000));
    var other = made.word(number, 50 + random.nextInt(5_000));
    return switch (number % 6) {
      case 0 -> one;
      case 1 -> one + " OR " + other;
      case 2 -> '"' + one + " " + other + '"';
      case 3 -> "title:" + other;
      case 4 -> one + " " + other + " lang:fr";
      default -> "(" + one + " OR title:" + other + ") -tag:tag-1";
    };
  }

  private static Table table(List<Cost> costs) {
    var table = new Table().line("rules", "µs an entry", "fitting");
    for (var cost : costs)
      table.line(
          Integer.toString(cost.rules()), number(cost.microsEach()), number(cost.fittingEach()));
    return table;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
