package dev.seguia.feed;

import java.util.Optional;

/// An author of an entry or feed (RFC 4287 section 3.2).
///
/// @param name plain text; empty only where no more than an address is known
/// @param email an address such as `desk@example.org`
/// @param uri an absolute http or https URL
public record Person(String name, Optional<String> email, Optional<String> uri) {
  public static Person named(String name) {
    return new Person(name, Optional.empty(), Optional.empty());
  }

  /// The name, or else the address.
  public String label() {
    return name.isBlank() ? email.or(() -> uri).orElse("") : name;
  }
}
