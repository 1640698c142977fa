package dev.seguia.bench;

import dev.seguia.flood.Launcher;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Single steps, warm, by JMH.
@Command(name = "steps", description = "The micro-benchmarks, by JMH.")
final class StepBenchmark implements Callable<Integer> {
  @Parameters(
      arity = "0..*",
      paramLabel = "NAME",
      description = "Those whose names hold this (all).")
  private List<String> names = List.of();

  @Option(names = "--iterations", defaultValue = "5", description = "(${DEFAULT-VALUE})")
  private int iterations;

  @Option(names = "--forks", defaultValue = "1", description = "(${DEFAULT-VALUE})")
  private int forks;

  @Override
  public Integer call() throws RunnerException {
    var options =
        new OptionsBuilder()
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.MICROSECONDS)
            .warmupIterations(iterations)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(iterations)
            .measurementTime(TimeValue.seconds(1))
            .forks(forks)
            .jvmArgs(Launcher.options().toArray(String[]::new))
            .addProfiler(GCProfiler.class);
    if (names.isEmpty()) options.include("Steps");
    names.forEach(options::include);
    new Runner(options.build()).run();
    return 0;
  }
}
