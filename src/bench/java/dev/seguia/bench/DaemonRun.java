package dev.seguia.bench;

import dev.seguia.bench.RunningDaemon.Moment;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One run of the daemon through its phases. What was measured before it died can be read after.
final class DaemonRun {
  static final int ADDED = 2;

  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final Duration WARM_UP = Duration.ofSeconds(3);
  private static final Duration LOAD = Duration.ofSeconds(8);
  private static final int CONNECTIONS = 64;

  /// A changed OPML file is read within 2 s.
  private static final Duration RELOAD = Duration.ofSeconds(3);

  private final Site first;
  private final Site second;
  private final int feeds;
  private final BareCosts bare;
  private final Path directory;
  private final OutlineFile outlines;
  private final List<PhaseFigures> phases = new ArrayList<>();
  private final List<FeedRequest.Served> served = new ArrayList<>();
  private String listed = "";
  private Optional<DataFiles> files = Optional.empty();

  /// @param directory empty, for the daemon
  DaemonRun(Site first, Site second, int feeds, BareCosts bare, Path directory) {
    this.first = first;
    this.second = second;
    this.feeds = feeds;
    this.bare = bare;
    this.directory = directory;
    this.outlines = new OutlineFile(directory.resolve("feeds.opml"));
  }

  /// The size of the data directory.
  public record DataFiles(double runningMegabytes, double stoppedMegabytes) {
    Table table() {
      return new Table()
          .line("files", "MB")
          .line("while it ran", Long.toString(Math.round(runningMegabytes)))
          .line("after a stop", Long.toString(Math.round(stoppedMegabytes)));
    }
  }

  List<PhaseFigures> phases() {
    return phases;
  }

  List<FeedRequest.Served> served() {
    return served;
  }

  Optional<DataFiles> files() {
    return files;
  }

  /// Runs the phases that are asked for, besides start and cold.
  void run(Set<DaemonPhase> asked, List<String> settings)
      throws IOException, InterruptedException, DaemonDiedException {
    listed = first.outlines();
    outlines.write(listed);
    reset();
    var running =
        RunningDaemon.observe(directory, outlines, settings, daemon -> all(daemon, asked));
    files = Optional.of(new DataFiles(running, megabytes()));
    if (!asked.contains(DaemonPhase.RESTART)) return;
    outlines.write(listed);
    reset();
    add(
        DaemonPhase.RESTART,
        Moment.ZERO,
        RunningDaemon.observe(directory, outlines, settings, RunningDaemon::awaitFirstResponse));
  }

  /// Runs the phases of the first process.
  ///
  /// @return how many megabytes the data directory has in the end
  private double all(RunningDaemon daemon, Set<DaemonPhase> asked)
      throws IOException, InterruptedException {
    add(DaemonPhase.START, Moment.ZERO, daemon.awaitFirstResponse());
    polls(DaemonPhase.COLD, daemon, Moment.ZERO, first);
    if (asked.contains(DaemonPhase.UNCHANGED)) unchanged(daemon);
    if (asked.contains(DaemonPhase.PLUS2)) plus2(daemon);
    if (asked.contains(DaemonPhase.WARM)) warm(daemon);
    if (asked.contains(DaemonPhase.IDLE)) idle(daemon);
    if (asked.contains(DaemonPhase.SERVE)) serve(daemon);
    return megabytes();
  }

  private void unchanged(RunningDaemon daemon) throws IOException, InterruptedException {
    reset();
    polls(DaemonPhase.UNCHANGED, daemon, daemon.look(), first);
  }

  private void plus2(RunningDaemon daemon) throws IOException, InterruptedException {
    first.tick(ADDED);
    reset();
    polls(DaemonPhase.PLUS2, daemon, daemon.look(), first);
  }

  private void warm(RunningDaemon daemon) throws IOException, InterruptedException {
    reset();
    var before = daemon.look();
    listed += "\n" + second.outlines();
    outlines.write(listed);
    polls(DaemonPhase.WARM, daemon, before, second);
  }

  private void polls(DaemonPhase phase, RunningDaemon daemon, Moment before, Site site)
      throws IOException, InterruptedException {
    add(phase, before, daemon.awaitQuiet(() -> site.counters().feeds() >= feeds));
  }

  private void idle(RunningDaemon daemon) throws IOException, InterruptedException {
    pause(daemon);
    reset();
    var before = daemon.look();
    Thread.sleep(IDLE);
    add(DaemonPhase.IDLE, before, daemon.look());
  }

  private void serve(RunningDaemon daemon) throws IOException, InterruptedException {
    pause(daemon);
    reset();
    var before = daemon.look();
    for (var request : FeedRequest.all(daemon.port())) {
      var load = request.load(daemon.port(), CONNECTIONS);
      load.run(WARM_UP);
      served.add(request.measure(daemon.program(), load, LOAD));
    }
    add(DaemonPhase.SERVE, before, daemon.look());
  }

  /// Pauses all sources, so that no poll disturbs.
  private void pause(RunningDaemon daemon) throws IOException, InterruptedException {
    outlines.write(OutlineFile.paused(listed));
    Thread.sleep(RELOAD);
    daemon.awaitQuiet(() -> true);
  }

  private void reset() throws InterruptedException {
    first.reset();
    second.reset();
  }

  private void add(DaemonPhase phase, Moment before, Moment after) throws InterruptedException {
    var counters = first.counters().plus(second.counters());
    var figures = PhaseFigures.between(phase, before, after, counters, bare.of(phase));
    Report.progress(figures.line());
    phases.add(figures);
  }

  private double megabytes() throws IOException {
    try (var all = Files.walk(RunningDaemon.data(directory))) {
      return all.map(Path::toFile).filter(File::isFile).mapToLong(File::length).sum() / 1e6;
    }
  }
}
