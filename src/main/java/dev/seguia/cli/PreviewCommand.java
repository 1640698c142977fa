package dev.seguia.cli;

import dev.seguia.admin.AdminJson;
import dev.seguia.feed.EntryTag;
import dev.seguia.source.Source;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What one source would give.
@Command(
    name = "preview",
    description =
        "Shows what a source would give: its entries when they are cleaned, and their tags.",
    footer = "  seguia preview https://www.hespress.com/feed")
final class PreviewCommand implements Callable<Integer> {
  @Mixin private Options options = new Options();

  @Parameters(paramLabel = "URL", description = "The address of a feed.")
  private URI url = URI.create("");

  @Option(names = "--json", description = "As JSON, for programs.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    Logs.quiet();
    var read = options.readConfig();
    if (Faults.of(read).tell()) return Exit.USAGE;
    try (var reader = new Reader(Faults.config(read).orElseThrow(), InstantSource.system())) {
      return switch (reader.read(source())) {
        case Reader.Result.Given given -> print(given);
        case Reader.Result.Nothing(var reason) -> {
          System.err.println("seguia: " + url + ": " + reason);
          yield Exit.FAILED;
        }
      };
    }
  }

  /// As the list of sources has it, if it does: its folders give tags.
  private Source source() {
    return options.readSources().sources().stream()
        .filter(source -> source.url().equals(url))
        .findFirst()
        .orElseGet(
            () -> new Source(url, "", Optional.empty(), List.of(), Source.Settings.defaults()));
  }

  private int print(Reader.Result.Given given) {
    if (json)
      System.out.println(
          AdminJson.pretty(
              Map.of(
                  "format", given.format(),
                  "feed", given.feed().header(),
                  "entries", given.entries(),
                  "warnings", given.warnings())));
    else printWords(given);
    return Exit.OK;
  }

  private static void printWords(Reader.Result.Given given) {
    given.warnings().forEach(warning -> System.err.println("warning: " + warning));
    System.out.printf(
        "%s (%s), %d entries%n",
        given.feed().header().title(), given.format(), given.entries().size());
    for (var tagged : given.entries()) {
      var entry = tagged.entry();
      System.out.println();
      System.out.println(entry.title().isEmpty() ? "(no title)" : entry.title());
      System.out.println(
          "  " + Moments.words(entry.date()) + "  " + entry.link().orElse("no link"));
      if (!entry.summary().isEmpty()) System.out.println("  " + entry.summary());
      if (!tagged.tags().isEmpty()) System.out.println("  tags: " + words(tagged.tags()));
    }
  }

  private static String words(List<EntryTag> tags) {
    return tags.stream()
        .map(tag -> tag.tag() + " (" + tag.from().label() + ")")
        .collect(Collectors.joining(", "));
  }
}
