package dev.seguia.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Thrown for settings that break rules of their section, with all these rules.
final class InvalidSettings extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  /// One broken rule.
  ///
  /// @param rule what holds for the key, as in `must be between 0 and 65535`
  record Violation(Key<?> key, String rule, Object value) {
    String what() {
      return key.name() + " " + rule + ", not " + Units.text(value);
    }
  }

  private InvalidSettings(List<Violation> violations) {
    super(violations.stream().map(Violation::what).collect(Collectors.joining("; ")));
    this.violations = List.copyOf(violations);
  }

  List<Violation> violations() {
    return violations;
  }

  /// Collects the broken rules of one section, so that all are reported together.
  static final class Check {
    private final List<Violation> violations = new ArrayList<>();

    Check that(boolean holds, Key<?> key, String rule, Object value) {
      if (!holds) violations.add(new Violation(key, rule, value));
      return this;
    }

    void done() {
      if (!violations.isEmpty()) throw new InvalidSettings(violations);
    }
  }
}
