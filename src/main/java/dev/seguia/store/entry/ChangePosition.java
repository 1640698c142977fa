package dev.seguia.store.entry;

/// A position in the change feed: an arrival number and a change number.
///
/// @param seq of the newest entry that was taken in
/// @param change number of the newest change of a known entry that was taken in
public record ChangePosition(long seq, long change) {
  /// The position before all entries and changes.
  public static final ChangePosition START = new ChangePosition(0, 0);
}
