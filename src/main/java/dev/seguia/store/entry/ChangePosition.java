package dev.seguia.store.entry;

/// A place in the two orders in which changes are read: that of arrival, and that of changes.
///
/// @param seq of the newest entry that was taken in
/// @param change number of the newest change of a known entry that was taken in
public record ChangePosition(long seq, long change) {
  /// Before all entries and changes.
  public static final ChangePosition START = new ChangePosition(0, 0);
}
