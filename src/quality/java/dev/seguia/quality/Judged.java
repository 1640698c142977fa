package dev.seguia.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The files that are judged by, and where what is predicted goes.
///
/// @param folders that are searched for a file, in this order
/// @param scorers the folder of the scorers in Python; need not exist
/// @param predictions the folder for our decisions
record Judged(List<Path> folders, Path scorers, Path predictions) {
  /// `-Dseguia.judged=DIR` names another half of the data: in it, or in its folders `dedup` and
  /// `tags`, lie files of the same names.
  static Judged ofProperties() throws IOException {
    var shared = Path.of("..", "shared");
    var given =
        Optional.ofNullable(System.getProperty("seguia.judged")).filter(dir -> !dir.isBlank());
    var root = given.map(Path::of).orElse(shared);
    return new Judged(
        List.of(root.resolve("dedup"), root.resolve("tags"), root),
        shared.resolve("judges"),
        Files.createDirectories(Path.of("target", "quality")));
  }

  /// A file of the data, where there is one.
  Optional<Path> file(String name) {
    return folders.stream().map(folder -> folder.resolve(name)).filter(Files::exists).findFirst();
  }

  /// A file of the half that lies beside the project, where there is one.
  Optional<Path> shared(String folder, String name) {
    return Optional.of(scorers.resolveSibling(folder).resolve(name)).filter(Files::exists);
  }

  /// Writes what was predicted, a line each.
  Path write(String name, Stream<String> lines) throws IOException {
    return Files.write(predictions.resolve(name), lines.toList());
  }
}
