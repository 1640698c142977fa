package dev.seguia.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A text table with columns of equal width. The last column is as wide as it needs to be.
final class Table {
  private static final int WIDEST = 48;

  private static final String BETWEEN = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  Table(String... heads) {
    rows.add(List.of(heads));
  }

  void row(Object... cells) {
    var last = cells.length - 1;
    rows.add(
        IntStream.range(0, cells.length)
            .mapToObj(at -> at < last ? TerminalText.cut(cell(cells[at]), WIDEST) : cell(cells[at]))
            .toList());
  }

  private static String cell(Object value) {
    return TerminalText.plain(value.toString());
  }

  @Override
  public String toString() {
    var widths =
        IntStream.range(0, rows.getFirst().size())
            .map(column ->
                rows.stream().mapToInt(row -> TerminalText.width(row.get(column))).max().orElse(0))
            .toArray();
    return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
  }

  private static String line(List<String> row, int[] widths) {
    return IntStream.range(0, row.size())
        .mapToObj(at -> row.get(at) + " ".repeat(widths[at] - TerminalText.width(row.get(at))))
        .collect(Collectors.joining(BETWEEN))
        .stripTrailing();
  }
}
