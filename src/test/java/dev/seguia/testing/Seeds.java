package dev.seguia.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// Known attacks to begin a fuzz run with; none where the corpus is absent.
public final class Seeds {
  private static final long LARGEST = 20_000;

  private Seeds() {}

  /// The attacks on those who clean HTML.
  public static Stream<byte[]> vectors() {
    var json = new JsonMapper();
    return lines("sanitize/vectors.jsonl")
        .map(line -> json.readTree(line).get("input").asString().getBytes(StandardCharsets.UTF_8));
  }

  /// The attacks on those who read feeds, and some feeds that are sound.
  public static Stream<byte[]> feeds() {
    return Stream.of("hostile", "jsonfeed", "feedparser/illformed")
        .flatMap(Seeds::files)
        .filter(file -> !file.toString().endsWith(".gz"))
        .map(Seeds::read)
        .filter(bytes -> bytes.length <= LARGEST);
  }

  private static Stream<String> lines(String name) {
    try {
      var file = Corpus.folder().resolve(name);
      return Files.exists(file) ? Files.readAllLines(file).stream() : Stream.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> files(String name) {
    var folder = Corpus.folder().resolve(name);
    if (!Files.exists(folder)) return Stream.empty();
    try (var walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
