package dev.seguia.normalise;

import dev.seguia.feed.Text;
import java.util.List;

/// Reads the labels of a source as plain text.
final class Categories {
  private static final int MOST = 100;
  private static final int LONGEST = 200;

  private Categories() {}

  static List<String> of(List<String> labels) {
    return labels.stream()
        .map(label -> PlainText.of(Text.unknown(label), LONGEST))
        .filter(label -> !label.isEmpty())
        .distinct()
        .limit(MOST)
        .toList();
  }
}
