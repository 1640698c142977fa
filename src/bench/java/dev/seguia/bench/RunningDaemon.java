package dev.seguia.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The packaged program as users run it, with everything enabled, observed from outside.
final class RunningDaemon implements AutoCloseable {
  private static final Path JAR = Path.of("target", "seguia.jar");
  private static final Duration LONGEST_START = Duration.ofSeconds(90);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
  private static final Duration LONGEST_PHASE = Duration.ofMinutes(10);
  private static final Duration EXIT = Duration.ofSeconds(2);

  /// After so many quiet looks in a row nothing is left to do.
  private static final int QUIET_LOOKS = 4;

  private static final Duration IDLE = Duration.ofMillis(100);

  private final Child program;
  private final ThreadTimes threads;
  private final Path log;
  private final int port;
  private final long began = System.nanoTime();

  private RunningDaemon(Child program, Path log, int port) {
    this.program = program;
    this.threads = new ThreadTimes(program.pid());
    this.log = log;
    this.port = port;
  }

  /// What the daemon had used at one moment.
  ///
  /// @param wall since the start of the process
  /// @param busy one of its threads runs, or waits for a processor or a disk
  record Moment(Duration wall, boolean busy, Usage usage, Map<ThreadKind, Duration> threads) {
    /// The start of the process.
    static final Moment ZERO =
        new Moment(Duration.ZERO, false, new Usage(Duration.ZERO, 0, 0), Map.of());

    /// Little CPU time alone does not mean that it is quiet: on a busy machine it may wait for
    /// more.
    boolean quietSince(Moment last) {
      return !busy && usage.cpu().minus(last.usage().cpu()).compareTo(IDLE) < 0;
    }

    double cpuSeconds() {
      return usage.cpu().toMillis() / 1000.0;
    }
  }

  /// Something that may have happened, such as that all sources were polled.
  @FunctionalInterface
  interface Condition {
    boolean holds() throws InterruptedException;
  }

  /// What is done with a running daemon, and what comes of it.
  @FunctionalInterface
  interface Observation<T> {
    T of(RunningDaemon daemon) throws IOException, InterruptedException;
  }

  /// Starts the program, observes it, and stops it.
  ///
  /// @param directory for its log and its data
  /// @param settings as in `polling.concurrency=8`; of two of the same key the last one counts
  static <T> T observe(
      Path directory, OutlineFile outlines, List<String> settings, Observation<T> observation)
      throws IOException, InterruptedException, DaemonDiedException {
    try (var daemon = start(directory, outlines, settings)) {
      try {
        return observation.of(daemon);
      } catch (IOException | RuntimeException e) {
        if (daemon.program.exitStatus(EXIT).isPresent()) throw daemon.death();
        throw e;
      }
    }
  }

  /// The settings of a daemon that polls made-up feeds.
  ///
  /// @param interval between two polls of a source
  /// @param more of the same form, which count more
  static List<String> settings(String interval, List<String> more) {
    var settings =
        new ArrayList<>(
            List.of(
                "polling.min-interval=" + interval,
                "polling.max-interval=" + interval,
                "polling.new-per-second=1000",
                "fetch.allow-addresses=[127.0.0.0/8]"));
    settings.addAll(more);
    return settings;
  }

  private static RunningDaemon start(Path directory, OutlineFile outlines, List<String> settings)
      throws IOException {
    var port = freePort();
    var log = directory.resolve("log");
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of("run", "--port=" + port, "--opml=" + outlines.path()));
    arguments.add("--data=" + data(directory));
    settings.forEach(setting -> arguments.add("--set=" + setting));
    return new RunningDaemon(Child.ofProgram(JAR, arguments, log), log, port);
  }

  /// Where a daemon of that directory has its data.
  static Path data(Path directory) {
    return directory.resolve("data");
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  int port() {
    return port;
  }

  Child program() {
    return program;
  }

  /// Waits until it serves a merged feed.
  Moment awaitFirstResponse() throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/feeds/all.json")).build();
    try (var http = HttpClient.newHttpClient()) {
      while (!serves(http, request)) {
        if (program.exitStatus(BETWEEN_TRIES).isPresent())
          throw new IllegalStateException("the daemon ended while it started");
        if (wall().compareTo(LONGEST_START) > 0)
          throw new IllegalStateException("no response within " + LONGEST_START);
      }
    }
    return look();
  }

  private static boolean serves(HttpClient http, HttpRequest request) throws InterruptedException {
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /// Waits until something has happened and the daemon has nothing left to do after that.
  Moment awaitQuiet(Condition happened) throws IOException, InterruptedException {
    var start = wall();
    var last = look();
    for (var quiet = 0; quiet < QUIET_LOOKS; ) {
      if (wall().minus(start).compareTo(LONGEST_PHASE) > 0)
        throw new IllegalStateException("the daemon was not done within " + LONGEST_PHASE);
      Thread.sleep(BETWEEN_LOOKS);
      var now = look();
      quiet = happened.holds() && now.quietSince(last) ? quiet + 1 : 0;
      last = now;
    }
    return last;
  }

  Moment look() throws IOException {
    var busy = threads.look();
    var usage = program.usage();
    return new Moment(wall(), busy, usage, threads.sums(usage.cpu()));
  }

  private Duration wall() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /// Tells how it ended, with the last line that it printed.
  private DaemonDiedException death() throws IOException, InterruptedException {
    var lines = Files.readAllLines(log);
    return new DaemonDiedException(
        "exit status %d: %s"
            .formatted(
                program.exitStatus(EXIT).orElseThrow(),
                lines.isEmpty() ? "no log" : lines.getLast()));
  }

  /// Tells it to stop, and waits for that.
  @Override
  public void close() {
    program.terminate();
    program.close();
  }
}
