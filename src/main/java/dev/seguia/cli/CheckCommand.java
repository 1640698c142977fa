package dev.seguia.cli;

import dev.seguia.admin.AdminJson;
import dev.seguia.config.Config;
import dev.seguia.config.ConfigResult;
import dev.seguia.daemon.Ingest;
import dev.seguia.daemon.Logs;
import dev.seguia.daemon.ScratchDirectory;
import dev.seguia.lists.ListStore;
import dev.seguia.source.Source;
import dev.seguia.source.SourceList;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Whether the settings and the list of sources are in order.
@Command(
    name = "check",
    description = "Reports every error in the settings and in the list of sources, with its line.",
    footer = {
      "  seguia check                     reads both files",
      "  seguia check --fetch             also tries each source",
      "  seguia check --opml export.opml  another program's list"
    })
final class CheckCommand implements Callable<Integer> {
  @Mixin private Options options = new Options();

  @Option(
      names = "--fetch",
      description = "Also tries each list on the web and each source, and reports the results.")
  private boolean fetch;

  @Option(names = "--json", description = "As JSON, for programs.")
  private boolean json;

  /// The result of trying a source.
  private record Trial(String url, String title, boolean success, String result) {}

  /// All results.
  private record Findings(List<String> errors, List<String> warnings, List<Trial> sources) {}

  @Override
  public Integer call() throws InterruptedException {
    Logs.quiet();
    var read = options.readConfig();
    var list = fetch ? tryLists(read) : options.readSources(ListStore.in(options.data), read);
    var faults = SetupFaults.of(read, list).with(options.advice(read));
    var trials =
        fetch && SetupFaults.config(read).isPresent()
            ? tryAll(SetupFaults.config(read).get(), list.sources())
            : List.<Trial>of();
    if (json)
      System.out.println(
          AdminJson.pretty(new Findings(faults.errors(), faults.warnings(), trials)));
    else print(faults, list.sources().size(), trials);
    if (faults.areErrors()) return Exit.USAGE;
    return trials.stream().allMatch(Trial::success) ? Exit.OK : Exit.FAILED;
  }

  private static void print(SetupFaults faults, int sources, List<Trial> trials) {
    faults.tell();
    if (!trials.isEmpty()) System.out.println(table(trials));
    var failed = trials.stream().filter(trial -> !trial.success()).count();
    var counts =
        String.join(
            ", ",
            counted(sources, "source"),
            counted(faults.errors().size(), "error"),
            counted(faults.warnings().size(), "warning"));
    System.out.println(
        trials.isEmpty()
            ? counts
            : "%s; %d of %s failed".formatted(counts, failed, counted(trials.size(), "trial")));
  }

  private static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private static Table table(List<Trial> trials) {
    var table = new Table("SOURCE", "", "RESULT");
    for (var trial : trials)
      table.row(trial.title(), trial.success() ? "ok" : "failed", trial.result());
    return table;
  }

  /// Tries the lists on the web, too. Their content is not stored.
  private SourceList tryLists(ConfigResult read) throws InterruptedException {
    var config = SetupFaults.config(read);
    if (config.isEmpty()) return options.readSources();
    try (var scratch = ScratchDirectory.create()) {
      var lists = ListStore.in(scratch.path());
      var _ = Ingest.readByHand(options.opml(), lists, config.get(), InstantSource.system());
      return options.readSources(lists, read);
    }
  }

  /// Tries all sources; paused ones are skipped, as in a poll.
  private static List<Trial> tryAll(Config config, List<Source> sources)
      throws InterruptedException {
    var tried = sources.stream().filter(source -> !source.settings().paused()).toList();
    try (var reader = new SourcePreview(config, InstantSource.system())) {
      return EachSource.map(
          tried, config.polling().concurrency(), source -> trial(source, reader.read(source)));
    }
  }

  private static Trial trial(Source source, SourcePreview.Result result) {
    return switch (result) {
      case SourcePreview.Result.Given(var format, _, var entries, var warnings) ->
          new Trial(
              source.url().toString(),
              source.title(),
              true,
              "%s, %d entries%s"
                  .formatted(
                      format,
                      entries.size(),
                      warnings.isEmpty() ? "" : "; " + String.join("; ", warnings)));
      case SourcePreview.Result.Nothing(var reason) ->
          new Trial(source.url().toString(), source.title(), false, reason);
    };
  }
}
