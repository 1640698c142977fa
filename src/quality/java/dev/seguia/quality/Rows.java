package dev.seguia.quality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// Reads files of lines with tabs between their columns.
final class Rows {
  private Rows() {}

  /// The rows of a file whose first line names the columns.
  static List<Row> named(Path file) throws IOException {
    var lines = plain(file);
    var names = lines.getFirst();
    return lines.stream().skip(1).map(row -> named(names, row)).toList();
  }

  private static Row named(List<String> names, List<String> row) {
    var named = new HashMap<String, String>();
    for (var at = 0; at < names.size(); at++)
      named.put(names.get(at), at < row.size() ? row.get(at) : "");
    return new Row(named);
  }

  /// The rows of a file, without empty ones and remarks.
  static List<List<String>> plain(Path file) throws IOException {
    var rows = new ArrayList<List<String>>();
    try (var lines =
        new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine())
        if (!line.isEmpty() && !line.startsWith("#")) rows.add(List.of(line.split("\t", -1)));
    }
    return rows;
  }

  private static InputStream open(Path file) throws IOException {
    var bytes = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
  }
}
