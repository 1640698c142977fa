package dev.seguia.config;

/// Whether entries can be searched.
public record SearchSettings(boolean enabled) {
  static final Section SECTION = new Section("search");

  private static final Key<Boolean> ENABLED =
      SECTION.key("enabled", Kind.YES_OR_NO, "true", "entries can be searched");

  /// Reads the section.
  static SearchSettings read(Reading given) {
    return new SearchSettings(given.get(ENABLED));
  }
}
