package dev.seguia.feed;

import java.util.Locale;

/// The feeds that an entry appears in, and the rule that decided it.
///
/// @param reach in which feeds it is
/// @param rule the query of the rule that says so; empty where none does
public record Audience(Reach reach, String rule) {
  public static final Audience EVERYONE = new Audience(Reach.ALL, "");

  /// The reach of an entry, the widest first.
  public enum Reach {
    /// In all that match it.
    ALL,
    /// In those of its tags, but not in that of all entries.
    MUTED,
    /// In that of one tag only.
    ROUTED,
    /// In none.
    DROPPED;

    /// The lower-case name, for display and storage.
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// The reach of that name.
    ///
    /// @throws IllegalArgumentException if there is none of that name
    public static Reach ofLabel(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT));
    }
  }

  public boolean isEveryone() {
    return reach == Reach.ALL;
  }
}
