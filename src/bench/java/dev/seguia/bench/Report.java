package dev.seguia.bench;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/// How figures are given.
final class Report {
  @Option(names = "--json", description = "As one line of JSON, for programs.")
  private boolean json;

  /// Prints the figures, or else the tables, with an empty line between two of them.
  void give(Object figures, Table... tables) {
    if (json) System.out.println(JsonMapper.shared().writeValueAsString(figures));
    else
      System.out.println(
          Stream.of(tables).map(Table::toString).collect(Collectors.joining("\n\n")));
  }

  /// Something to look at while it runs.
  static void progress(String line) {
    System.err.println(line);
  }
}
