package dev.seguia.source;

import java.util.List;

/// What came of reading an OPML file.
public sealed interface OpmlResult {
  /// What is wrong with it.
  List<Fault> faults();

  /// The document, perhaps with a warning that it is not well-formed.
  ///
  /// @param isCut it ends in the middle, so nobody knows what is missing; that is an error, too
  record Read(OpmlDocument document, List<Fault> faults, boolean isCut) implements OpmlResult {
    public Read {
      faults = List.copyOf(faults);
    }
  }

  /// There is no such file, or there is no OPML in it.
  record Unreadable(List<Fault> faults) implements OpmlResult {
    public Unreadable {
      faults = List.copyOf(faults);
    }
  }
}
