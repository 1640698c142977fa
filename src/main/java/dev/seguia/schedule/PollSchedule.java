package dev.seguia.schedule;

import dev.seguia.enrich.PageReading;
import dev.seguia.poll.Poller;
import dev.seguia.source.Source;
import dev.seguia.store.EntryStore;
import dev.seguia.store.SourceStates;
import dev.seguia.store.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.quartz.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Polls every listed source when it is due.
///
/// The due times lie in the store, so a restart makes no extra poll; a source that was never polled
/// gets its turn at the pace at which new ones are taken on.
public final class PollSchedule implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PollSchedule.class);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration BETWEEN_PAGES = Duration.ofSeconds(5);
  private static final Duration BETWEEN_COMPACTIONS = Duration.ofSeconds(5);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  private final SourceStates store;
  private final Poller poller;
  private final InstantSource clock;
  private final ClockWatch watch;
  private final DueTimes times;
  private final PollLog log = new PollLog();
  private final QuartzScheduler timetable = new QuartzScheduler(this::job);
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("clock").factory());
  private final Map<String, Source> listed = new ConcurrentHashMap<>();

  /// @param newPerSecond how many sources get their first poll in a second
  public PollSchedule(SourceStates store, Poller poller, double newPerSecond, InstantSource clock) {
    this(store, poller, newPerSecond, clock, System::nanoTime);
  }

  /// @param nanos a monotonic clock (nanoseconds)
  PollSchedule(
      SourceStates store,
      Poller poller,
      double newPerSecond,
      InstantSource clock,
      LongSupplier nanos) {
    this.store = store;
    this.poller = poller;
    this.clock = clock;
    this.watch = new ClockWatch(clock, nanos);
    this.times = new DueTimes(store, poller.interval(), newPerSecond, clock);
  }

  private void look() {
    lookAtTheClock();
    writeNotes();
  }

  /// A store that cannot be written says so itself; the notes are kept until it can.
  private void writeNotes() {
    try {
      if (store.isWritable()) store.writeNotes();
    } catch (RuntimeException e) {
      LOG.atWarn()
          .addKeyValue("reason", e.getMessage())
          .log("poll states could not be saved; will retry");
    }
  }

  private Job job(String id) {
    var source = listed.get(id);
    if (source == null) return _ -> LOG.debug("poll skipped: source no longer listed: {}", id);
    return new PollJob(source, poller, this, log);
  }

  /// Starts polling.
  public void start() {
    timetable.start();
    var pause = BETWEEN_LOOKS.toMillis();
    var _ = looks.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
  }

  public boolean isRunning() {
    return timetable.isRunning();
  }

  /// Sets the sources that are polled from now on. Paused sources, and those that are gone for
  /// good, are not polled.
  public synchronized void list(List<Source> sources) {
    var wanted = new HashSet<String>();
    for (var source : sources) {
      var state = store.state(source.id());
      if (source.settings().paused() || state.gone() || store.isHeld(source.id())) continue;
      wanted.add(source.id());
      var isNew = listed.put(source.id(), source) == null;
      if (!isNew) continue;
      timetable.add(source.id());
      due(source, times.first(source, state));
    }
    for (var id : List.copyOf(listed.keySet())) if (!wanted.contains(id)) drop(id);
  }

  /// The source of that id, if it is polled.
  public Optional<Source> listed(String id) {
    return Optional.ofNullable(listed.get(id));
  }

  private void drop(String id) {
    listed.remove(id);
    timetable.remove(id);
  }

  /// Purges old entries, soon and then once a day.
  public void purgeDaily(EntryStore entries, Duration keep) {
    timetable.repeat("purge", new PurgeJob(entries, keep, clock), DAY);
  }

  /// Compacts the store's file regularly, whenever much of it is unused.
  public void compactRegularly(Database database) {
    timetable.repeat("compact", new CompactJob(database), BETWEEN_COMPACTIONS);
  }

  /// Reads article pages regularly, a few at a time.
  public void readPages(PageReading reading) {
    timetable.repeat("pages", new PagesJob(reading), BETWEEN_PAGES);
  }

  /// The due time of a source whose trigger has fired, if it is not due now.
  Optional<Instant> laterTurn(Source source) {
    lookAtTheClock();
    return times.later(source);
  }

  boolean canStore() {
    return store.isWritable();
  }

  void dueWhenRoom(Source source) {
    due(source, times.whenRoom());
  }

  void dueAfterAFault(Source source) {
    due(source, times.afterAFault(source));
  }

  synchronized void due(Source source, Instant when) {
    if (!listed.containsKey(source.id())) return;
    timetable.turn(source.id(), Duration.between(clock.instant(), when));
  }

  /// Handles a change of the system clock, which makes no source due or overdue: the remaining time
  /// of each source is kept.
  synchronized void lookAtTheClock() {
    try {
      watch.step().ifPresent(this::follow);
    } catch (RuntimeException e) {
      LOG.atError()
          .addKeyValue("reason", e.getMessage())
          .log("rescheduling after a change of the system clock failed");
    }
  }

  private void follow(Duration step) {
    LOG.atWarn()
        .addKeyValue("step", step)
        .log("system clock was changed: poll times shifted by the same step");
    times.shift(step);
    for (var source : listed.values()) times.of(source).ifPresent(due -> due(source, due));
  }

  /// Starts no further poll and waits for those in progress. To make that quick, abort their
  /// fetches first.
  @Override
  public void close() {
    looks.shutdownNow();
    timetable.close();
  }
}
