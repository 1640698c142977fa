package dev.seguia.quality;

import java.util.Locale;

/// A figure that was measured, and what it should be.
sealed interface Figure {
  String name();

  double value();

  /// In words of the table; empty where there is none.
  String aim();

  boolean isMet();

  /// The more, the better.
  record AtLeast(String name, double value, double least) implements Figure {
    @Override
    public String aim() {
      return ">= " + written(least);
    }

    @Override
    public boolean isMet() {
      return value >= least;
    }
  }

  /// The less, the better.
  record AtMost(String name, double value, double most) implements Figure {
    @Override
    public String aim() {
      return "<= " + written(most);
    }

    @Override
    public boolean isMet() {
      return value <= most;
    }
  }

  /// Only told.
  record Told(String name, double value) implements Figure {
    @Override
    public String aim() {
      return "";
    }

    @Override
    public boolean isMet() {
      return true;
    }
  }

  /// Shares between 0 and 1 with three digits, all else with one.
  static String written(double value) {
    return String.format(Locale.ROOT, value <= 1 && value != 0 ? "%.3f" : "%.1f", value);
  }
}
