package dev.seguia.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// An ingest, end to end: all sources cold, then unchanged, then with a few new entries each; by
/// Seguia and by a bare pipeline, turn by turn.
@Command(
    name = "ingest",
    description = "Polls a site of made-up feeds three times, beside a bare pipeline.")
final class IngestBenchmark implements Callable<Integer> {
  @Option(names = "--feeds", defaultValue = "500", description = "How many (${DEFAULT-VALUE}).")
  private int feeds;

  @Option(names = "--entries", defaultValue = "40", description = "In each (${DEFAULT-VALUE}).")
  private int entries;

  @Option(names = "--new", defaultValue = "2", description = "In each, later (${DEFAULT-VALUE}).")
  private int added;

  @Option(names = "--runs", defaultValue = "5", description = "How many (${DEFAULT-VALUE}).")
  private int runs;

  @Option(
      names = "--rules",
      defaultValue = "0",
      description = "How many rules tag each entry; the baseline is Seguia without then.")
  private int rules;

  @Option(
      names = "--bare-text",
      defaultValue = "varchar",
      description = "The column type of the bare pipeline's texts: varchar or clob.")
  private String bareText = "varchar";

  @Mixin private Recording recording = new Recording();

  @Option(
      names = "--jvm",
      paramLabel = "OPTION",
      description = "A further option of the Java machine that runs Seguia; repeatable.")
  private List<String> jvm = new ArrayList<>();

  @Mixin private Report report = new Report();

  /// One run of one pipeline.
  ///
  /// @param startMillis what it cost to be ready for the first round
  public record Run(long startMillis, Round cold, Round unchanged, Round fresh) {}

  /// What one kind of round cost, in all runs.
  ///
  /// @param ratio of Seguia's CPU time to that of the bare pipeline in the same run
  public record Figures(
      String round,
      Spread cpuSeconds,
      Spread entriesPerCpuSecond,
      Spread peakMegabytes,
      Spread wallSeconds,
      Spread bareCpuSeconds,
      Spread barePeakMegabytes,
      Spread ratio) {}

  /// All that was measured.
  public record Result(
      Conditions conditions,
      int feeds,
      int entries,
      int runs,
      Spread startCpuSeconds,
      List<Figures> rounds) {
    public Result {
      rounds = List.copyOf(rounds);
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    var conditions = Conditions.now();
    var ours = new ArrayList<Run>();
    var bare = new ArrayList<Run>();
    try (var site = Site.start(feeds, entries)) {
      for (var run = 1; run <= runs; run++) {
        bare.add(baseline(site));
        ours.add(
            run(
                site,
                "seguia",
                SeguiaPipeline.class,
                options(run == runs),
                site.base(),
                feeds,
                rules));
      }
    }
    var result = result(conditions, ours, bare);
    report.give(result, table(result));
    return 0;
  }

  /// With rules, what they cost is the question: it is Seguia without.
  private Run baseline(Site site) throws InterruptedException {
    return rules > 0
        ? run(site, "without rules", SeguiaPipeline.class, jvm, site.base(), feeds, 0)
        : run(site, "bare", BarePipeline.class, List.of(), feeds, bareText);
  }

  /// The options of Seguia's Java machine beside the launcher's.
  private List<String> options(boolean last) {
    var options = new ArrayList<>(jvm);
    if (last) options.addAll(recording.options());
    return options;
  }

  private Run run(
      Site site, String name, Class<?> pipeline, List<String> options, Object... arguments)
      throws InterruptedException {
    try (var directory = Scratch.create();
        var child =
            Child.of(
                pipeline,
                options,
                Stream.concat(Stream.of(arguments), Stream.of(directory.path())).toArray())) {
      var start = Long.parseLong(child.read());
      var cold = round(child, site, name + " cold");
      var unchanged = round(child, site, name + " unchanged");
      site.tick(added);
      return new Run(start, cold, unchanged, round(child, site, name + " +" + added));
    }
  }

  private static Round round(Child child, Site site, String name) {
    var round = Round.parse(child.ask(site.base()));
    Report.progress(
        String.format(
            java.util.Locale.ROOT,
            "%-18s %6.2f CPU s  %6.2f s  %4d MB  %6d new  %d failed",
            name,
            round.cpuMillis() / 1000.0,
            round.wallMillis() / 1000.0,
            round.peakMegabytes(),
            round.added(),
            round.failed()));
    if (round.failed() > 0) throw new IllegalStateException(round.failed() + " polls failed");
    return round;
  }

  private Result result(Conditions conditions, List<Run> ours, List<Run> bare) {
    return new Result(
        conditions,
        feeds,
        entries,
        runs,
        Spread.of(ours.stream().mapToDouble(run -> run.startMillis() / 1000.0)),
        List.of(
            figures("cold", ours, bare, Run::cold),
            figures("unchanged", ours, bare, Run::unchanged),
            figures("+" + added + " each", ours, bare, Run::fresh)));
  }

  private Figures figures(
      String name, List<Run> ours, List<Run> bare, java.util.function.Function<Run, Round> pick) {
    var our = ours.stream().map(pick).toList();
    var other = bare.stream().map(pick).toList();
    var read = feeds * (double) entries;
    return new Figures(
        name,
        spread(our, Round::cpuSeconds),
        spread(our, round -> (name.equals("cold") ? round.added() : read) / round.cpuSeconds()),
        spread(our, Round::peakMegabytes),
        spread(our, round -> round.wallMillis() / 1000.0),
        spread(other, Round::cpuSeconds),
        spread(other, Round::peakMegabytes),
        Spread.of(
            java.util.stream.IntStream.range(0, runs)
                .mapToDouble(run -> our.get(run).cpuSeconds() / other.get(run).cpuSeconds())));
  }

  private static Spread spread(List<Round> rounds, ToDoubleFunction<Round> figure) {
    return Spread.of(rounds.stream().mapToDouble(figure));
  }

  private static Table table(Result result) {
    var table =
        new Table()
            .line(
                "round",
                "CPU s",
                "entries / CPU s",
                "peak MB",
                "wall s",
                "bare CPU s",
                "bare peak MB",
                "ratio");
    for (var round : result.rounds())
      table.line(
          round.round(),
          round.cpuSeconds().text(2),
          round.entriesPerCpuSecond().text(0),
          round.peakMegabytes().text(0),
          round.wallSeconds().text(1),
          round.bareCpuSeconds().text(2),
          round.barePeakMegabytes().text(0),
          round.ratio().text(2));
    Report.progress(
        "%n%d feeds x %d entries, %d runs: the median (least-most)%n%s%nto be ready: %s CPU s%n"
            .formatted(
                result.feeds(),
                result.entries(),
                result.runs(),
                result.conditions(),
                result.startCpuSeconds().text(2)));
    return table;
  }
}
