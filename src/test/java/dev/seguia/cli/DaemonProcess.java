package dev.seguia.cli;

import static org.awaitility.Awaitility.await;

import dev.seguia.daemon.DaemonFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The real program as a process of its own.
final class DaemonProcess implements AutoCloseable {
  private final Installation place;
  private final Path log;
  private final Process process;

  private DaemonProcess(Installation place, Path log, Process process) {
    this.place = place;
    this.log = log;
    this.process = process;
  }

  /// Starts `seguia run` with whatever options, in the memory that the launcher gives it.
  static DaemonProcess run(Installation place, String... more) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx160m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of(Main.class.getName(), "run"));
    command.addAll(place.arguments());
    command.addAll(List.of(more));
    try {
      var log = Files.createTempFile(place.folder(), "daemon", ".log");
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      return new DaemonProcess(place, log, process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  DaemonProcess awaitReady() {
    await().atMost(Duration.ofSeconds(40)).until(this::isReady);
    return this;
  }

  private boolean isReady() {
    if (!process.isAlive()) throw new IllegalStateException("it ended: " + log());
    return log().contains("running")
        && DaemonFile.in(place.data()).read().filter(DaemonProcess::answers).isPresent();
  }

  private static boolean answers(URI daemon) {
    try {
      var connection = (HttpURLConnection) daemon.resolve("/readyz").toURL().openConnection();
      return connection.getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// All that it said so far.
  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// SIGTERM.
  ///
  /// @return the exit code
  int terminate() throws InterruptedException {
    process.destroy();
    return awaitEnd(Duration.ofSeconds(10));
  }

  /// The exit code of a process that ends by itself.
  int awaitEnd(Duration longest) throws InterruptedException {
    if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS))
      throw new IllegalStateException("it still runs: " + log());
    return process.exitValue();
  }

  /// Sends a signal.
  ///
  /// @param name as in `HUP`
  void signal(String name) throws InterruptedException {
    try {
      new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// SIGKILL: no part of it can put anything in order.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
