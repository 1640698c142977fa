package dev.seguia.schedule;

import dev.seguia.poll.PollResult;
import dev.seguia.poll.Poller;
import dev.seguia.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One poll of one source; says when the next one is due.
@DisallowConcurrentExecution
final class PollJob implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(PollJob.class);

  /// After a fault of ours, such as a full disk, the source is tried again so much later.
  private static final Duration AFTER_A_FAULT = Duration.ofMinutes(1);

  private final Source source;
  private final Poller poller;
  private final InstantSource clock;
  private final Consumer<Instant> next;

  PollJob(Source source, Poller poller, InstantSource clock, Consumer<Instant> next) {
    this.source = source;
    this.poller = poller;
    this.clock = clock;
    this.next = next;
  }

  @Override
  public void execute(JobExecutionContext context) {
    try {
      var polled = poller.poll(source);
      log(polled.result());
      if (!(polled.result() instanceof PollResult.Gone)) next.accept(polled.next());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // The daemon lives on; the trace is the bug report.
      LOG.atError().addKeyValue("source", source.url()).setCause(e).log("poll broke");
      next.accept(clock.instant().plus(AFTER_A_FAULT));
    }
  }

  private void log(PollResult result) {
    switch (result) {
      case PollResult.Read read ->
          LOG.atInfo()
              .addKeyValue("source", source.url())
              .addKeyValue("added", read.added())
              .addKeyValue("updated", read.updated())
              .addKeyValue("joined", read.joined())
              .log("stored");
      case PollResult.Unchanged _, PollResult.Running _ ->
          LOG.atDebug().addKeyValue("source", source.url()).log(result.words());
      case PollResult.Postponed _, PollResult.Gone _, PollResult.Failed _ ->
          LOG.atWarn()
              .addKeyValue("source", source.url())
              .addKeyValue("reason", result.words())
              .log("failed");
    }
  }
}
