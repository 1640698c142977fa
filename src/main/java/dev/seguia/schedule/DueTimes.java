package dev.seguia.schedule;

import dev.seguia.poll.PollInterval;
import dev.seguia.source.Source;
import dev.seguia.store.SourceStates;
import dev.seguia.store.state.PollState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// When sources are due: from their poll state in the store; new sources are spread at a limited
/// rate.
final class DueTimes {
  /// What was due while the daemon was down is polled at this pace, not all at once.
  private static final Duration BETWEEN_OVERDUE = Duration.ofMillis(20);

  /// While the disk is full nothing is fetched, but looked whether there is room again.
  private static final Duration UNTIL_ROOM = Duration.ofSeconds(15);

  private static final double NANOS_OF_A_SECOND = 1e9;

  /// Triggers fire up to so much early.
  private static final Duration AT_ONCE = Duration.ofMillis(10);

  private final SourceStates store;
  private final PollInterval interval;
  private final InstantSource clock;
  private final Staggering ofNewOnes;
  private final Staggering ofOverdue;

  /// @param newPerSecond how many sources get their first poll in a second
  DueTimes(SourceStates store, PollInterval interval, double newPerSecond, InstantSource clock) {
    this.store = store;
    this.interval = interval;
    this.clock = clock;
    ofNewOnes =
        new Staggering(Duration.ofNanos(Math.round(NANOS_OF_A_SECOND / newPerSecond)), clock);
    ofOverdue = new Staggering(BETWEEN_OVERDUE, clock);
  }

  /// The first due time of a newly listed source.
  Instant first(Source source, PollState state) {
    var due = of(source, state);
    if (due.isEmpty()) return ofNewOnes.turn();
    return due.get().isAfter(clock.instant()) ? due.get() : ofOverdue.turn();
  }

  /// The new due time of a source whose trigger fired but that is not due now: it was polled by
  /// another way in the meantime, its server asked for fewer requests, or the clock was changed.
  Optional<Instant> later(Source source) {
    var soon = clock.instant().plus(AT_ONCE);
    return of(source).filter(due -> due.isAfter(soon));
  }

  /// The due time of a source; empty if it was never polled.
  Optional<Instant> of(Source source) {
    return of(source, store.state(source.id()));
  }

  private Optional<Instant> of(Source source, PollState state) {
    var now = clock.instant();
    var due = state.due(now, interval.farthest());
    return due.map(stated -> latest(stated, brokenOff(source, state, now)));
  }

  /// The due time after an interrupted poll: a document that was requested but not stored is not
  /// requested again at once. A source without any success need not wait: it has no interval yet.
  private Instant brokenOff(Source source, PollState state, Instant now) {
    return store
        .begun(source.id())
        .filter(begun -> state.lastPoll().filter(begun::isAfter).isPresent() && !begun.isAfter(now))
        .map(begun -> begun.plus(interval.half(source)))
        .orElse(Instant.MIN);
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  Instant whenRoom() {
    return clock.instant().plus(UNTIL_ROOM);
  }

  Instant afterAFault(Source source) {
    return clock.instant().plus(interval.half(source));
  }

  /// Shifts all times by the step of a clock change.
  void shift(Duration step) {
    store.shift(step);
    ofNewOnes.restart();
    ofOverdue.restart();
  }
}
