package dev.seguia.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A public bug report about a reader of feeds, a small document of our own of the same kind, and
/// what is right for it.
///
/// A `.case` file holds headers, an empty line, and one expectation a line, as in `0.title =
/// Pears`.
///
/// @param source the reports, as `owner/repository#number`
/// @param reported what goes wrong elsewhere
/// @param done what is done here
/// @param document with the entries; none where another test has it
/// @param test where it is tested
/// @param headers all that the file says of itself
/// @param expected the fields of feed and entries, by their names
record WildCase(
    String source,
    String reported,
    String done,
    Optional<Path> document,
    String test,
    Map<String, String> headers,
    Map<String, String> expected) {
  static final Path FOLDER = Path.of("src/test/resources/wild");

  /// The cases, in the order of their names.
  static List<WildCase> all() {
    try (var files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".case"))
          .sorted()
          .map(WildCase::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static WildCase read(Path file) {
    try {
      var parts = Files.readString(file).split("\n\n", 2);
      var headers = fields(parts[0], ": ?");
      var name = file.getFileName().toString().replace(".case", "");
      return new WildCase(
          Objects.requireNonNull(headers.get("source")),
          Objects.requireNonNull(headers.get("reported")),
          Objects.requireNonNull(headers.get("done")),
          Optional.ofNullable(headers.get("document")).map(FOLDER::resolve),
          headers.getOrDefault("test", "WildTest, " + name),
          headers,
          parts.length < 2 ? Map.of() : fields(parts[1], " = ?"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> fields(String lines, String separator) {
    var fields = new LinkedHashMap<String, String>();
    for (var line : lines.strip().lines().toList()) {
      var field = line.split(separator, 2);
      fields.put(field[0], field[1]);
    }
    return fields;
  }

  /// The bytes of the document: the file is in UTF-8 so that people can read it, and the document
  /// may be in another charset.
  byte[] body() throws IOException {
    var text = Files.readString(document.orElseThrow());
    return text.getBytes(
        Optional.ofNullable(headers.get("charset"))
            .map(Charset::forName)
            .orElse(StandardCharsets.UTF_8));
  }

  /// The list of all cases for the document.
  static String table() {
    var table =
        new StringBuilder(
            """

            ## Public reports about other readers

            Small documents of our own, of the kind that a report describes, through the parser and the
            normaliser. Those that went wrong here as well are put right for the whole kind.

            | reported | source | here | was wrong here | test |
            |---|---|---|---|---|
            """);
    for (var wild : all())
      table.append(
          "| %s | %s | %s | %s | %s |%n"
              .formatted(
                  wild.reported(),
                  wild.source(),
                  wild.done(),
                  wild.headers().getOrDefault("wrong here", "no"),
                  wild.test()));
    return table.toString();
  }
}
