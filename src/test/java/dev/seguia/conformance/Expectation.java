package dev.seguia.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One line of a family's `expectations.tsv`.
///
/// @param field with the index of its entry, as in `entries[0].title`
/// @param kind the field without any index, as in `entries.title`
/// @param entry which entry it speaks of, or -1 if it speaks of the feed
record Expectation(
    String file, String field, String kind, int entry, String operator, JsonNode value) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern ENTRY = Pattern.compile("entries\\[(\\d+)\\].*");

  static List<Expectation> of(Path family) {
    try (var lines = Files.lines(family.resolve("expectations.tsv"))) {
      return lines.skip(1).map(Expectation::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Expectation parse(String line) {
    var columns = line.split("\t", -1);
    var field = columns[1];
    var entry = ENTRY.matcher(field);
    return new Expectation(
        columns[0],
        field,
        field.replaceAll("\\[\\d+\\]", ""),
        entry.matches() ? Integer.parseInt(entry.group(1)) : -1,
        columns[2],
        JSON.readTree(columns[3]));
  }

  String text() {
    return value.isString() ? value.stringValue() : value.isNull() ? "" : value.toString();
  }
}
