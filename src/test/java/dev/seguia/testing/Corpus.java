package dev.seguia.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// The large corpus of real feeds, which lies outside the project (`-Dseguia.corpus=DIR`).
public final class Corpus {
  private static final Path FOLDER =
      Path.of(System.getProperty("seguia.corpus", "../shared/corpus"));

  private Corpus() {}

  /// Where the corpus would lie.
  static Path folder() {
    return FOLDER;
  }

  /// A file or folder of the corpus; skips the calling test, with a message, where there is none.
  public static Path path(String name) {
    var path = FOLDER.resolve(name);
    Assumptions.assumeTrue(
        Files.exists(path), () -> "skipped: no corpus at " + path + " (set -Dseguia.corpus=DIR)");
    return path;
  }
}
