package dev.seguia.schedule;

import dev.seguia.store.EntryStore;
import java.time.Duration;
import java.time.InstantSource;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Deletes entries that are older than the retention period.
@DisallowConcurrentExecution
final class PurgeJob implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(PurgeJob.class);

  private final EntryStore entries;
  private final Duration keep;
  private final InstantSource clock;

  PurgeJob(EntryStore entries, Duration keep, InstantSource clock) {
    this.entries = entries;
    this.keep = keep;
    this.clock = clock;
  }

  @Override
  public void execute(JobExecutionContext context) {
    try {
      purge();
    } catch (RuntimeException e) {
      // The daemon lives on, and tries again tomorrow.
      LOG.atError().setCause(e).log("purge of old entries failed; will retry");
    }
  }

  void purge() {
    var removed = entries.purge(clock.instant().minus(keep));
    if (removed > 0) LOG.atInfo().addKeyValue("removed", removed).log("purged old entries");
  }
}
