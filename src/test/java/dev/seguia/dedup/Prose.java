package dev.seguia.dedup;

import java.util.Random;
import java.util.stream.Collectors;

/// Texts of made-up words.
final class Prose {
  private Prose() {}

  /// A paragraph; equal seeds give equal words, and a shorter one the beginning of a longer one.
  static String of(long seed, int words) {
    return new Random(seed)
        .ints(words, 0, 2_000)
        .mapToObj(number -> "mot" + Integer.toString(number, 36).replaceAll("\\d", "x"))
        .collect(Collectors.joining(" ", "<p>", "</p>"));
  }
}
