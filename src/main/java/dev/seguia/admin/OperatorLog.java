package dev.seguia.admin;

import dev.seguia.web.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/// The audit log of the operator: one line at INFO for each action, with the address of the client.
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
    from(request, LOG.atInfo()).addKeyValue("entry", entry).log("entry split by the operator");
  }

  static void applied(Request request) {
    from(request, LOG.atInfo()).log("operator started applying the tag rules to stored entries");
  }

  /// The client's address by a proxy header is logged as such: it is only what the client claims.
  static LoggingEventBuilder from(Request request, LoggingEventBuilder line) {
    var told = line.addKeyValue("address", request.remote().getHostAddress());
    var behind = request.header("X-Forwarded-For");
    return behind.isEmpty()
        ? told
        : told.addKeyValue(
            "forwarded_for", behind.substring(0, Math.min(LONGEST, behind.length())));
  }
}
