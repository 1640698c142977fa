package dev.seguia.cli;

import dev.seguia.admin.AdminJson;
import dev.seguia.admin.TagReport;
import dev.seguia.source.Source;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The tags in use.
@Command(
    name = "tags",
    description = {
      "Shows the tags in use, those with most entries first.",
      "With --apply: applies tags.rules to all stored entries."
    },
    footer = {"  seguia tags", "  seguia tags --json", "  seguia tags --apply"})
final class TagsCommand extends StoreCommand {
  @Option(names = "--apply", description = "Apply the rules as they are now to all stored entries.")
  private boolean apply;

  /// The result of applying the rules.
  private record Outcome(long entries, long changed) {}

  @Override
  int call(Operator operator, List<Source> sources) {
    if (apply) return apply(operator);
    var reports = operator.tags();
    System.out.println(json ? AdminJson.pretty(reports) : table(reports));
    return Exit.OK;
  }

  private int apply(Operator operator) {
    var outcome = applyAll(operator);
    System.out.println(
        json
            ? AdminJson.pretty(outcome)
            : "looked at %d entries, changed %d".formatted(outcome.entries(), outcome.changed()));
    return Exit.OK;
  }

  private static Outcome applyAll(Operator operator) {
    var step = operator.applyRules(-1);
    var changed = (long) step.changed();
    long looked = step.looked();
    var progress = Progress.onTerminal((int) step.total());
    progress.to((int) looked, "");
    while (!step.done()) {
      step = operator.applyRules(step.after());
      changed += step.changed();
      looked += step.looked();
      progress.to((int) looked, changed + " changed");
    }
    progress.end();
    return new Outcome(looked, changed);
  }

  private static Table table(List<TagReport> reports) {
    var table = new Table("TAG", "SHOWN AS", "ENTRIES", "NEWEST");
    for (var report : reports)
      table.row(report.name(), report.label(), report.entries(), TimeFormat.words(report.newest()));
    return table;
  }
}
