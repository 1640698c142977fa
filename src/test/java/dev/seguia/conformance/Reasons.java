package dev.seguia.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// Why some expectations are missed on purpose: patterns of `family/file field`, each with a
/// reason.
record Reasons(List<Reason> reasons) {
  record Reason(Pattern pattern, String why) {}

  static Reasons read() {
    try {
      return new Reasons(
          Files.readAllLines(Path.of("src/test/resources/conformance/reasons.tsv")).stream()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> line.split("\t", 2))
              .map(columns -> new Reason(Pattern.compile(columns[0]), columns[1]))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String of(String place) {
    return reasons.stream()
        .filter(reason -> reason.pattern().matcher(place).find())
        .map(Reason::why)
        .findFirst()
        .orElse("to be mended");
  }
}
