package dev.seguia.admin;

import dev.seguia.web.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/// The trail of what the operator does: one line at INFO for each act, with the address that it
/// came from.
final class OperatorLog {
  private static final Logger LOG = LoggerFactory.getLogger(OperatorLog.class);
  private static final int LONGEST = 100;

  private OperatorLog() {}

  /// A line on an act, to which more may be added.
  static LoggingEventBuilder of(Request request) {
    return from(request, LOG.atInfo());
  }

  /// What a proxy says of whom it asks for is told as what it is: the word of whoever asks.
  static LoggingEventBuilder from(Request request, LoggingEventBuilder line) {
    var told = line.addKeyValue("address", request.remote().getHostAddress());
    var behind = request.header("X-Forwarded-For");
    return behind.isEmpty()
        ? told
        : told.addKeyValue(
            "forwarded_for", behind.substring(0, Math.min(LONGEST, behind.length())));
  }
}
