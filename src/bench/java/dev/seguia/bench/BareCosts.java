package dev.seguia.bench;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// CPU seconds of the [BarePipeline] for the phases that it can do, as a process of its own with
/// the launcher's options.
record BareCosts(Map<DaemonPhase, Double> seconds) {
  /// Runs the phases that are asked for, and the cold one.
  ///
  /// @param second polled in the warm phase
  static BareCosts measure(Site first, Site second, int feeds, int added, Set<DaemonPhase> phases)
      throws InterruptedException {
    var seconds = new EnumMap<DaemonPhase, Double>(DaemonPhase.class);
    try (var directory = Scratch.create();
        var pipeline = start(feeds, directory)) {
      seconds.put(DaemonPhase.COLD, cold(pipeline, first));
      if (phases.contains(DaemonPhase.UNCHANGED))
        seconds.put(DaemonPhase.UNCHANGED, round(pipeline, first));
      if (phases.contains(DaemonPhase.PLUS2)) {
        first.tick(added);
        seconds.put(DaemonPhase.PLUS2, round(pipeline, first));
      }
      if (phases.contains(DaemonPhase.WARM)) seconds.put(DaemonPhase.WARM, round(pipeline, second));
    }
    return new BareCosts(seconds);
  }

  /// The cold phase only.
  static double cold(Site site, int feeds) {
    try (var directory = Scratch.create();
        var pipeline = start(feeds, directory)) {
      return cold(pipeline, site);
    }
  }

  private static Child start(int feeds, Scratch directory) {
    return Child.of(BarePipeline.class, List.of(), feeds, "varchar", directory.path());
  }

  /// The cold round, counted from the start of the process.
  private static double cold(Child pipeline, Site site) {
    pipeline.read();
    round(pipeline, site);
    return pipeline.usage().cpu().toMillis() / 1000.0;
  }

  private static double round(Child pipeline, Site site) {
    var round = Round.parse(pipeline.ask(site.base()));
    if (round.failed() > 0)
      throw new IllegalStateException(round.failed() + " polls of the bare pipeline failed");
    return round.cpuSeconds();
  }

  Optional<Double> of(DaemonPhase phase) {
    return Optional.ofNullable(seconds.get(phase));
  }
}
