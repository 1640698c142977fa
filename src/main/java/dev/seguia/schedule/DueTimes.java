package dev.seguia.schedule;

import dev.seguia.poll.PollInterval;
import dev.seguia.source.Source;
import dev.seguia.store.SourceStates;
import dev.seguia.store.state.PollState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// When sources are due: by what the store knows of them, and for those that were never polled at
/// the pace at which new ones are taken on.
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

  /// When a source that is listed from now on gets its first turn.
  Instant first(Source source, PollState state) {
    var due = of(source, state);
    if (due.isEmpty()) return ofNewOnes.turn();
    return due.get().isAfter(clock.instant()) ? due.get() : ofOverdue.turn();
  }

  /// When a source whose turn has come is due instead, if it is not due now: it was polled
  /// otherwise in the meantime, its server asked for less, or the clock was set.
  Optional<Instant> later(Source source) {
    var soon = clock.instant().plus(AT_ONCE);
    return of(source).filter(due -> due.isAfter(soon));
  }

  /// Empty for a source that was never polled.
  Optional<Instant> of(Source source) {
    return of(source, store.state(source.id()));
  }

  private Optional<Instant> of(Source source, PollState state) {
    var now = clock.instant();
    var due = state.due(now, interval.farthest());
    return due.map(stated -> latest(stated, brokenOff(source, state, now)));
  }

  /// What was asked for and then not stored, since the daemon was stopped or killed, is not asked
  /// for again at once. A source that has given nothing yet need not wait: it has no pace so far.
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

  /// Moves all times along with a clock that was set.
  void shift(Duration step) {
    store.shift(step);
    ofNewOnes.restart();
    ofOverdue.restart();
  }
}
