package dev.seguia.admin;

import java.util.List;
import java.util.Optional;

/// A page of exported entries.
///
/// @param next what to ask for the next page with; empty if this one is the last
public record ReportPage(List<EntryReport> entries, Optional<String> next) {
  public ReportPage {
    entries = List.copyOf(entries);
  }
}
