package dev.seguia.config;

/// Where a published entry names its outlet, for readers that show neither the source of an entry
/// nor its feed.
public enum FeedCredit {
  /// Behind the names of its authors, as in `Jeanne Dupont (Le Journal)`.
  AUTHOR,
  /// Before its title, as in `Le Journal: Un titre`.
  TITLE,
  /// Nowhere: authors and title are as the source wrote them.
  NONE
}
