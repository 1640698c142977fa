package dev.seguia.bench;

import dev.seguia.flood.EntryFlood;
import dev.seguia.flood.FloodRun;
import dev.seguia.flood.Third;
import dev.seguia.memory.MemoryShare;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// What the daemon's parts hold in memory, whatever comes in: floods of entries, each in a process
/// of its own with the launcher's options and a directory of its own.
@Command(
    name = "memory",
    description = "Floods the daemon's parts with entries, and says what each holds in memory.",
    exitCodeListHeading = "Exit status:%n",
    exitCodeList = {
      "0:every part kept to its share, and no flood made the live heap grow",
      "1:a part held more than its share, or the live heap grew from the second third to the last",
      "2:it could not be measured"
    },
    exitCodeOnExecutionException = 2)
final class MemoryBenchmark implements Callable<Integer> {
  private static final int THIRDS = 3;

  @Option(
      names = "--entries",
      defaultValue = "300000",
      description = "In each flood; fewer where each is large (${DEFAULT-VALUE}).")
  private int entries;

  @Option(
      names = "--samples",
      defaultValue = "6",
      description = "Of the live heap, in each third (${DEFAULT-VALUE}).")
  private int samples;

  @Option(
      names = "--floods",
      split = ",",
      description = "Which, out of ${COMPLETION-CANDIDATES}; all if left out.")
  private Set<EntryFlood> floods = EnumSet.allOf(EntryFlood.class);

  /// One flood and its thirds.
  private record Run(EntryFlood flood, List<Third> thirds) {
    Third last() {
      return thirds.getLast();
    }

    boolean isSound() {
      return growth() == 0
          && thirds.stream()
              .flatMap(third -> third.parts().values().stream())
              .allMatch(Third.Held::isWithin);
    }

    long growth() {
      return last().growthSince(thirds.get(THIRDS - 2));
    }
  }

  @Override
  public Integer call() {
    Report.progress(Conditions.now().toString());
    var runs = new ArrayList<Run>();
    for (var flood : floods) runs.add(run(flood));
    System.out.println(heap(runs) + "\n\n" + parts(runs));
    runs.stream()
        .filter(run -> !run.isSound())
        .forEach(run ->
            Report.progress(
                run.flood().title()
                    + ": not bounded; the live heap grew by "
                    + megabytes(run.growth())
                    + " MB beyond the noise"));
    return runs.stream().allMatch(Run::isSound) ? 0 : 1;
  }

  private Run run(EntryFlood flood) {
    try (var directory = Scratch.create();
        var child =
            Child.of(
                FloodRun.class,
                List.of(),
                flood.name(),
                flood.entries(entries),
                samples,
                directory.path())) {
      var thirds =
          IntStream.range(0, THIRDS)
              .mapToObj(_ -> Third.parse(child.read()))
              .peek(third -> Report.progress(flood.title() + ": " + third.entries() + " entries"))
              .toList();
      return new Run(flood, thirds);
    }
  }

  private static Table heap(List<Run> runs) {
    var table =
        new Table()
            .line("flood", "entries", "stored", "live MB", "noise MB", "CPU s", "GC % of CPU");
    for (var run : runs)
      for (var third : run.thirds())
        table.line(
            run.flood().title(),
            Long.toString(third.entries()),
            Long.toString(third.stored()),
            megabytes(third.liveBytes()),
            megabytes(third.noiseBytes()),
            String.format(Locale.ROOT, "%.0f", third.cpuSeconds()),
            String.format(Locale.ROOT, "%.0f", third.gcShare() * 100));
    return table;
  }

  /// What each part held at most in each third, in MB, in the order of the bounds.
  private static Table parts(List<Run> runs) {
    var shares =
        Stream.of(MemoryShare.values())
            .filter(share -> runs.getFirst().last().parts().containsKey(share))
            .toList();
    var table =
        new Table().line(cells("flood", "entries", shares.stream().map(MemoryBenchmark::name)));
    table.line(
        cells(
            "bound",
            "",
            shares.stream().map(share -> megabytes(runs.getFirst().last().held(share).bound()))));
    for (var run : runs)
      for (var third : run.thirds())
        table.line(
            cells(
                run.flood().title(),
                Long.toString(third.entries()),
                shares.stream().map(share -> megabytes(third.held(share).most()))));
    return table;
  }

  private static String[] cells(String first, String second, Stream<String> others) {
    return Stream.concat(Stream.of(first, second), others).toArray(String[]::new);
  }

  private static String name(MemoryShare share) {
    return share.name().toLowerCase(Locale.ROOT);
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f", bytes / 1e6);
  }
}
