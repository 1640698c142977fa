package dev.seguia.cli;

import dev.seguia.config.Config;
import dev.seguia.source.Source;
import dev.seguia.source.SourceList;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// A command that asks the store, or the daemon that holds it.
abstract class StoreCommand implements Callable<Integer> {
  @Mixin Options options = new Options();

  @Option(names = "--json", description = "As JSON, for programs.")
  boolean json;

  @Override
  public final Integer call() throws InterruptedException {
    Logs.quiet();
    var read = options.readConfig();
    var list = readSources(Faults.config(read));
    if (Faults.of(read, list).tell()) return Exit.USAGE;
    var config = Faults.config(read).orElseThrow();
    try (var operator = Operator.of(config, list.sources(), options.data, InstantSource.system())) {
      return call(operator, list.sources());
    }
  }

  /// Reads the list of sources.
  ///
  /// @param config empty if the settings are wrong
  SourceList readSources(Optional<Config> config) throws InterruptedException {
    return options.readSources();
  }

  /// @param sources those in the OPML file
  abstract int call(Operator operator, List<Source> sources) throws InterruptedException;
}
