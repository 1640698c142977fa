package dev.seguia.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The figures as a table: figure, what it is, aim, met or missed.
record Report(List<Figure> figures) {
  Report {
    figures = List.copyOf(figures);
  }

  @Override
  public String toString() {
    var lines = new ArrayList<List<String>>();
    lines.add(List.of("figure", "measured", "aim", ""));
    figures.forEach(figure -> lines.add(line(figure)));
    return lines.stream().map(line -> text(lines, line)).collect(Collectors.joining("\n"));
  }

  private static List<String> line(Figure figure) {
    var verdict = figure.isMet() ? "met" : "MISSED";
    return List.of(
        figure.name(),
        Figure.written(figure.value()),
        figure.aim(),
        figure.aim().isEmpty() ? "" : verdict);
  }

  /// The first column to the left, the others to the right.
  private static String text(List<List<String>> lines, List<String> line) {
    return IntStream.range(0, line.size())
        .mapToObj(column -> padded(lines, line.get(column), column))
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }

  private static String padded(List<List<String>> lines, String cell, int column) {
    var width = lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
    var blanks = " ".repeat(width - cell.length());
    return column == 0 ? cell + blanks : blanks + cell;
  }
}
