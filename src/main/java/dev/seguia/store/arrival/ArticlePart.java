package dev.seguia.store.arrival;

import dev.seguia.source.Source;
import dev.seguia.source.Source.Kind;
import java.util.Optional;

/// The part of an article's page that is wanted.
public enum ArticlePart {
  /// The text in place of the feed's, and what the entry lacks.
  TEXT,
  /// What the entry lacks, and of the text the beginning only.
  SUMMARY;

  /// What a source wants from the pages of its articles: the full text if its settings say so, and
  /// the beginning if the feed has hardly any text.
  public static Optional<ArticlePart> wantedBy(Source.Settings settings) {
    if (settings.fullText()) return Optional.of(TEXT);
    return settings.kind().equals(Optional.of(Kind.SITEMAP))
        ? Optional.of(SUMMARY)
        : Optional.empty();
  }
}
