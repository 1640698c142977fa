package dev.seguia.store.arrival;

import dev.seguia.dedup.EntryKey;
import dev.seguia.dedup.IncomingEntry;
import dev.seguia.dedup.MergeScope;
import dev.seguia.feed.Feed;
import dev.seguia.store.state.PollState;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The result of one poll of one source, to be stored in one transaction.
///
/// @param sourceId of the source
/// @param sourceUrl of the source: ids are made of it where the source gives none
/// @param header what the feed says of itself
/// @param keys of all entries in the document, those that are as they were included
/// @param ofOneLink those of them that tell entries apart which share even their link
/// @param arrivals the entries that are new or changed, in the order of the document
/// @param pages what of the pages of its articles is to be read, if anything
/// @param reach among whose entries they may be found again
/// @param before the state of the source's polls up to now
/// @param state of the source's polls from now on
/// @param now the time of the poll
public record Poll(
    String sourceId,
    URI sourceUrl,
    Feed.Header header,
    Set<EntryKey> keys,
    Set<EntryKey> ofOneLink,
    List<IncomingEntry> arrivals,
    Optional<ArticlePart> pages,
    MergeScope reach,
    PollState before,
    PollState state,
    Instant now) {
  public Poll {
    keys = Set.copyOf(keys);
    ofOneLink = Set.copyOf(ofOneLink);
    arrivals = List.copyOf(arrivals);
  }

  /// What happened to the entries of a poll.
  ///
  /// @param added new entries
  /// @param updated known ones whose text changed in substance
  /// @param joined known ones that another source, or another id, brought
  /// @param purged entries that were purged and do not come back
  /// @param joinedTo the titles of the sources that those which joined had come from; a few of them
  public record Stored(int added, int updated, int joined, int purged, List<String> joinedTo) {
    public static final Stored NOTHING = new Stored(0, 0, 0, 0, List.of());

    public Stored {
      joinedTo = List.copyOf(joinedTo);
    }

    /// Adds entries that were skipped since they were purged before.
    public Stored andPurged(int more) {
      return new Stored(added, updated, joined, purged + more, joinedTo);
    }
  }
}
