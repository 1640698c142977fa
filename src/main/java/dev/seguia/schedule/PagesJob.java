package dev.seguia.schedule;

import dev.seguia.enrich.PageReading;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the article pages that are due.
@DisallowConcurrentExecution
final class PagesJob implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(PagesJob.class);

  private final PageReading reading;

  PagesJob(PageReading reading) {
    this.reading = reading;
  }

  @Override
  public void execute(JobExecutionContext context) {
    try {
      reading.round();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // The daemon lives on, and tries again in a moment.
      LOG.atError().setCause(e).log("reading article pages failed; will retry");
    }
  }
}
