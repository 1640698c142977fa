package dev.seguia.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Lines of cells, as wide as the widest of their column; the first column to the left, the others
/// to the right.
final class Table {
  private final List<List<String>> lines = new ArrayList<>();

  Table line(String... cells) {
    lines.add(List.of(cells));
    return this;
  }

  @Override
  public String toString() {
    return lines.stream().map(this::text).collect(Collectors.joining("\n"));
  }

  private String text(List<String> line) {
    return IntStream.range(0, line.size())
        .mapToObj(column -> padded(line.get(column), column))
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }

  private String padded(String cell, int column) {
    var width = lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
    var blanks = " ".repeat(width - cell.length());
    return column == 0 ? cell + blanks : blanks + cell;
  }
}
