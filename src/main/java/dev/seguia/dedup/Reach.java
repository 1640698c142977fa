package dev.seguia.dedup;

/// Among whose entries an arriving one may be found again.
public enum Reach {
  /// An article is one entry, whatever number of sources brings it.
  ALL_SOURCES,

  /// Each source has its own entries, though another one brought the same article.
  OWN_SOURCE
}
