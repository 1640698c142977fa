package dev.seguia.opml;

import java.util.List;

/// The result of parsing an OPML file.
public sealed interface OpmlResult {
  /// What is wrong with it.
  List<Fault> faults();

  /// The document, perhaps with a warning that it is not well-formed.
  ///
  /// @param isCut it is truncated, so nobody knows what is missing; that is an error, too
  record Read(OpmlDocument document, List<Fault> faults, boolean isCut) implements OpmlResult {
    public Read {
      faults = List.copyOf(faults);
    }
  }

  /// There is no such file, or it is not OPML.
  record Unreadable(List<Fault> faults) implements OpmlResult {
    public Unreadable {
      faults = List.copyOf(faults);
    }
  }
}
