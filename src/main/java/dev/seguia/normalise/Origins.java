package dev.seguia.normalise;

import dev.seguia.feed.Origin;
import dev.seguia.feed.Text;

/// Cleans the origin of an entry: the feed that it was taken from.
final class Origins {
  private static final int LONGEST_TITLE = 500;

  private Origins() {}

  static Origin of(Origin raw, LinkReader links) {
    return new Origin(
        raw.id().flatMap(Ids::bounded),
        PlainText.of(Text.unknown(raw.title()), LONGEST_TITLE),
        raw.link().flatMap(links::link),
        raw.self().flatMap(links::url));
  }
}
