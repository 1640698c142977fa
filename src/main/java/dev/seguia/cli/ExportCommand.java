package dev.seguia.cli;

import dev.seguia.admin.AdminJson;
import dev.seguia.feed.TagExpression;
import dev.seguia.opml.Opml;
import dev.seguia.opml.OpmlResult;
import dev.seguia.source.Source;
import dev.seguia.store.entry.EntryQuery;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Entries, or the list of sources, for other programs.
@Command(
    name = "export",
    description = {
      "Writes entries as JSON Lines, newest first.",
      "With --opml and no file: the list of sources as OPML, with all its settings."
    },
    footer = {
      "  seguia export --tag maroc+politique --since 2025-11-14 > entries.jsonl",
      "  seguia export --source le360 --limit 10",
      "  seguia export --opml > sources.opml"
    })
final class ExportCommand extends StoreCommand {
  @Option(
      names = "--tag",
      paramLabel = "EXPR",
      defaultValue = "all",
      description = "Entries of a tag expression, as in maroc+politique (default: all).")
  private TagExpression expression = TagExpression.all();

  @Option(
      names = "--source",
      paramLabel = "SOURCE",
      description = "Entries of one source, by its URL, id or title.")
  private Optional<String> source = Optional.empty();

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description = "Entries first seen since then, as in 2025-11-14T00:00:00Z or 2025-11-14.")
  private Optional<Instant> since = Optional.empty();

  private long limit = Long.MAX_VALUE;

  @Spec private CommandSpec command = CommandSpec.create();

  @Option(names = "--limit", paramLabel = "N", description = "The maximum number of entries.")
  void limit(long number) {
    if (number < 1)
      throw new ParameterException(command.commandLine(), "--limit must be at least 1");
    limit = number;
  }

  /// The list itself is written from the file alone.
  @Override
  OptionalInt withoutStore() {
    return options.namesOpmlOnly() ? OptionalInt.of(writeOpml()) : OptionalInt.empty();
  }

  @Override
  boolean needsList() {
    return options.namesOpmlOnly();
  }

  @Override
  void checkNames(List<Source> sources) {
    source.ifPresent(name -> SourceName.find(name, sources));
  }

  @Override
  int call(Operator operator, List<Source> sources) {
    var chosen = source.map(name -> SourceName.find(name, sources));
    var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    var query = new EntryQuery(expression, chosen.map(Source::id), since, Optional.empty());
    if (write(operator, query, out) == 0)
      command
          .commandLine()
          .getErr()
          .println("no entries; the list of sources itself: seguia export --opml FILE --opml");
    out.flush();
    return out.checkError() ? Exit.FAILED : Exit.OK;
  }

  private int writeOpml() {
    if (Opml.read(options.opml()) instanceof OpmlResult.Read(var document, _, _)) {
      var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      out.print(Opml.write(document));
      return out.checkError() ? Exit.FAILED : Exit.OK;
    }
    return Exit.USAGE;
  }

  /// @return how many entries were written
  private long write(Operator operator, EntryQuery first, PrintStream out) {
    var written = 0L;
    var query = first;
    while (written < limit) {
      var page = operator.entries(query);
      for (var entry : page.entries()) {
        if (written == limit) break;
        out.println(AdminJson.write(entry));
        written++;
      }
      if (page.next().isEmpty() || out.checkError()) break;
      query =
          new EntryQuery(
              query.expression(),
              query.sourceId(),
              query.since(),
              page.next().map(EntryQuery.Place::parse));
    }
    return written;
  }
}
