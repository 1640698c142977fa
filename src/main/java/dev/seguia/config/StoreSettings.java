package dev.seguia.config;

import dev.seguia.config.InvalidSettings.Check;
import java.util.Optional;

/// The database that entries are stored in.
///
/// @param url a JDBC URL; empty for H2 in the data directory
public record StoreSettings(
    Optional<String> url, Optional<String> user, Optional<String> password) {
  static final Section SECTION = new Section("store");

  private static final Key<Optional<String>> URL =
      SECTION.key(
          "url",
          Kind.TEXT_OR_NONE,
          "none",
          "the JDBC URL of the database, jdbc:h2:...; none: a file in the data directory");
  private static final Key<Optional<String>> USER =
      SECTION.key("user", Kind.TEXT_OR_NONE, "none", "the user of the database");
  private static final Key<Optional<String>> PASSWORD =
      SECTION.key(
          "password",
          Kind.TEXT_OR_NONE,
          "none",
          "the password of the database; better set by SEGUIA_STORE_PASSWORD than in this file");

  public StoreSettings {
    new Check()
        .that(
            url.stream().allMatch(address -> address.matches("jdbc:h2:.+")),
            URL,
            "must begin with jdbc:h2: (PostgreSQL and others are not supported)",
            url.orElse(""))
        .done();
  }

  /// Reads the section.
  static StoreSettings read(Reading given) {
    return new StoreSettings(given.get(URL), given.get(USER), given.get(PASSWORD));
  }

  /// Whether the database is in memory, and lost when the program ends.
  public boolean isInMemory() {
    return url.filter(address -> address.startsWith("jdbc:h2:mem:")).isPresent();
  }

  @Override
  public String toString() {
    return "StoreSettings[%s, user=%s, password=%s]"
        .formatted(url, user, password.map(p -> Config.HIDDEN));
  }
}
