package dev.seguia.cli;

import dev.seguia.admin.AdminJson;
import dev.seguia.admin.TagReport;
import dev.seguia.source.Source;
import java.util.List;
import picocli.CommandLine.Command;

/// The tags in use.
@Command(
    name = "tags",
    description = "Shows the tags in use, the fullest first.",
    footer = {"  seguia tags", "  seguia tags --json"})
final class TagsCommand extends StoreCommand {
  @Override
  int call(Operator operator, List<Source> sources) {
    var reports = operator.tags();
    System.out.println(json ? AdminJson.pretty(reports) : table(reports));
    return Exit.OK;
  }

  private static Table table(List<TagReport> reports) {
    var table = new Table("TAG", "SHOWN AS", "ENTRIES", "NEWEST");
    for (var report : reports)
      table.row(report.name(), report.label(), report.entries(), Moments.words(report.newest()));
    return table;
  }
}
