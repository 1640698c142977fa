package dev.seguia.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Parses and writes durations and sizes: `90s`, `15m`, `6h`, `7d`; `512KB`, `10MB`.
final class Units {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*([smhd])");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})\\s*([KMG]?B)");

  private Units() {}

  static Optional<Duration> duration(String text) {
    var matcher = DURATION.matcher(text.strip());
    if (!matcher.matches()) return Optional.empty();
    var amount = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          case "h" -> Duration.ofHours(amount);
          default -> Duration.ofDays(amount);
        });
  }

  /// In bytes; 1KB is 1024 bytes.
  static Optional<Long> size(String text) {
    var matcher = SIZE.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (!matcher.matches()) return Optional.empty();
    var amount = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "KB" -> amount << 10;
          case "MB" -> amount << 20;
          case "GB" -> amount << 30;
          default -> amount;
        });
  }

  /// A value, as written in the file.
  static String text(Object value) {
    return switch (value) {
      case Duration duration -> text(duration);
      case Double number -> BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
      default -> value.toString();
    };
  }

  private static String text(Duration duration) {
    var seconds = duration.toSeconds();
    if (seconds == 0 || seconds % 60 != 0) return seconds + "s";
    if (seconds % 3600 != 0) return seconds / 60 + "m";
    return seconds % 86400 != 0 ? seconds / 3600 + "h" : seconds / 86400 + "d";
  }
}
