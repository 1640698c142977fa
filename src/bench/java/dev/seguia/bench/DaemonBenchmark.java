package dev.seguia.bench;

import dev.seguia.bench.DaemonRun.DataFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What the whole daemon costs: the packaged program with everything enabled and the launcher's
/// options, observed from outside, phase by phase, beside the bare pipeline.
@Command(
    name = "daemon",
    description = "The packaged program polls made-up feeds on its own schedule, and serves them.",
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:all was measured",
      "1:the daemon died, or costs more than --guard allows",
      "2:it could not be measured"
    },
    exitCodeOnExecutionException = 2)
final class DaemonBenchmark implements Callable<Integer> {
  private static final int FAILED = 1;

  @Option(
      names = "--feeds",
      defaultValue = "500",
      description = "How many, and as many others when warm (${DEFAULT-VALUE}).")
  private int feeds;

  @Option(names = "--entries", defaultValue = "40", description = "In each (${DEFAULT-VALUE}).")
  private int entries;

  @Option(
      names = "--interval",
      defaultValue = "70s",
      description = "Between two polls of a source (${DEFAULT-VALUE}).")
  private String interval = "70s";

  @Option(
      names = "--phases",
      split = ",",
      defaultValue = "unchanged,plus2,warm,idle,serve,restart",
      description =
          "The phases beside start and cold, out of ${DEFAULT-VALUE}, which are all of them.")
  private Set<DaemonPhase> phases = EnumSet.noneOf(DaemonPhase.class);

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "A setting of the daemon; repeatable.")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--guard",
      paramLabel = "RATIO",
      description = {
        "Only the cold phase, small: fails if the daemon takes more than RATIO times the CPU time",
        "of the bare pipeline."
      })
  private Optional<Double> guard = Optional.empty();

  @Mixin private Report report = new Report();

  /// All that was measured.
  ///
  /// @param died how the daemon ended, if nobody told it to
  public record Result(
      Conditions conditions,
      int feeds,
      int entries,
      List<PhaseFigures> phases,
      List<FeedRequest.Served> served,
      Optional<DataFiles> files,
      Optional<String> died) {
    public Result {
      phases = List.copyOf(phases);
      served = List.copyOf(served);
    }
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    return guard.isPresent() ? guard(guard.get()) : measure();
  }

  private int measure() throws IOException, InterruptedException {
    var conditions = Conditions.now();
    try (var first = Site.spread(0, feeds, entries);
        var second = Site.spread(feeds, feeds, entries);
        var directory = Scratch.create()) {
      var bare = BareCosts.measure(first, second, feeds, DaemonRun.ADDED, phases);
      var run = new DaemonRun(first, second, feeds, bare, directory.path());
      var died = died(run);
      give(new Result(conditions, feeds, entries, run.phases(), run.served(), run.files(), died));
      return died.isPresent() ? FAILED : 0;
    }
  }

  /// Runs all, and tells how the daemon died if it did.
  private Optional<String> died(DaemonRun run) throws IOException, InterruptedException {
    try {
      run.run(phases, RunningDaemon.settings(interval, settings));
      return Optional.empty();
    } catch (DaemonDiedException e) {
      return Optional.of(e.end());
    }
  }

  private void give(Result result) {
    Report.progress(
        "%n%d feeds x %d entries%n%s%n"
            .formatted(result.feeds(), result.entries(), result.conditions()));
    report.give(result, tables(result));
    result.died().ifPresent(DaemonBenchmark::tellDeath);
  }

  private static Table[] tables(Result result) {
    var tables = new ArrayList<Table>();
    tables.add(PhaseFigures.table(result.phases()));
    if (!result.served().isEmpty()) tables.add(FeedRequest.table(result.served()));
    result.files().ifPresent(files -> tables.add(files.table()));
    return tables.toArray(Table[]::new);
  }

  private int guard(double limit) throws IOException, InterruptedException {
    try {
      var verdict = new CpuGuard(limit).judge(settings);
      Report.progress(verdict.line());
      return verdict.passed() ? 0 : FAILED;
    } catch (DaemonDiedException e) {
      tellDeath(e.end());
      return FAILED;
    }
  }

  private static void tellDeath(String end) {
    Report.progress("the daemon died: " + end);
  }
}
