package dev.seguia.config;

/// What is logged.
public record LogSettings(Layout format, Level level) {
  /// How a line of the log is written.
  public enum Layout {
    TEXT,
    JSON
  }

  /// The least that is logged.
  public enum Level {
    ERROR,
    WARN,
    INFO,
    DEBUG,
    TRACE
  }
}
