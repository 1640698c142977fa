package dev.seguia.normalise;

import dev.seguia.feed.Text;
import java.util.LinkedHashSet;
import java.util.List;

/// Reads the category labels of a source as plain text.
final class Categories {
  /// Limit: categories of an entry; further ones are ignored.
  private static final int MOST = 100;

  private static final int LONGEST = 200;

  private Categories() {}

  static List<String> of(List<String> labels) {
    var clean = new LinkedHashSet<String>();
    for (var label : labels) {
      var text = PlainText.of(Text.unknown(label), LONGEST);
      if (!text.isEmpty() && clean.size() < MOST) clean.add(text);
    }
    return List.copyOf(clean);
  }
}
