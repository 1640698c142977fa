package dev.seguia.config;

import java.util.List;

/// What came of reading the settings.
public sealed interface ConfigResult {
  /// All is well.
  record Read(Config config) implements ConfigResult {}

  /// Something is wrong: everything that is, in the order of the file.
  record Faulty(List<Complaint> complaints) implements ConfigResult {
    public Faulty {
      complaints = List.copyOf(complaints);
    }
  }
}
