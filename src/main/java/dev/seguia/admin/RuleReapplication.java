package dev.seguia.admin;

import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Applies the rules to all stored entries in the background, one run at a time.
public final class RuleReapplication implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RuleReapplication.class);

  private final EntryActions actions;
  private final Thread.Builder threads = Thread.ofVirtual().name("apply-rules");
  private volatile Optional<Progress> progress = Optional.empty();
  private volatile boolean stopped;
  private Optional<Thread> thread = Optional.empty();

  public RuleReapplication(EntryActions actions) {
    this.actions = actions;
  }

  public enum State {
    RUNNING,
    DONE,
    /// It failed; see the log.
    FAILED;

    /// The lower-case name.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The progress of a run.
  ///
  /// @param looked how many entries were looked at
  /// @param changed how many of them changed
  /// @param total how many there are in all
  public record Progress(State state, long looked, long changed, long total) {
    private Progress plus(EntryActions.Applied step) {
      return new Progress(
          step.done() ? State.DONE : State.RUNNING,
          looked + step.looked(),
          changed + step.changed(),
          step.total());
    }

    private Progress failed() {
      return new Progress(State.FAILED, looked, changed, total);
    }
  }

  /// The progress of the last run; empty if there was none.
  public Optional<Progress> progress() {
    return progress;
  }

  /// Begins, if it is not being done already.
  ///
  /// @return whether this began it
  synchronized boolean start() {
    if (stopped || progress.filter(last -> last.state() == State.RUNNING).isPresent()) return false;
    var none = new Progress(State.RUNNING, 0, 0, 0);
    progress = Optional.of(none);
    thread = Optional.of(threads.start(() -> run(none)));
    return true;
  }

  private void run(Progress begun) {
    var now = begun;
    try {
      for (var after = -1L; now.state() == State.RUNNING && !stopped; ) {
        var step = actions.apply(after);
        after = step.after();
        now = now.plus(step);
        progress = Optional.of(now);
      }
      LOG.atInfo().addKeyValue("changed", now.changed()).log("tag rules applied to stored entries");
    } catch (RuntimeException e) {
      progress = Optional.of(now.failed());
      LOG.error("applying the tag rules to stored entries failed", e);
    }
  }

  /// Stops after the current step: the store may be closed then.
  @Override
  public void close() {
    stopped = true;
    running().ifPresent(RuleReapplication::join);
  }

  private synchronized Optional<Thread> running() {
    return thread;
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
