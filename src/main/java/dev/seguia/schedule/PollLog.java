package dev.seguia.schedule;

import dev.seguia.poll.PollResult;
import dev.seguia.poll.Polled;
import dev.seguia.source.Source;
import dev.seguia.store.database.StoreException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Logs the outcome of each poll, and repeated failures only once.
final class PollLog {
  private static final Logger LOG = LoggerFactory.getLogger(PollLog.class);

  private final AtomicReference<Optional<String>> trouble = new AtomicReference<>(Optional.empty());

  void tell(Source source, Polled polled) {
    if (trouble.getAndSet(Optional.empty()).isPresent())
      LOG.atInfo().log("polls can be stored again");
    switch (polled.result()) {
      case PollResult.Read read -> {
        (isNews(polled, read) ? LOG.atInfo() : LOG.atDebug())
            .addKeyValue("source", source.shownUrl())
            .addKeyValue("added", read.added())
            .addKeyValue("updated", read.updated())
            .addKeyValue("joined", read.joined())
            .log(polled.former().isEmpty() ? "stored" : "source works again, stored");
        for (var warning : read.warnings())
          LOG.atDebug().addKeyValue("source", source.shownUrl()).log(warning);
      }
      case PollResult.Unchanged _ -> unchanged(source, polled);
      case PollResult.Running _, PollResult.BackedOff _ -> quiet(source, polled);
      case PollResult.Postponed _, PollResult.Gone _, PollResult.Failed _ -> failed(source, polled);
    }
  }

  private static void unchanged(Source source, Polled polled) {
    if (polled.former().isEmpty()) quiet(source, polled);
    else LOG.atInfo().addKeyValue("source", source.shownUrl()).log("source works again, unchanged");
  }

  private static void quiet(Source source, Polled polled) {
    LOG.atDebug().addKeyValue("source", source.shownUrl()).log(polled.result().words());
  }

  private static void failed(Source source, Polled polled) {
    var reason = polled.result().words();
    var isNews = !polled.former().equals(Optional.of(reason));
    var line =
        (isNews ? LOG.atWarn() : LOG.atDebug())
            .addKeyValue("source", source.shownUrl())
            .addKeyValue("reason", reason);
    var isLast = polled.result() instanceof PollResult.Gone;
    (isLast ? line : line.addKeyValue("next", polled.next().truncatedTo(ChronoUnit.SECONDS)))
        .log("poll failed");
  }

  /// Logs an internal error.
  void broke(Source source, RuntimeException e) {
    if (e instanceof StoreException store) storeBroke(source, String.valueOf(store.getMessage()));
    else
      // The daemon lives on; the trace is the bug report.
      LOG.atError()
          .addKeyValue("source", source.shownUrl())
          .setCause(e)
          .log("poll failed with an internal error");
  }

  /// Many documents change at every poll, in a date or a counter, and bring nothing; some give
  /// their own entries other ids each time.
  private static boolean isNews(Polled polled, PollResult.Read read) {
    return polled.former().isPresent() || read.isNews();
  }

  /// A full disk affects all sources: logged once, not once for each.
  private void storeBroke(Source source, String reason) {
    var isNews = !trouble.getAndSet(Optional.of(reason)).equals(Optional.of(reason));
    (isNews ? LOG.atError() : LOG.atDebug())
        .addKeyValue("source", source.shownUrl())
        .addKeyValue("reason", reason)
        .log("poll could not be stored");
  }
}
