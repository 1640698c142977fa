package dev.seguia.cli;

import java.util.Optional;

/// The version of Seguia.
final class Version {
  private Version() {}

  /// As the jar's manifest has it; `dev` where the program runs from its classes.
  static String current() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("dev");
  }
}
