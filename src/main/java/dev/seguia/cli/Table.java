package dev.seguia.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Rows in columns of equal width.
final class Table {
  private static final int WIDEST = 48;

  /// The last column stands in no other's way.
  private static final int WIDEST_AT_THE_END = 160;

  private static final String BETWEEN = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  Table(String... heads) {
    rows.add(List.of(heads));
  }

  void row(Object... cells) {
    var end = cells.length - 1;
    rows.add(
        IntStream.range(0, cells.length)
            .mapToObj(at -> cell(cells[at], at < end ? WIDEST : WIDEST_AT_THE_END))
            .toList());
  }

  /// What came from outside may hold anything: no control character of it reaches the terminal.
  private static String cell(Object value, int widest) {
    var text = value.toString().replaceAll("[\\p{Cntrl}\\p{Cf}]", " ").strip();
    return text.length() <= widest ? text : text.substring(0, widest - 1) + "…";
  }

  @Override
  public String toString() {
    var widths =
        IntStream.range(0, rows.getFirst().size())
            .map(column -> rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0))
            .toArray();
    return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
  }

  private static String line(List<String> row, int[] widths) {
    return IntStream.range(0, row.size())
        .mapToObj(at -> row.get(at) + " ".repeat(widths[at] - width(row.get(at))))
        .collect(Collectors.joining(BETWEEN))
        .stripTrailing();
  }

  /// Accents and Arabic vowels stand above their letters and take no place.
  private static int width(String text) {
    return (int)
        text.codePoints()
            .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
            .count();
  }
}
