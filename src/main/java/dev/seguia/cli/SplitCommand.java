package dev.seguia.cli;

import dev.seguia.admin.AdminJson;
import dev.seguia.source.Source;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Undoes a merge.
@Command(
    name = "split",
    description = {
      "Splits a merged entry permanently: the copies of other sources become entries of their own.",
      "seguia explain shows which sources were merged, and why."
    },
    footer = {
      "  seguia split https://fr.le360.ma/politique/article",
      "  seguia split ENTRY --source 'Le Desk'   that source's copy only"
    })
final class SplitCommand extends StoreCommand {
  @Parameters(
      paramLabel = "ENTRY",
      description = "The entry's id as published, its link, or the address of its page.")
  private String name = "";

  @Option(
      names = "--source",
      paramLabel = "SOURCE",
      description =
          "The source whose copy is split off, by its URL, id or title; all but the first if absent.")
  private Optional<String> source = Optional.empty();

  @Override
  void checkNames(List<Source> sources) {
    source.ifPresent(name -> SourceName.find(name, sources));
  }

  @Override
  int call(Operator operator, List<Source> sources) {
    var leaves = source.map(wanted -> SourceName.find(wanted, sources).id());
    var split = operator.split(name, leaves);
    if (split.isEmpty()) return EntryNotFound.tell(name);
    var ids = split.get().entries();
    if (json) System.out.println(AdminJson.pretty(split.get()));
    else if (ids.isEmpty())
      System.out.println("nothing to split: no copy of that source was merged into it");
    else
      ids.forEach(id -> System.out.println("now an entry of its own: " + TerminalText.plain(id)));
    return ids.isEmpty() ? Exit.FAILED : Exit.OK;
  }
}
