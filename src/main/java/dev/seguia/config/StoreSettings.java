package dev.seguia.config;

import dev.seguia.config.InvalidSettings.Check;
import java.util.Optional;

/// Where entries are kept.
///
/// @param url a JDBC address; empty for H2 in the data directory
public record StoreSettings(
    Optional<String> url, Optional<String> user, Optional<String> password) {
  public StoreSettings {
    new Check()
        .that(
            url.stream().allMatch(address -> address.matches("jdbc:h2:.+")),
            "store.url",
            "must begin with jdbc:h2: (there is no support for PostgreSQL or others)",
            url.orElse(""))
        .done();
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
