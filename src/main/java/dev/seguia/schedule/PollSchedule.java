package dev.seguia.schedule;

import static org.quartz.JobBuilder.newJob;
import static org.quartz.SimpleScheduleBuilder.repeatHourlyForever;
import static org.quartz.TriggerBuilder.newTrigger;

import dev.seguia.poll.Poller;
import dev.seguia.source.Source;
import dev.seguia.store.EntryStore;
import dev.seguia.store.PollState;
import dev.seguia.store.SourceStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.quartz.DateBuilder;
import org.quartz.Job;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.quartz.impl.DefaultThreadExecutor;
import org.quartz.impl.DirectSchedulerFactory;
import org.quartz.impl.SchedulerRepository;
import org.quartz.simpl.RAMJobStore;
import org.quartz.spi.TriggerFiredBundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Polls every listed source when it is due.
///
/// One Quartz job for each source, with one trigger that fires once and is set anew after the poll.
/// The due times lie in the store, so a restart makes no extra poll; a source that was never polled
/// gets its turn at the pace at which new ones are taken on.
public final class PollSchedule implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PollSchedule.class);
  private static final int LARGEST_BATCH = 50;

  /// A poll that waits for its host costs no more than a virtual thread: how many requests run at
  /// once is bounded where they are made, so that one slow host takes no turn from the others.
  private static final int MOST_POLLS = 10_000;

  private static final Duration IDLE_WAIT = Duration.ofSeconds(30);

  /// What was due while the daemon was down is polled at this pace, not all at once.
  private static final Duration BETWEEN_OVERDUE = Duration.ofMillis(20);

  /// While the disk is full nothing is fetched, but looked whether there is room again.
  private static final Duration UNTIL_ROOM = Duration.ofSeconds(15);

  private static final int HOURS_BETWEEN_PURGES = 24;

  /// Triggers fire up to so much early.
  private static final Duration AT_ONCE = Duration.ofMillis(10);

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  private final SourceStore store;
  private final Poller poller;
  private final double newPerSecond;
  private final InstantSource clock;
  private final ClockWatch watch;
  private final PollLog log = new PollLog();
  private final Scheduler scheduler;
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("clock").factory());
  private final Map<String, Source> listed = new ConcurrentHashMap<>();
  private Instant lastOfTheNew = Instant.MIN;
  private volatile Optional<PurgeJob> purge = Optional.empty();

  /// @param newPerSecond how many sources get their first poll in a second
  public PollSchedule(SourceStore store, Poller poller, double newPerSecond, InstantSource clock) {
    this(store, poller, newPerSecond, clock, System::nanoTime);
  }

  /// @param nanos a clock that no one sets
  PollSchedule(
      SourceStore store,
      Poller poller,
      double newPerSecond,
      InstantSource clock,
      LongSupplier nanos) {
    this.store = store;
    this.poller = poller;
    this.newPerSecond = newPerSecond;
    this.clock = clock;
    this.watch = new ClockWatch(clock, nanos);
    this.scheduler = scheduler("polls-" + System.identityHashCode(this));
  }

  private Scheduler scheduler(String name) {
    try {
      var factory = DirectSchedulerFactory.getInstance();
      factory.createScheduler(
          name,
          name,
          new VirtualThreadPool(MOST_POLLS),
          new DefaultThreadExecutor(),
          new RAMJobStore(),
          Map.of(),
          null,
          -1,
          IDLE_WAIT.toMillis(),
          -1,
          false,
          null,
          LARGEST_BATCH,
          0);
      var made = factory.getScheduler(name);
      made.setJobFactory((bundle, _) -> job(bundle));
      return made;
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz does not start", e);
    }
  }

  private Job job(TriggerFiredBundle fired) {
    var key = fired.getJobDetail().getKey();
    if (fired.getJobDetail().getJobClass() == PurgeJob.class)
      return purge.map(Job.class::cast).orElse(_ -> LOG.debug("nothing to purge"));
    var source = listed.get(key.getName());
    if (source == null) return _ -> LOG.debug("no longer listed: {}", key.getName());
    return new PollJob(source, poller, this, log);
  }

  /// Starts to poll.
  public void start() {
    try {
      scheduler.start();
      var _ =
          looks.scheduleWithFixedDelay(
              this::lookAtTheClock,
              BETWEEN_LOOKS.toMillis(),
              BETWEEN_LOOKS.toMillis(),
              TimeUnit.MILLISECONDS);
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz does not start", e);
    }
  }

  public boolean isRunning() {
    try {
      return scheduler.isStarted() && !scheduler.isShutdown();
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz does not tell", e);
    }
  }

  /// Makes these the sources that are polled, from now on. Paused ones and those that are gone for
  /// good are left alone.
  public synchronized void list(List<Source> sources) {
    var wanted = new HashSet<String>();
    var overdue = 0;
    for (var source : sources) {
      var state = store.state(source.id());
      if (source.settings().paused() || state.gone()) continue;
      wanted.add(source.id());
      var isNew = listed.put(source.id(), source) == null;
      if (!isNew) continue;
      var now = clock.instant();
      add(source);
      var due = due(source, state, now).orElseGet(this::turnOfANewOne);
      due(source, due.isAfter(now) ? due : now.plus(BETWEEN_OVERDUE.multipliedBy(overdue++)));
    }
    for (var id : List.copyOf(listed.keySet())) if (!wanted.contains(id)) drop(id);
  }

  /// Removes, soon and then once a day, the entries that have been kept for that long.
  public void purgeDaily(EntryStore entries, Duration keep) {
    purge = Optional.of(new PurgeJob(entries, keep, clock));
    try {
      scheduler.scheduleJob(
          newJob(PurgeJob.class).withIdentity("purge", "retention").build(),
          newTrigger()
              .withIdentity("purge", "retention")
              .startNow()
              .withSchedule(repeatHourlyForever(HOURS_BETWEEN_PURGES))
              .build());
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz does not take the purge", e);
    }
  }

  private Instant turnOfANewOne() {
    var now = clock.instant();
    var turn =
        lastOfTheNew.equals(Instant.MIN)
            ? now
            : lastOfTheNew.plusNanos(Math.round(1e9 / newPerSecond));
    lastOfTheNew = turn.isBefore(now) ? now : turn;
    return lastOfTheNew;
  }

  private void add(Source source) {
    try {
      scheduler.addJob(
          newJob(PollJob.class).withIdentity(source.id()).storeDurably().build(), true);
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz does not take " + source.url(), e);
    }
  }

  private Optional<Instant> due(Source source, PollState state, Instant now) {
    var due = state.due(now, poller.interval().farthest());
    return due.map(stated -> later(stated, brokenOff(source, state, now)));
  }

  /// What was asked for and then not stored, since the daemon was stopped or killed, is not asked
  /// for again at once. A source that has given nothing yet need not wait: it has no pace so far.
  private Instant brokenOff(Source source, PollState state, Instant now) {
    return store
        .begun(source.id())
        .filter(begun -> state.lastPoll().filter(begun::isAfter).isPresent() && !begun.isAfter(now))
        .map(begun -> begun.plus(poller.interval().half(source)))
        .orElse(Instant.MIN);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /// When a source whose trigger has fired is due instead, if it is not due now: it was polled
  /// otherwise in the meantime, its server asked for less, or the clock was set.
  Optional<Instant> laterTurn(Source source) {
    lookAtTheClock();
    var now = clock.instant();
    return due(source, store.state(source.id()), now).filter(due -> due.isAfter(now.plus(AT_ONCE)));
  }

  boolean canStore() {
    return store.isWritable();
  }

  void dueWhenRoom(Source source) {
    due(source, clock.instant().plus(UNTIL_ROOM));
  }

  void dueAfterAFault(Source source) {
    due(source, clock.instant().plus(poller.interval().half(source)));
  }

  /// A clock that is set makes no source due, and none overdue: the time that a source still had to
  /// wait is what counts.
  synchronized void lookAtTheClock() {
    try {
      watch.step().ifPresent(this::follow);
    } catch (RuntimeException e) {
      LOG.atError().addKeyValue("reason", e.getMessage()).log("the new time was not taken on");
    }
  }

  private void follow(Duration step) {
    LOG.atWarn().addKeyValue("step", step).log("the clock was set; the polls keep their pace");
    store.shift(step);
    var now = clock.instant();
    for (var source : listed.values())
      due(source, store.state(source.id()), now).ifPresent(due -> due(source, due));
  }

  synchronized void due(Source source, Instant when) {
    if (!listed.containsKey(source.id())) return;
    var trigger =
        newTrigger()
            .withIdentity(source.id())
            .forJob(source.id())
            .startAt(byTheMachine(when))
            .build();
    try {
      if (scheduler.rescheduleJob(TriggerKey.triggerKey(source.id()), trigger) == null)
        scheduler.scheduleJob(trigger);
    } catch (SchedulerException e) {
      if (isRunning()) throw new IllegalStateException("Quartz lost " + source.url(), e);
      LOG.atDebug().addKeyValue("source", source.url()).log("not set again: stopping");
    }
  }

  /// Quartz goes by the machine's clock, which a test's is not.
  private Date byTheMachine(Instant when) {
    var wait = Duration.between(clock.instant(), when).toMillis();
    return DateBuilder.futureDate(
        Math.clamp(wait, 0, Integer.MAX_VALUE), DateBuilder.IntervalUnit.MILLISECOND);
  }

  private void drop(String id) {
    listed.remove(id);
    try {
      scheduler.deleteJob(JobKey.jobKey(id));
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz does not let go of " + id, e);
    }
  }

  /// Starts no further poll and waits for those in flight. Whoever wants that to be quick aborts
  /// their fetches first.
  @Override
  public void close() {
    looks.shutdownNow();
    try {
      scheduler.shutdown(true);
      SchedulerRepository.getInstance().remove(scheduler.getSchedulerName());
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz does not stop", e);
    }
  }
}
