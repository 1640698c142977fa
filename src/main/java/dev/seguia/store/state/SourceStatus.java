package dev.seguia.store.state;

import dev.seguia.feed.EntryTag;
import java.util.List;

/// How a source stands.
///
/// @param listed whether it stands in the OPML file now
/// @param paused whether the OPML file says that it is not to be polled
/// @param held whether the operator says so
/// @param entries how many entries it carries or once carried
public record SourceStatus(
    StoredSource source,
    boolean listed,
    boolean paused,
    boolean held,
    List<EntryTag> tags,
    long entries,
    PollState state) {
  public SourceStatus {
    tags = List.copyOf(tags);
  }

  /// How it stands, in a word.
  public Standing standing() {
    if (!listed) return Standing.UNLISTED;
    if (paused || held) return Standing.PAUSED;
    if (state.gone()) return Standing.GONE;
    if (state.lastError().isPresent()) return Standing.FAILING;
    return state.lastPoll().isPresent() ? Standing.ACTIVE : Standing.NEW;
  }
}
