package dev.seguia.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A store whose process is killed while it writes, until H2 has come round to writing over what it
/// has replaced. That is where a file can fall back behind what it was known to hold: H2 2.5.252
/// does so about once in six of these kills.
@Timeout(300)
final class StoreKillTest {
  private static final int KILLS = 40;
  private static final String COUNT = "[0-9]+;";

  @TempDir private Path folder;

  private final CountDownLatch never = new CountDownLatch(1);

  /// How many transactions the store was seen to hold.
  private long held;

  @Test
  void takesNothingBackInFortyKills() throws Exception {
    for (var kill = 0; kill < KILLS; kill++) {
      if (kill % 4 == 3) killAtTheStart(100L * (kill % 9));
      else killAmidTheWork(1 + kill % 2, 50L * (kill % 8));
    }
    killAmidTheWork(1, 0);
    assertThat(held).isGreaterThan(KILLS);
  }

  /// Kills after some work and some time: by time alone a busy machine would have done no work yet.
  ///
  /// @param transactions so many are made before the kill at least
  private void killAmidTheWork(int transactions, long millis) throws Exception {
    var process = start();
    try (var lines = process.inputReader()) {
      var first = lines.readLine();
      assertThat(first).as("the store is opened; " + log()).matches(COUNT);
      assertThat(count(first)).as("transactions after a kill").isGreaterThanOrEqualTo(held);
      for (var made = 0; made < transactions; made++) noteNext(lines);
      kill(process, millis);
      noteAll(lines);
    }
  }

  private void killAtTheStart(long millis) throws Exception {
    var process = start();
    try (var lines = process.inputReader()) {
      kill(process, millis);
      noteAll(lines);
    }
  }

  private Process start() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var classes = System.getProperty("java.class.path");
    var command =
        List.of(
            java,
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            classes,
            StoreWriter.class.getName(),
            folder.toString());
    return new ProcessBuilder(command).redirectError(folder.resolve("log").toFile()).start();
  }

  private void kill(Process process, long millis) throws Exception {
    assertThat(never.await(millis, TimeUnit.MILLISECONDS)).isFalse();
    assertThat(process.isAlive()).as("it goes on until it is killed; " + log()).isTrue();
    process.toHandle().destroyForcibly(); // the process itself would close what it has yet to tell
    process.waitFor();
  }

  private String log() throws IOException {
    return Files.readString(folder.resolve("log"));
  }

  private void noteNext(BufferedReader lines) throws IOException {
    var line = lines.readLine();
    assertThat(line).as("it goes on until it is killed; " + log()).matches(COUNT);
    note(line);
  }

  private void noteAll(BufferedReader lines) {
    lines.lines().forEach(this::note);
  }

  /// A number that the kill has cut off is none.
  private void note(String line) {
    if (line.matches(COUNT)) held = Math.max(held, count(line));
  }

  private static long count(String line) {
    return Long.parseLong(line.substring(0, line.length() - 1));
  }
}
