package dev.seguia.store.state;

import java.util.Locale;

/// The condition of a source, in one word.
public enum SourceCondition {
  /// Listed, and not polled yet.
  NEW,
  ACTIVE,
  /// The last poll brought nothing.
  FAILING,
  /// The OPML file or the operator says that it is not to be polled.
  PAUSED,
  /// The server says that it is gone for good (410).
  GONE,
  /// No longer in the OPML file; its entries stay.
  UNLISTED;

  /// The lower-case name.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether the source is polled when it is due.
  public boolean isPolled() {
    return this == NEW || this == ACTIVE || this == FAILING;
  }
}
