package dev.seguia.store.state;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/// The recent entries of a source.
///
/// @param entries by the day (UTC) they arrived on; days without any are left out
/// @param shared how many of them other sources carry, too
public record SourceActivity(Map<LocalDate, Long> entries, long shared) {
  public SourceActivity {
    entries = Map.copyOf(entries);
  }

  /// The activity of a source without entries.
  public static SourceActivity none() {
    return new SourceActivity(Map.of(), 0);
  }

  /// The number of entries in all.
  public long total() {
    return entries.values().stream().mapToLong(Long::longValue).sum();
  }

  public SourceActivity plus(LocalDate day, long more, long moreShared) {
    var sum = new HashMap<>(entries);
    sum.merge(day, more, Long::sum);
    return new SourceActivity(sum, shared + moreShared);
  }
}
