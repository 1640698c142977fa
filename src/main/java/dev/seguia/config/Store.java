package dev.seguia.config;

import dev.seguia.config.InvalidSettings.Check;
import java.util.Optional;

/// Where entries are kept.
///
/// @param url a JDBC address; empty for H2 in the data directory
public record Store(Optional<String> url, Optional<String> user, Optional<String> password) {
  public Store {
    new Check()
        .that(
            url.stream().allMatch(address -> address.matches("jdbc:(h2|postgresql):.+")),
            "store.url",
            "must begin with jdbc:h2: or jdbc:postgresql:",
            url.orElse(""))
        .done();
  }

  @Override
  public String toString() {
    return "Store[%s, user=%s, password=%s]".formatted(url, user, password.map(p -> Config.HIDDEN));
  }
}
