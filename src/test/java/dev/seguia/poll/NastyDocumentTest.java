package dev.seguia.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Reads the worst documents in a Java machine of its own, with the memory that the launcher gives
/// less what the daemon itself lives on.
final class NastyDocumentTest {
  private static final String HEAP = "-Xmx160m";
  private static final long LONGEST_MILLIS = 20_000;

  @Test
  void everyDocumentIsReadOrRefusedInTimeAndWithinTheHeap() throws Exception {
    var lines = run();
    assertThat(lines).extracting(line -> line.split("\t", 2)[0]).isEqualTo(names());
    for (var line : lines) {
      var parts = line.split("\t", 3);
      assertThat(parts).as(line).hasSize(3);
      assertThat(Long.parseLong(parts[1])).as(line).isLessThan(LONGEST_MILLIS);
      assertThat(parts[2]).matches("(read|refused): .*");
    }
  }

  private static List<String> names() {
    return Stream.of(Nasty.values()).map(Nasty::name).toList();
  }

  private static List<String> run() throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(HEAP, "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders"));
    command.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-cp"));
    command.addAll(List.of(System.getProperty("java.class.path"), Nasty.class.getName()));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.lines().toList();
  }
}
