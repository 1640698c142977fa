package dev.seguia.schedule;

import dev.seguia.poll.PollResult;
import dev.seguia.poll.Poller;
import dev.seguia.source.Source;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/// One poll of one source; then schedules the next one.
@DisallowConcurrentExecution
final class PollJob implements Job {
  private final Source source;
  private final Poller poller;
  private final PollSchedule schedule;
  private final PollLog log;

  PollJob(Source source, Poller poller, PollSchedule schedule, PollLog log) {
    this.source = source;
    this.poller = poller;
    this.schedule = schedule;
    this.log = log;
  }

  @Override
  public void execute(JobExecutionContext context) {
    try {
      // Nothing is requested that could not be stored.
      if (!schedule.canStore()) schedule.dueWhenRoom(source);
      else pollInTurn();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      log.broke(source, e);
      schedule.dueAfterAFault(source);
    }
  }

  private void pollInTurn() throws InterruptedException {
    // Whatever put it off since the trigger was set, the store knows of it.
    var later = schedule.laterTurn(source);
    if (later.isPresent()) schedule.due(source, later.get());
    else poll();
  }

  private void poll() throws InterruptedException {
    var polled = poller.poll(source);
    log.tell(source, polled);
    if (!(polled.result() instanceof PollResult.Gone)) schedule.due(source, polled.next());
  }
}
