package dev.seguia.config;

import dev.seguia.config.InvalidSettings.Check;
import java.util.Optional;

/// Where entries are kept.
///
/// @param url a JDBC address; empty for H2 in the data directory
public record StoreSettings(
    Optional<String> url, Optional<String> user, Optional<String> password) {
  static final Section SECTION = new Section("store");

  private static final Key<Optional<String>> URL =
      SECTION.key(
          "url",
          Kind.TEXT_OR_NONE,
          "none",
          "the jdbc:h2: address of the database; none: H2 in the data directory");
  private static final Key<Optional<String>> USER =
      SECTION.key("user", Kind.TEXT_OR_NONE, "none", "the user of the database");
  private static final Key<Optional<String>> PASSWORD =
      SECTION.key(
          "password",
          Kind.TEXT_OR_NONE,
          "none",
          "its password; better given as SEGUIA_STORE_PASSWORD than written here");

  public StoreSettings {
    new Check()
        .that(
            url.stream().allMatch(address -> address.matches("jdbc:h2:.+")),
            URL,
            "must begin with jdbc:h2: (there is no support for PostgreSQL or others)",
            url.orElse(""))
        .done();
  }

  /// Reads the section.
  static StoreSettings read(Reading given) {
    return new StoreSettings(given.get(URL), given.get(USER), given.get(PASSWORD));
  }

  /// Whether it is gone when the program ends.
  public boolean isInMemory() {
    return url.filter(address -> address.startsWith("jdbc:h2:mem:")).isPresent();
  }

  @Override
  public String toString() {
    return "StoreSettings[%s, user=%s, password=%s]"
        .formatted(url, user, password.map(p -> Config.HIDDEN));
  }
}
