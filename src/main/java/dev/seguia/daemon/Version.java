package dev.seguia.daemon;

import java.util.Optional;

/// The version of Seguia.
public final class Version {
  private Version() {}

  /// As the jar's manifest has it; `dev` where the program runs from its classes.
  public static String current() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("dev");
  }
}
