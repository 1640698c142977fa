package dev.seguia.store;

import dev.seguia.feed.EntryTag;
import java.util.List;

/// How a source stands.
///
/// @param listed whether it stands in the OPML file now
/// @param paused whether the OPML file says that it is not to be polled
/// @param entries how many entries it carries or once carried
public record SourceStatus(
    StoredSource source,
    boolean listed,
    boolean paused,
    List<EntryTag> tags,
    long entries,
    PollState state) {
  public SourceStatus {
    tags = List.copyOf(tags);
  }
}
