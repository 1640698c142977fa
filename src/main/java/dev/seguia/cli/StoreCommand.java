package dev.seguia.cli;

import dev.seguia.config.Config;
import dev.seguia.daemon.Logs;
import dev.seguia.source.Source;
import dev.seguia.source.SourceList;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// A command that needs the store, directly or through the daemon that holds it.
abstract class StoreCommand implements Callable<Integer> {
  @Mixin Options options = new Options();

  @Option(names = "--json", description = "As JSON, for programs.")
  boolean json;

  @Override
  public final Integer call() throws InterruptedException {
    Logs.quiet();
    var read = options.readConfig();
    var list = readSources(SetupFaults.config(read));
    var isBroken = SetupFaults.of(list).tell();
    if (SetupFaults.of(read).tell() || (isBroken && needsList())) return Exit.USAGE;
    var config = SetupFaults.config(read).orElseThrow();
    if (isBroken && !Operator.knowsSources(config, options.data)) return Exit.USAGE;
    if (isBroken)
      System.err.println("seguia: the list of sources is invalid: showing what is in the store");
    if (!isBroken) checkNames(list.sources());
    var done = withoutStore();
    if (done.isPresent()) return done.getAsInt();
    try (var operator = operator(config, list.sources())) {
      return call(operator, list.sources());
    }
  }

  /// Whether nothing can be done without a list of sources that is in order.
  boolean needsList() {
    return false;
  }

  /// Checks the source names on the command line before a store is opened.
  ///
  /// @throws SourceName.UnknownSource if one of them does not exist
  void checkNames(List<Source> sources) {
    // most commands name none
  }

  /// Runs without a store if possible, and returns the exit code; empty if a store is needed.
  OptionalInt withoutStore() {
    return OptionalInt.empty();
  }

  /// The operator for this command.
  Operator operator(Config config, List<Source> sources) {
    return Operator.of(config, sources, options.data, InstantSource.system());
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
