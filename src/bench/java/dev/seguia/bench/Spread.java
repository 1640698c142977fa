package dev.seguia.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/// The least, the middle and the most of what several runs gave.
public record Spread(double min, double median, double max) {
  static Spread of(DoubleStream values) {
    var sorted = values.sorted().boxed().toList();
    return new Spread(sorted.getFirst(), median(sorted), sorted.getLast());
  }

  private static double median(List<Double> sorted) {
    var middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /// As in `3.1 (2.9-3.4)`: the middle, and between what it lies.
  String text(int decimals) {
    return number(median, decimals)
        + " ("
        + number(min, decimals)
        + "-"
        + number(max, decimals)
        + ")";
  }

  private static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
