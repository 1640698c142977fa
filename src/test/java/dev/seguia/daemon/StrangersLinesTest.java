package dev.seguia.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class StrangersLinesTest {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
  private final StrangersLines lines = new StrangersLines(nanos::get);

  private FilterReply decide(String logger) {
    var log = new LoggerContext().getLogger(logger);
    return lines.decide(new LoggingEvent("", log, Level.WARN, "Duplicate Host", null, null));
  }

  @Test
  void letOneAMinuteThrough() {
    assertThat(decide("org.eclipse.jetty.http.HttpParser")).isEqualTo(FilterReply.NEUTRAL);
    for (var line = 0; line < 300; line++)
      assertThat(decide("org.eclipse.jetty.http.HttpParser")).isEqualTo(FilterReply.DENY);
    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    assertThat(decide("org.eclipse.jetty.http.HttpParser")).isEqualTo(FilterReply.NEUTRAL);
  }

  @Test
  void leaveOurOwnAlone() {
    for (var line = 0; line < 300; line++)
      assertThat(decide("dev.seguia.cli.Daemon")).isEqualTo(FilterReply.NEUTRAL);
  }
}
