package dev.seguia.cli;

import dev.seguia.admin.AdminJson;
import dev.seguia.admin.PollReport;
import dev.seguia.admin.SourceReport;
import dev.seguia.config.Config;
import dev.seguia.daemon.Ingest;
import dev.seguia.lists.ListStore;
import dev.seguia.source.Source;
import dev.seguia.source.SourceList;
import dev.seguia.store.state.SourceCondition;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Polls once, now.
@Command(
    name = "poll",
    description =
        "Polls all sources, or the named ones, once and now, whether they are due or not.",
    footer = {
      "  seguia poll                                all that are not paused",
      "  seguia poll 'Le Desk' https://example.org/feed.xml"
    })
final class PollCommand extends StoreCommand {
  @Parameters(
      arity = "0..*",
      paramLabel = "SOURCE",
      description = "URL, id or title of a source; all sources if absent.")
  private List<String> names = new ArrayList<>();

  /// Where no daemon follows the lists on the web, all sources are those that they name now.
  @Override
  SourceList readSources(Optional<Config> config) throws InterruptedException {
    return names.isEmpty() && config.isPresent() && !Operator.isRunning(config.get(), options.data)
        ? Ingest.readByHand(
            options.opml(), ListStore.in(options.data), config.get(), InstantSource.system())
        : options.readSources();
  }

  @Override
  boolean needsList() {
    return true;
  }

  @Override
  Operator operator(Config config, List<Source> sources) {
    return Operator.polling(config, sources, options.data, InstantSource.system());
  }

  @Override
  int call(Operator operator, List<Source> sources) throws InterruptedException {
    var wanted =
        names.isEmpty()
            ? unpaused(operator, sources)
            : names.stream().map(name -> SourceName.find(name, sources)).toList();
    var reports = EachSource.map(wanted, concurrency(), operator::poll);
    System.out.println(json ? AdminJson.pretty(reports) : table(reports));
    return reports.stream().allMatch(PollReport::success) ? Exit.OK : Exit.FAILED;
  }

  private static List<Source> unpaused(Operator operator, List<Source> sources) {
    var paused =
        operator.sources().stream()
            .filter(report -> report.state().equals(SourceCondition.PAUSED.word()))
            .map(SourceReport::id)
            .collect(Collectors.toSet());
    return sources.stream()
        .filter(source -> !source.settings().paused() && !paused.contains(source.id()))
        .toList();
  }

  private int concurrency() {
    return SetupFaults.config(options.readConfig())
        .map(config -> config.polling().concurrency())
        .orElse(1);
  }

  private static Table table(List<PollReport> reports) {
    var table = new Table("SOURCE", "", "RESULT");
    for (var report : reports)
      table.row(report.title(), report.success() ? "ok" : "failed", report.result());
    return table;
  }
}
