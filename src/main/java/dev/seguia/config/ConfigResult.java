package dev.seguia.config;

import java.util.List;

/// The result of reading the settings.
public sealed interface ConfigResult {
  /// Valid settings.
  record Read(Config config) implements ConfigResult {}

  /// Invalid settings: all errors, in the order of the file.
  record Faulty(List<Complaint> complaints) implements ConfigResult {
    public Faulty {
      complaints = List.copyOf(complaints);
    }
  }
}
