package dev.seguia.schedule;

import dev.seguia.store.database.Database;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the store's file from growing with space that is no longer used.
@DisallowConcurrentExecution
final class CompactJob implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(CompactJob.class);

  private final Database database;

  CompactJob(Database database) {
    this.database = database;
  }

  @Override
  public void execute(JobExecutionContext context) {
    try {
      database.compactFile();
    } catch (RuntimeException e) {
      LOG.atWarn()
          .addKeyValue("reason", e.getMessage())
          .log("store file not compacted; will retry");
    }
  }
}
