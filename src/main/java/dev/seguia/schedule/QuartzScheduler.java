package dev.seguia.schedule;

import static org.quartz.JobBuilder.newJob;
import static org.quartz.SimpleScheduleBuilder.simpleSchedule;
import static org.quartz.TriggerBuilder.newTrigger;

import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The Quartz scheduler, with one job per name and one one-shot trigger per job, which is then
/// rescheduled; and a few jobs that repeat.
final class QuartzScheduler implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(QuartzScheduler.class);
  private static final int LARGEST_BATCH = 50;

  /// A poll that waits for its host costs no more than a virtual thread: how many requests run at
  /// once is bounded where they are made, so that one slow host takes no turn from the others.
  private static final int MOST_POLLS = 10_000;

  private static final Duration IDLE_WAIT = Duration.ofSeconds(30);
  private static final String ROUNDS = "rounds";

  private final Function<String, Job> jobs;
  private final Scheduler scheduler;
  private final Map<String, Job> rounds = new ConcurrentHashMap<>();

  /// @param jobs what is done when the turn of a name has come
  QuartzScheduler(Function<String, Job> jobs) {
    this.jobs = jobs;
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
      made.setJobFactory((fired, _) -> job(fired.getJobDetail().getKey()));
      return made;
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz does not start", e);
    }
  }

  private Job job(JobKey key) {
    if (!key.getGroup().equals(ROUNDS)) return jobs.apply(key.getName());
    return rounds.getOrDefault(
        key.getName(), _ -> LOG.debug("job skipped: no longer scheduled: {}", key));
  }

  void start() {
    try {
      scheduler.start();
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz does not start", e);
    }
  }

  boolean isRunning() {
    try {
      return scheduler.isStarted() && !scheduler.isShutdown();
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz does not tell", e);
    }
  }

  /// Adds a job without a trigger.
  void add(String name) {
    try {
      scheduler.addJob(newJob(PollJob.class).withIdentity(name).storeDurably().build(), true);
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz does not take " + name, e);
    }
  }

  /// Sets a job's next trigger, replacing the current one.
  ///
  /// @param wait from now on; Quartz goes by the machine's clock, which a test's is not
  void turn(String name, Duration wait) {
    var trigger = newTrigger().withIdentity(name).forJob(name).startAt(after(wait)).build();
    try {
      if (scheduler.rescheduleJob(TriggerKey.triggerKey(name), trigger) == null)
        scheduler.scheduleJob(trigger);
    } catch (SchedulerException e) {
      if (isRunning()) throw new IllegalStateException("Quartz lost " + name, e);
      LOG.atDebug().addKeyValue("job", name).log("job not rescheduled: scheduler is stopping");
    }
  }

  private static Date after(Duration wait) {
    return DateBuilder.futureDate(
        Math.clamp(wait.toMillis(), 0, Integer.MAX_VALUE), DateBuilder.IntervalUnit.MILLISECOND);
  }

  void remove(String name) {
    try {
      scheduler.deleteJob(JobKey.jobKey(name));
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz does not let go of " + name, e);
    }
  }

  /// Repeats a job, starting soon; never concurrently with itself if its class forbids it.
  void repeat(String name, Job job, Duration pause) {
    rounds.put(name, job);
    try {
      scheduler.scheduleJob(
          newJob(job.getClass()).withIdentity(name, ROUNDS).build(),
          newTrigger()
              .withIdentity(name, ROUNDS)
              .startNow()
              .withSchedule(
                  simpleSchedule()
                      .withIntervalInMilliseconds(pause.toMillis())
                      .repeatForever()
                      .withMisfireHandlingInstructionNextWithRemainingCount())
              .build());
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz does not take the job " + name, e);
    }
  }

  /// Starts no further job and waits for those in progress.
  @Override
  public void close() {
    try {
      scheduler.shutdown(true);
      SchedulerRepository.getInstance().remove(scheduler.getSchedulerName());
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz does not stop", e);
    }
  }
}
