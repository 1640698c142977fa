package dev.seguia.page;

import java.util.List;
import java.util.Optional;

/// The status page of all sources. Public for its template alone.
///
/// @param filters by which fewer are shown
/// @param panel for the operator only
/// @param canLogIn whether the visitor is led to where the operator comes in
public record SourcesPage(
    Messages words,
    Frame frame,
    List<Filter> filters,
    List<SourceLine> sources,
    Subscription failures,
    Optional<OperatorPanel> panel,
    boolean canLogIn) {
  public SourcesPage {
    filters = List.copyOf(filters);
    sources = List.copyOf(sources);
  }

  /// A filter by state.
  ///
  /// @param address seen from the base URL
  /// @param count how many there are
  /// @param isOn whether it is the one in force
  public record Filter(String label, String address, String count, boolean isOn) {}
}
