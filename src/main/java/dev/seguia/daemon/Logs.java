package dev.seguia.daemon;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import dev.seguia.config.LogSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Configures logging: to standard error, one line per event, as text or as JSON.
public final class Logs {
  /// What a feed says may stand in a message: no control character of it begins a line of its own
  /// or reaches a terminal. Stack traces are set in, so that they begin none either.
  private static final String LINE =
      "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level"
          + " %replace(%msg %kvp{DOUBLE}){'[\\p{Cc}\\p{Cf}\\u2028\\u2029]+', ' '}%n"
          + "%replace(%replace(%ex){'[\\p{Cc}\\p{Cf}&&[^\n\t]]+', ' '}){'(?m)^', '    '}%nopex";

  /// Lucene speaks to the Java machine's own log, which forgets the levels of loggers that no one
  /// holds.
  private static final java.util.logging.Logger LUCENE =
      java.util.logging.Logger.getLogger("org.apache.lucene");

  private Logs() {}

  public static void configure(LogSettings log) {
    configure(log.format() == LogSettings.Layout.JSON, log.level().name());
  }

  /// For commands, which speak for themselves: faults only.
  public static void quiet() {
    configure(false, "warn");
  }

  private static void configure(boolean json, String level) {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    var console = new ConsoleAppender<ILoggingEvent>();
    console.setContext(context);
    console.setTarget("System.err");
    console.setEncoder(masked(context, encoder(context, json)));
    var limit = new StrangersLines(System::nanoTime);
    limit.start();
    console.addFilter(limit);
    console.start();
    var root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(console);
    context.getLogger("dev.seguia").setLevel(Level.toLevel(level, Level.INFO));
    // These speak of their own affairs, and print whole stack traces for one odd number in a feed.
    context.getLogger("com.rometools").setLevel(Level.OFF);
    context.getLogger("crawlercommons").setLevel(Level.OFF);
    context.getLogger("org.quartz").setLevel(Level.ERROR);
    context.getLogger("com.zaxxer").setLevel(Level.OFF); // what it cannot do, it throws as well
    context.getLogger("org.apache.hc").setLevel(Level.WARN);
    context.getLogger("org.eclipse.jetty").setLevel(Level.WARN);
    LUCENE.setLevel(java.util.logging.Level.SEVERE); // it would warn that there are no vectors
  }

  private static Encoder<ILoggingEvent> masked(
      LoggerContext context, Encoder<ILoggingEvent> lines) {
    var masked = new MaskedLines(lines);
    masked.setContext(context);
    masked.start();
    return masked;
  }

  private static Encoder<ILoggingEvent> encoder(LoggerContext context, boolean json) {
    if (json) {
      var encoder = new JsonEncoder();
      encoder.setContext(context);
      encoder.setWithFormattedMessage(true);
      encoder.setWithMessage(false);
      encoder.setWithArguments(false);
      encoder.setWithContext(false);
      encoder.setWithMDC(false);
      encoder.start();
      return encoder;
    }
    var encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(LINE);
    encoder.start();
    return encoder;
  }
}
