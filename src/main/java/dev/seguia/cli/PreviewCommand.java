package dev.seguia.cli;

import dev.seguia.admin.AdminJson;
import dev.seguia.daemon.Logs;
import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Feed;
import dev.seguia.feed.Heading;
import dev.seguia.source.Source;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What one source would give.
@Command(
    name = "preview",
    description = "Shows the entries that a source would give, cleaned and with their tags.",
    footer = {
      "  seguia preview https://www.hespress.com/feed   a feed that is not listed yet",
      "  seguia preview 'Le Desk'                       a source of the list, with its tags",
      "  seguia preview saved.xml                       a local file"
    })
final class PreviewCommand implements Callable<Integer> {
  @Mixin private Options options = new Options();

  @Parameters(
      paramLabel = "SOURCE",
      description = "URL, id or title of a listed source, the URL of any other feed, or a file.")
  private String name = "";

  @Spec private CommandSpec command = CommandSpec.create();

  @Option(names = "--json", description = "As JSON, for programs.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    Logs.quiet();
    var read = options.readConfig();
    if (SetupFaults.of(read).tell()) return Exit.USAGE;
    try (var reader =
        new SourcePreview(SetupFaults.config(read).orElseThrow(), InstantSource.system())) {
      return switch (read(reader)) {
        case SourcePreview.Result.Given given -> print(given);
        case SourcePreview.Result.Nothing(var reason) -> {
          System.err.println("seguia: " + name + ": " + reason);
          yield Exit.FAILED;
        }
      };
    }
  }

  /// As the list of sources has it, if it does: its folders give tags.
  private SourcePreview.Result read(SourcePreview reader) throws InterruptedException {
    var list = options.readSources();
    var listed = SourceName.look(name, list.sources());
    if (listed.isPresent()) return reader.read(listed.get());
    if (name.matches("(?i)https?://.+")) return reader.read(Source.bare(url()));
    var file = file();
    if (file.isPresent()) return reader.readFile(Source.bare(file.get().toUri()), file.get());
    SetupFaults.of(list).tell();
    throw SourceName.nothing(name, list.sources());
  }

  private URI url() {
    try {
      return URI.create(name);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          command.commandLine(), "'" + name + "' is not a URL (" + e.getMessage() + ")", e);
    }
  }

  private Optional<Path> file() {
    try {
      return Optional.of(Path.of(name.replaceFirst("^file:(//)?(?=/)", ""))).filter(Files::exists);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /// The preview of a source, for JSON output.
  private record Preview(
      String format, Feed.Header feed, List<SourcePreview.Tagged> entries, List<String> warnings) {}

  private int print(SourcePreview.Result.Given given) {
    if (json)
      System.out.println(
          AdminJson.pretty(
              new Preview(
                  given.format(), given.feed().header(), given.entries(), given.warnings())));
    else printWords(given);
    return Exit.OK;
  }

  private static void printWords(SourcePreview.Result.Given given) {
    given
        .warnings()
        .forEach(warning -> System.err.println("warning: " + TerminalText.plain(warning)));
    TerminalText.say(
        "%s (%s), %d entries"
            .formatted(given.feed().header().title(), given.format(), given.entries().size()));
    for (var tagged : given.entries()) {
      System.out.println();
      printWords(tagged);
    }
  }

  private static void printWords(SourcePreview.Tagged tagged) {
    var entry = tagged.entry();
    var heading = Heading.of(entry);
    TerminalText.say(heading.isEmpty() ? "(no title)" : heading);
    TerminalText.sayBelow(TimeFormat.words(entry.date()) + "  " + entry.link().orElse("no link"));
    if (!entry.summary().isEmpty() && !entry.summary().equals(heading))
      TerminalText.sayBelow(entry.summary());
    if (!tagged.tags().isEmpty()) TerminalText.sayBelow("tags: " + words(tagged.tags()));
    if (!tagged.audience().isEveryone())
      TerminalText.sayBelow(
          tagged.audience().reach().label() + " by the rule: " + tagged.audience().rule());
  }

  private static String words(List<EntryTag> tags) {
    return tags.stream()
        .map(tag -> tag.tag() + " (" + tag.from().label() + ")")
        .collect(Collectors.joining(", "));
  }
}
