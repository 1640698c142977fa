package dev.seguia.cli;

import dev.seguia.config.Config;
import dev.seguia.daemon.Daemon;
import dev.seguia.daemon.FreePort;
import dev.seguia.daemon.Logs;
import dev.seguia.daemon.ScratchDirectory;
import dev.seguia.lists.ListStore;
import dev.seguia.store.database.NoRoomException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The daemon.
@Command(
    name = "run",
    description = {
      "Polls the sources and serves the merged feeds until stopped.",
      "This is the default command."
    },
    footer = {
      "  seguia run                     serves at http://localhost:8360/",
      "  seguia run --demo --port 8361  sample sources, no network needed"
    })
final class RunCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(RunCommand.class);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(9);
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

  @Mixin private Options options = new Options();

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port to listen on, instead of http.port.")
  private Optional<Integer> port = Optional.empty();

  @Option(
      names = "--demo",
      description =
          "Sample sources that ship with the program, kept in memory: works without a network.")
  private boolean demo;

  @Override
  public Integer call() throws InterruptedException {
    port.ifPresent(number -> options.settings.add("http.port=" + number));
    return demo ? runDemo() : runListed();
  }

  private int runListed() throws InterruptedException {
    var hangUp = HangUp.caught();
    var read = options.readConfig();
    var lists = ListStore.in(options.data);
    var list = options.readSources(lists, read);
    if (SetupFaults.of(read, list).with(options.advice(read)).tell()) return Exit.USAGE;
    var config = SetupFaults.config(read).orElseThrow();
    return run(
        config,
        () -> new Daemon(config, list.sources(), options.data, List.of(), InstantSource.system()),
        daemon -> {
          var reload = new Reload(options, daemon, lists, list);
          hangUp.setAction(reload::readAgain);
          return reload::close;
        });
  }

  private int runDemo() throws InterruptedException {
    options.settings.addAll(0, Demo.SETTINGS);
    var read = options.readConfig();
    if (SetupFaults.of(read).tell()) return Exit.USAGE;
    var config = FreePort.in(SetupFaults.config(read).orElseThrow());
    var demo = new Demo(InstantSource.system().instant());
    // Not in the data directory: the daemon of a real store may be running on it.
    try (var scratch = ScratchDirectory.create()) {
      return run(
          config,
          () ->
              new Daemon(
                  config,
                  demo.sources(config),
                  scratch.path(),
                  demo.routes(),
                  InstantSource.system()),
          _ -> RunCommand::nothing);
    }
  }

  private static void nothing() {
    // the demonstration has no files to watch
  }

  private static int run(Config config, Supplier<Daemon> build, Function<Daemon, Closeable> watch)
      throws InterruptedException {
    Logs.configure(config.log());
    var stop = new CountDownLatch(1);
    var stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndWait(stop, stopped), "stop"));
    try {
      var built = built(build, stop);
      if (built.isPresent()) serve(built.get(), watch, stop);
    } finally {
      stopped.countDown();
    }
    return Exit.OK;
  }

  /// Waits for free disk space if needed; empty if stopped before.
  private static Optional<Daemon> built(Supplier<Daemon> build, CountDownLatch stop)
      throws InterruptedException {
    for (var told = false; ; told = true) {
      try {
        return Optional.of(build.get());
      } catch (NoRoomException e) {
        if (!told) LOG.error(e.getMessage() + ": the daemon will start when there is free space");
        if (stop.await(BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS)) return Optional.empty();
      }
    }
  }

  private static void serve(Daemon daemon, Function<Daemon, Closeable> watch, CountDownLatch stop)
      throws InterruptedException {
    try (daemon) {
      daemon.start();
      try (var _ = watch.apply(daemon)) {
        stop.await();
      }
    }
  }

  /// A resource that is closed with the daemon.
  @FunctionalInterface
  private interface Closeable extends AutoCloseable {
    @Override
    void close();
  }

  /// SIGTERM and SIGINT run this; the Java machine ends when it returns.
  private static void stopAndWait(CountDownLatch stop, CountDownLatch stopped) {
    stop.countDown();
    try {
      if (!stopped.await(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS))
        LOG.error("stop timed out waiting for polls in progress: their results are not stored");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
