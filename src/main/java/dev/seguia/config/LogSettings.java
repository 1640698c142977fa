package dev.seguia.config;

/// The format and the level of the log.
public record LogSettings(Layout format, Level level) {
  static final Section SECTION = new Section("log");

  private static final Key<Layout> FORMAT =
      SECTION.key(
          "format", Kind.oneOf(Layout.class), "text", "the format of log lines: text or json");
  private static final Key<Level> LEVEL =
      SECTION.key(
          "level",
          Kind.oneOf(Level.class),
          "info",
          "the lowest level that is logged: error, warn, info, debug or trace");

  /// Reads the section.
  static LogSettings read(Reading given) {
    return new LogSettings(given.get(FORMAT), given.get(LEVEL));
  }

  /// The format of log lines.
  public enum Layout {
    TEXT,
    JSON
  }

  /// The lowest level that is logged.
  public enum Level {
    ERROR,
    WARN,
    INFO,
    DEBUG,
    TRACE
  }
}
