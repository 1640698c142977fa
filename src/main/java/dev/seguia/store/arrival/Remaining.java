package dev.seguia.store.arrival;

import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Tag;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.entry.EntryBody;
import dev.seguia.store.session.WriteTransaction;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Restores an entry after a split to what it would be without the sighting that left.
final class Remaining {
  private static final String SHOW_FIRST =
      """
      update sighting_text set shown = true
      where exists (
        select 1 from sighting s
        where s.source = sighting_text.source and s.entry_key = sighting_text.entry_key
          and s.seq = ? and s.joined_by = 'first')\
      """;

  private static final String KEPT =
      """
      select x.tags from sighting s
      join sighting_text x on x.source = s.source and x.entry_key = s.entry_key
      where s.seq = ?\
      """;

  private final WriteTransaction writing;
  private final Transaction transaction;

  Remaining(WriteTransaction writing) {
    this.writing = writing;
    this.transaction = writing.sql();
  }

  /// Removes from the entry what only the sighting that left gave it. The caller marks it as
  /// changed.
  ///
  /// @param showed the text of one that left was published
  /// @return the tags that the entry loses
  List<Tag> restore(long seq, boolean showed) {
    if (showed) {
      transaction.update(SHOW_FIRST, seq);
      firstBody(seq).ifPresent(body -> new EntryBodies(transaction).write(body, seq));
    }
    new EntryBodies(transaction).gatherMedia(seq);
    return takeTags(seq);
  }

  private Optional<EntryBody> firstBody(long seq) {
    return transaction.first(
        """
        select x.body from sighting s
        join sighting_text x on x.source = s.source and x.entry_key = s.entry_key
        where s.seq = ? and s.joined_by = 'first'\
        """,
        row -> EntryBody.inflate(row.bytes("body")),
        seq);
  }

  /// An entry that was merged before texts were stored does not know the origin of its tags, and
  /// keeps them.
  private List<Tag> takeTags(long seq) {
    var kept = transaction.query(KEPT, row -> SightingTexts.GivenTag.read(row.text("tags")), seq);
    if (kept.isEmpty()) return List.of();
    Set<Tag> wanted = new HashSet<>();
    Stream.concat(
            kept.stream().flatMap(List::stream), SourceTags.ofEntry(transaction, seq).stream())
        .map(EntryTag::tag)
        .forEach(wanted::add);
    var entryTags = new EntryTags(writing);
    var lost =
        entryTags.of(seq).stream()
            .filter(tag -> tag.from() != EntryTag.Provenance.RULE && !wanted.contains(tag.tag()))
            .map(EntryTag::tag)
            .toList();
    entryTags.take(seq, lost);
    return lost;
  }
}
