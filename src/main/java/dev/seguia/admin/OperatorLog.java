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

  static void loggedIn(Request request) {
    from(request, LOG.atInfo()).log("operator logged in");
  }

  static void loggedOut(Request request) {
    from(request, LOG.atInfo()).log("operator logged out");
  }

  static void polled(Request request, String source) {
    from(request, LOG.atInfo()).addKeyValue("source", source).log("source polled by the operator");
  }

  static void held(Request request, String source, boolean held) {
    from(request, LOG.atInfo())
        .addKeyValue("source", source)
        .log(held ? "source paused by the operator" : "source resumed by the operator");
  }

  static void split(Request request, String entry) {
    from(request, LOG.atInfo()).addKeyValue("entry", entry).log("entry split");
  }

  static void applied(Request request) {
    from(request, LOG.atInfo()).log("rules are applied to the stored entries");
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
