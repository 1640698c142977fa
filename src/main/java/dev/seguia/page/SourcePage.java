package dev.seguia.page;

import java.util.List;

/// One source and its newest entries. Public for its template alone.
public record SourcePage(
    Messages words,
    Frame frame,
    SourceLine source,
    List<TagLink> tags,
    Subscription subscription,
    List<EntryLine> entries) {
  public SourcePage {
    tags = List.copyOf(tags);
    entries = List.copyOf(entries);
  }
}
