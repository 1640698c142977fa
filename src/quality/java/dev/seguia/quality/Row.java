package dev.seguia.quality;

import java.util.Map;
import java.util.Objects;

/// A row of a file by the names of its columns.
record Row(Map<String, String> columns) {
  Row {
    columns = Map.copyOf(columns);
  }

  String text(String column) {
    return Objects.requireNonNull(columns.get(column), column);
  }

  long number(String column) {
    return Long.parseLong(text(column));
  }
}
