package dev.seguia.bench;

import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/// How figures are given.
final class Report {
  @Option(names = "--json", description = "As one line of JSON, for programs.")
  private boolean json;

  void give(Object figures, Table table) {
    if (json) System.out.println(JsonMapper.shared().writeValueAsString(figures));
    else System.out.println(table);
  }

  /// Something to look at while it runs.
  static void progress(String line) {
    System.err.println(line);
  }
}
