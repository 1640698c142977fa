package dev.seguia.config;

/// What is logged.
public record LogSettings(Layout format, Level level) {
  static final Section SECTION = new Section("log");

  private static final Key<Layout> FORMAT =
      SECTION.key("format", Kind.oneOf(Layout.class), "text", "text or json");
  private static final Key<Level> LEVEL =
      SECTION.key(
          "level",
          Kind.oneOf(Level.class),
          "info",
          "the least that is logged: error, warn, info, debug or trace");

  /// Reads the section.
  static LogSettings read(Reading given) {
    return new LogSettings(given.get(FORMAT), given.get(LEVEL));
  }

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
