package dev.seguia.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// Formats times for the operator, in the time zone of the machine.
final class TimeFormat {
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  private TimeFormat() {}

  static String words(Optional<Instant> moment) {
    return moment.map(SHORT::format).orElse("–");
  }
}
