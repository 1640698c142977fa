package dev.seguia.normalise;

import dev.seguia.feed.Origin;
import dev.seguia.feed.Text;

/// Cleans what an entry says of the feed that it was taken from.
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
