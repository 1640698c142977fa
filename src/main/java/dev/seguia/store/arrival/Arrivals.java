package dev.seguia.store.arrival;

import dev.seguia.dedup.IncomingEntry;
import dev.seguia.store.state.PollState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// The arrival times of the new entries of one poll.
///
/// Feeds select by arrival, so that an entry that comes late is not overlooked. But a source that
/// is new, or that brings its whole archive again, must not push everything else out of the feeds:
/// its old entries take their own dates.
final class Arrivals {
  /// The number of old entries in one poll that are still latecomers; more are an archive.
  private static final int MOST_LATECOMERS = 10;

  private static final Duration OLD = Duration.ofDays(1);

  private Arrivals() {}

  /// Oldest first, so that the order of arrival is that of the dates within a poll. Entries of one
  /// date keep the document's order, which has the newest at its top; those of the future count as
  /// they are dated.
  static List<IncomingEntry> inOrder(List<IncomingEntry> arrivals, Instant now) {
    return arrivals.reversed().stream()
        .sorted(Comparator.comparing((IncomingEntry arrival) -> arrival.entry().date().orElse(now)))
        .toList();
  }

  /// Entries without a date, or dated now, do not show their age: those of an archive, if they are
  /// more than latecomers, count as arrived an hour apart, so that they push nothing out.
  ///
  /// @param times by the place in the order of arrival
  static void spreadUndated(Map<Long, Instant> times, Instant now) {
    var back = -MOST_LATECOMERS;
    for (var seq : List.copyOf(times.keySet()).reversed())
      if (now.equals(times.get(seq)) && ++back > 0)
        times.put(seq, now.minus(Duration.ofHours(back)));
  }

  /// Whether the old ones among the new entries of a poll are a back catalogue.
  static boolean isBackCatalogue(PollState before, List<Instant> published) {
    if (before.lastSuccess().isEmpty()) return true;
    var old = before.lastSuccess().get().minus(OLD);
    var count = published.stream().filter(date -> date.isBefore(old)).count();
    return count > MOST_LATECOMERS && count * 2 > published.size();
  }
}
