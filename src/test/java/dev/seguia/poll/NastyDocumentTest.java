package dev.seguia.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reads the worst documents in a Java machine of its own, with the memory that the launcher gives
/// less what the daemon itself lives on.
final class NastyDocumentTest {
  private static final String HEAP = "-Xmx160m";

  /// Many times what all of them take: a guard against one that never comes to its end.
  private static final Duration LONGEST = Duration.ofMinutes(10);

  @Test
  void everyDocumentIsReadOrRefusedWithinTheHeap(@TempDir Path folder) throws Exception {
    var lines = run(folder.resolve("output"));
    assertThat(lines).extracting(line -> line.split("\t", 2)[0]).isEqualTo(names());
    for (var line : lines) {
      var parts = line.split("\t", 3);
      assertThat(parts).as(line).hasSize(3);
      assertThat(parts[2]).matches("(read|refused): .*");
    }
  }

  private static List<String> names() {
    return Stream.of(Nasty.values()).map(Nasty::name).toList();
  }

  /// All that the process says: of each document a line with its name, its milliseconds and what
  /// came of it.
  private static List<String> run(Path output) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(HEAP, "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders"));
    command.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-cp"));
    command.addAll(List.of(System.getProperty("java.class.path"), Nasty.class.getName()));
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    var ended = process.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    if (!ended) process.destroyForcibly().waitFor();
    assertThat(ended).as("hangs after: " + Files.readString(output)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    System.out.print(Files.readString(output));
    return Files.readAllLines(output);
  }
}
