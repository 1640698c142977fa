package dev.seguia.cli;

import dev.seguia.config.Config;
import dev.seguia.config.ConfigResult;
import dev.seguia.opml.Fault;
import dev.seguia.source.SourceList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All errors and warnings of the settings and the list of sources together, reported before giving
/// up.
record SetupFaults(List<String> errors, List<String> warnings) {
  SetupFaults {
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
  }

  static SetupFaults of(ConfigResult config, SourceList sources) {
    var errors = new ArrayList<>(of(config).errors());
    errors.addAll(of(sources).errors());
    return new SetupFaults(errors, of(sources).warnings());
  }

  /// Adds warnings about allowed but probably unintended settings.
  SetupFaults with(List<String> advice) {
    return new SetupFaults(errors, Stream.concat(advice.stream(), warnings.stream()).toList());
  }

  static SetupFaults of(ConfigResult config) {
    return switch (config) {
      case ConfigResult.Read _ -> new SetupFaults(List.of(), List.of());
      case ConfigResult.Faulty(var complaints) ->
          new SetupFaults(complaints.stream().map(Object::toString).toList(), List.of());
    };
  }

  static SetupFaults of(SourceList sources) {
    return new SetupFaults(
        lines(sources.faults().stream().filter(Fault::isError)),
        lines(sources.faults().stream().filter(fault -> !fault.isError())));
  }

  private static List<String> lines(Stream<Fault> faults) {
    return faults.map(Fault::toString).toList();
  }

  /// Prints them all, where commands complain.
  ///
  /// @return whether there are errors among them
  boolean tell() {
    warnings.forEach(warning -> System.err.println("warning: " + TerminalText.plain(warning)));
    errors.forEach(error -> System.err.println(TerminalText.plain(error)));
    return areErrors();
  }

  boolean areErrors() {
    return !errors.isEmpty();
  }

  static Optional<Config> config(ConfigResult result) {
    return result instanceof ConfigResult.Read(var config) ? Optional.of(config) : Optional.empty();
  }
}
