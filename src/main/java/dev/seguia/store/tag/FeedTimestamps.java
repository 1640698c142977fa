package dev.seguia.store.tag;

import dev.seguia.feed.Tag;
import dev.seguia.store.database.LookupHash;
import dev.seguia.store.database.Transaction;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/// The dates of feed changes that no entry's own date shows: an entry left the feed, a source got a
/// new title. Without them a client that sends If-Modified-Since (RFC 9110 section 13.1.3) would
/// miss such a change.
public final class FeedTimestamps {
  private static final String ENTRIES_GAIN_OR_LOSE = "update tag set members = ? where nr = ?";
  private static final String RELABELLED = "update tag set relabelled = ? where nr = ?";
  private static final String EVERYWHERE = "update installation set shown = ?";
  private static final String LATEST =
      """
      select max(moment) as latest from (
        select shown as moment from installation
        union all select members from tag where name = any(?)
        union all select relabelled from tag where name = any(?)) as moments\
      """;

  private final Transaction transaction;

  public FeedTimestamps(Transaction transaction) {
    this.transaction = transaction;
  }

  /// Records that existing entries gained or lost a tag now.
  public void ofMembers(int tag) {
    transaction.update(ENTRIES_GAIN_OR_LOSE, transaction.now(), tag);
  }

  void ofLabel(int tag) {
    transaction.update(RELABELLED, transaction.now(), tag);
  }

  /// Records a change that any document may show.
  public void everywhere() {
    transaction.update(EVERYWHERE, transaction.now());
  }

  /// Records the settings by which documents are published.
  public void look(String settings) {
    var isFirst = lookNow().isEmpty();
    transaction.update("update installation set look = ?", LookupHash.of(settings));
    if (!isFirst) everywhere();
  }

  public boolean isLook(String settings) {
    return lookNow().equals(Optional.of(LookupHash.of(settings)));
  }

  private Optional<UUID> lookNow() {
    return transaction
        .first("select look from installation", row -> row.optionalHash("look"))
        .flatMap(look -> look);
  }

  /// The latest of these changes.
  ///
  /// @param asked the tags that a document is selected by
  /// @param shown those that its entries have
  public Instant latest(Collection<Tag> asked, Collection<Tag> shown) {
    return transaction
        .first(LATEST, row -> row.instant("latest"), (Object) names(asked), (Object) names(shown))
        .orElseThrow();
  }

  private static String[] names(Collection<Tag> tags) {
    return tags.stream().map(Tag::name).toArray(String[]::new);
  }
}
