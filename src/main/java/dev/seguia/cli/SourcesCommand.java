package dev.seguia.cli;

import dev.seguia.admin.AdminJson;
import dev.seguia.admin.SourceReport;
import dev.seguia.source.Source;
import java.util.List;
import picocli.CommandLine.Command;

/// How the sources stand.
@Command(
    name = "sources",
    description = "Shows the last and next poll of each source, and its problem if it has one.",
    footer = {"  seguia sources", "  seguia sources --json"})
final class SourcesCommand extends StoreCommand {
  @Override
  int call(Operator operator, List<Source> sources) {
    var reports = operator.sources();
    System.out.println(json ? AdminJson.pretty(reports) : table(reports));
    return Exit.OK;
  }

  private static Table table(List<SourceReport> reports) {
    var table = new Table("SOURCE", "STATE", "ENTRIES", "LAST POLL", "NEXT POLL", "PROBLEM");
    for (var report : reports)
      table.row(
          report.title(),
          report.state(),
          report.entries(),
          TimeFormat.words(report.lastPoll()),
          TimeFormat.words(report.nextPoll()),
          report.trouble());
    return table;
  }
}
