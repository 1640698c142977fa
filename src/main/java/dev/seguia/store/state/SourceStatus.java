package dev.seguia.store.state;

import dev.seguia.feed.EntryTag;
import java.util.List;
import java.util.Optional;

/// A source with its tags and its poll state.
///
/// @param listed whether the OPML file lists it now
/// @param paused whether the OPML file says that it is not to be polled
/// @param held whether the operator says so
/// @param entries how many entries it carries or once carried
/// @param refusedPages pages of its articles whose text is not taken
public record SourceStatus(
    StoredSource source,
    boolean listed,
    boolean paused,
    boolean held,
    List<EntryTag> tags,
    long entries,
    Optional<RefusedPages> refusedPages,
    PollState state) {
  public SourceStatus {
    tags = List.copyOf(tags);
  }

  /// Its condition, in one word.
  public SourceCondition condition() {
    if (!listed) return SourceCondition.UNLISTED;
    if (paused || held) return SourceCondition.PAUSED;
    if (state.gone()) return SourceCondition.GONE;
    if (state.lastError().isPresent()) return SourceCondition.FAILING;
    return state.lastPoll().isPresent() ? SourceCondition.ACTIVE : SourceCondition.NEW;
  }
}
