package dev.seguia.page;

import dev.seguia.store.SourceStates;
import dev.seguia.store.state.SourceActivity;
import dev.seguia.store.state.SourceStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/// The status of all sources. Counting their entries takes long in a large store, so a count is
/// cached for half a minute and shared by concurrent requests.
final class SourceOverview {
  private static final Duration FRESH = Duration.ofSeconds(30);

  private final SourceStates sources;
  private final InstantSource clock;
  private Seen last = new Seen(Instant.MIN, List.of(), Map.of());

  SourceOverview(SourceStates sources, InstantSource clock) {
    this.sources = sources;
    this.clock = clock;
  }

  /// The counts at some time.
  record Seen(Instant time, List<SourceStatus> statuses, Map<String, SourceActivity> activity) {}

  /// As it was half a minute ago at most.
  synchronized Seen recent() {
    var now = clock.instant();
    var isFresh = !now.isBefore(last.time()) && now.isBefore(last.time().plus(FRESH));
    return isFresh ? last : current();
  }

  /// As it is now.
  synchronized Seen current() {
    var now = clock.instant();
    var since = now.truncatedTo(ChronoUnit.DAYS).minus(Duration.ofDays(SourceLine.DAYS - 1L));
    last = new Seen(now, sources.statuses(), sources.activity(since));
    return last;
  }
}
