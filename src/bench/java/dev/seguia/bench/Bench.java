package dev.seguia.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The benchmarks, by name.
@Command(
    name = "bench",
    description = "Measures what Seguia costs.",
    mixinStandardHelpOptions = true,
    subcommands = {
      IngestBenchmark.class,
      DaemonBenchmark.class,
      ServeBenchmark.class,
      PagesBenchmark.class,
      SearchBenchmark.class,
      RulesBenchmark.class,
      MemoryBenchmark.class,
      StepBenchmark.class
    })
public final class Bench {
  private Bench() {}

  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new Bench()).setCaseInsensitiveEnumValuesAllowed(true).execute(arguments));
  }
}
