package dev.seguia.store.arrival;

import dev.seguia.source.Source;
import dev.seguia.source.Source.Kind;
import java.util.Optional;

/// Which part of an article's page is wanted.
public enum ArticlePart {
  /// The text in place of the feed's, and what the entry lacks.
  TEXT,
  /// What the entry lacks, and of the text the beginning only.
  SUMMARY;

  /// What a source wants of the pages of its articles: the text where that is wished, and the
  /// beginning where there is hardly anything else.
  public static Optional<ArticlePart> wantedBy(Source.Settings settings) {
    if (settings.fullText()) return Optional.of(TEXT);
    return settings.kind().equals(Optional.of(Kind.SITEMAP))
        ? Optional.of(SUMMARY)
        : Optional.empty();
  }
}
