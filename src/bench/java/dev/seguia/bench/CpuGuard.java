package dev.seguia.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/// Guards against a daemon that has become much slower: compares its CPU time for a small cold
/// ingest with that of the bare pipeline in the same run.
///
/// @param limit how many times the CPU time of the bare pipeline the daemon may take
record CpuGuard(double limit) {
  private static final int FEEDS = 60;
  private static final int ENTRIES = 40;
  private static final int PAIRS = 3;

  /// So long that no source is polled twice.
  private static final String INTERVAL = "1h";

  /// What came of it, in one line.
  record Verdict(boolean passed, String line) {}

  /// Measures the bare pipeline and the daemon in turns.
  ///
  /// @param settings of the daemon
  Verdict judge(List<String> settings)
      throws IOException, InterruptedException, DaemonDiedException {
    var ratios = DoubleStream.builder();
    try (var site = Site.spread(0, FEEDS, ENTRIES)) {
      for (var pair = 0; pair < PAIRS; pair++) {
        var bare = BareCosts.cold(site, FEEDS);
        var daemon = daemon(site, settings);
        Report.progress(String.format(Locale.ROOT, "bare %.2f, daemon %.2f CPU s", bare, daemon));
        ratios.add(daemon / bare);
      }
    }
    return verdict(Spread.of(ratios.build()));
  }

  private static double daemon(Site site, List<String> settings)
      throws IOException, InterruptedException, DaemonDiedException {
    site.reset();
    try (var directory = Scratch.create()) {
      var outlines = new OutlineFile(directory.path().resolve("feeds.opml"));
      outlines.write(site.outlines());
      return RunningDaemon.observe(
          directory.path(),
          outlines,
          RunningDaemon.settings(INTERVAL, settings),
          daemon -> daemon.awaitQuiet(() -> site.counters().feeds() >= FEEDS).cpuSeconds());
    }
  }

  Verdict verdict(Spread ratios) {
    var passed = ratios.median() <= limit;
    var line =
        "the daemon takes %s times the CPU time of the bare pipeline: %s the limit of %s"
            .formatted(ratios.text(2), passed ? "within" : "above", limit);
    return new Verdict(passed, line);
  }
}
