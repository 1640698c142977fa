package dev.seguia.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.seguia.bench.RunningDaemon.Moment;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What one phase cost the daemon.
///
/// @param rssMegabytes at the end of the phase
/// @param peakMegabytes since the start of the process
/// @param whole responses of the fixture with a document (200)
/// @param notModified responses of the fixture without (304)
/// @param threadSeconds CPU time by what the threads work on
/// @param bareSeconds CPU time of the bare pipeline for the same, if it can do that
public record PhaseFigures(
    String phase,
    double cpuSeconds,
    double wallSeconds,
    long rssMegabytes,
    long peakMegabytes,
    int whole,
    int notModified,
    Map<ThreadKind, Double> threadSeconds,
    Optional<Double> bareSeconds) {
  public PhaseFigures {
    threadSeconds = Map.copyOf(threadSeconds);
  }

  static PhaseFigures between(
      DaemonPhase phase,
      Moment before,
      Moment after,
      Site.Counters counters,
      Optional<Double> bareSeconds) {
    var threads = new EnumMap<ThreadKind, Double>(ThreadKind.class);
    after
        .threads()
        .forEach((kind, cpu) ->
            threads.put(
                kind, seconds(cpu.minus(before.threads().getOrDefault(kind, Duration.ZERO)))));
    return new PhaseFigures(
        phase.label(),
        seconds(after.usage().cpu().minus(before.usage().cpu())),
        seconds(after.wall().minus(before.wall())),
        after.usage().residentMegabytes(),
        after.usage().peakMegabytes(),
        counters.whole(),
        counters.notModified(),
        threads,
        bareSeconds);
  }

  /// How many times the CPU time of the bare pipeline.
  @JsonProperty
  public Optional<Double> ratio() {
    return bareSeconds.map(bare -> cpuSeconds / bare);
  }

  /// The share of the CPU time that went into collecting garbage.
  @JsonProperty
  public double gcShare() {
    return cpuSeconds == 0 ? 0 : threadSeconds.getOrDefault(ThreadKind.GC, 0.0) / cpuSeconds;
  }

  /// To look at while it runs.
  String line() {
    return String.format(
        Locale.ROOT,
        "%-9s %6.2f CPU s  %6.1f s  %4d MB",
        phase,
        cpuSeconds,
        wallSeconds,
        rssMegabytes);
  }

  static Table table(List<PhaseFigures> phases) {
    var table = new Table();
    table.line(
        Stream.concat(
                Stream.of(
                    "phase",
                    "CPU s",
                    "wall s",
                    "RSS MB",
                    "peak MB",
                    "200",
                    "304",
                    "bare CPU s",
                    "ratio",
                    "GC %"),
                Stream.of(ThreadKind.values()).map(ThreadKind::label))
            .toArray(String[]::new));
    phases.forEach(phase -> table.line(phase.cells()));
    return table;
  }

  private String[] cells() {
    return Stream.concat(
            Stream.of(
                phase,
                text(cpuSeconds, 2),
                text(wallSeconds, 1),
                Long.toString(rssMegabytes),
                Long.toString(peakMegabytes),
                Integer.toString(whole),
                Integer.toString(notModified),
                bareSeconds.map(bare -> text(bare, 2)).orElse("-"),
                ratio().map(ratio -> text(ratio, 2)).orElse("-"),
                text(gcShare() * 100, 0)),
            Stream.of(ThreadKind.values())
                .map(kind -> text(threadSeconds.getOrDefault(kind, 0.0), 1)))
        .toArray(String[]::new);
  }

  private static String text(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
