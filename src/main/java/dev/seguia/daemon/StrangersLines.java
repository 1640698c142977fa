package dev.seguia.daemon;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rate limit of log lines caused by clients that send invalid HTTP: one a minute from the server's
/// library, and then how many were suppressed.
final class StrangersLines extends Filter<ILoggingEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(StrangersLines.class);
  private static final String THEIRS = "org.eclipse.jetty";
  private static final long PAUSE = Duration.ofMinutes(1).toNanos();

  private final LongSupplier nanos;
  private final AtomicLong next;
  private final AtomicLong leftOut = new AtomicLong();

  /// @param nanos a monotonic clock
  StrangersLines(LongSupplier nanos) {
    this.nanos = nanos;
    next = new AtomicLong(nanos.getAsLong());
  }

  @Override
  public FilterReply decide(ILoggingEvent event) {
    if (!event.getLoggerName().startsWith(THEIRS)) return FilterReply.NEUTRAL;
    var now = nanos.getAsLong();
    var due = next.get();
    if (now - due < 0 || !next.compareAndSet(due, now + PAUSE)) {
      leftOut.incrementAndGet();
      return FilterReply.DENY;
    }
    var count = leftOut.getAndSet(0);
    if (count > 0)
      LOG.warn("suppressed {} log lines about requests that are not valid HTTP", count);
    return FilterReply.NEUTRAL;
  }
}
