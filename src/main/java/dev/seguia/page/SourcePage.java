package dev.seguia.page;

import java.util.List;
import java.util.Optional;

/// The page of one source, with its newest entries. Public for its template alone.
///
/// @param panel for the operator only
public record SourcePage(
    Messages words,
    Frame frame,
    SourceLine source,
    List<TagLink> tags,
    Subscription subscription,
    List<EntryLine> entries,
    Optional<OperatorPanel> panel) {
  public SourcePage {
    tags = List.copyOf(tags);
    entries = List.copyOf(entries);
  }
}
