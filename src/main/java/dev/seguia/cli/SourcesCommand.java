package dev.seguia.cli;

import dev.seguia.admin.AdminJson;
import dev.seguia.admin.SourceReport;
import dev.seguia.source.Source;
import java.util.List;
import picocli.CommandLine.Command;

/// How the sources stand.
@Command(
    name = "sources",
    description = "Shows for each source its last and next poll, and what is wrong with it.",
    footer = {"  seguia sources", "  seguia sources --json"})
final class SourcesCommand extends StoreCommand {
  @Override
  int call(Operator operator, List<Source> sources) {
    var reports = operator.sources();
    System.out.println(json ? AdminJson.pretty(reports) : table(reports));
    return Exit.OK;
  }

  private static Table table(List<SourceReport> reports) {
    var table = new Table("SOURCE", "STATE", "ENTRIES", "LAST POLL", "NEXT POLL", "WHAT IS WRONG");
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
