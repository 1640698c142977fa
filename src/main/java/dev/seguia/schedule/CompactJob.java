package dev.seguia.schedule;

import dev.seguia.store.database.Database;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Compacts the store's file when much of its space is unused.
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
          .log("compacting the store file failed; will retry");
    }
  }
}
