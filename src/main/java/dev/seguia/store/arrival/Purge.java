package dev.seguia.store.arrival;

import dev.seguia.store.database.Transaction;
import dev.seguia.store.tag.PackedTags;
import java.time.Instant;
import java.util.List;

/// Purges old entries with all their data, and stores tombstones, so that sources that still carry
/// them do not bring them back.
public final class Purge {
  private static final int AT_ONCE = 1_000;

  private static final String OLD =
      """
      select seq from entry where first_seen < ? order by seq fetch first ? rows only\
      """;

  private static final String KEEP_LAST =
      """
      update installation
      set last_seq = greatest(last_seq, coalesce((select max(seq) from entry), 0))\
      """;

  private static final List<String> TABLES =
      List.of("entry_body", "entry_story", "article_page", "article_copy", "sighting", "entry");

  private final Transaction transaction;

  public Purge(Transaction transaction) {
    this.transaction = transaction;
  }

  /// Purges the entries first seen before a time.
  ///
  /// @return how many
  public int before(Instant time) {
    transaction.update(KEEP_LAST);
    var count = 0;
    for (var seqs = old(time); seqs.length > 0; seqs = old(time)) {
      remove(seqs);
      count += seqs.length;
    }
    Tombstones.forget(transaction);
    return count;
  }

  private Long[] old(Instant time) {
    return transaction.numbers(OLD, time, AT_ONCE).toArray(Long[]::new);
  }

  private void remove(Long[] seqs) {
    Tombstones.bury(transaction, seqs);
    removeTexts(seqs);
    removeTags(seqs);
    for (var table : TABLES)
      transaction.update("delete from " + table + " where seq = any(?)", (Object) seqs);
  }

  private void removeTexts(Long[] seqs) {
    transaction.updateAll(
        "delete from sighting_text where source = ? and entry_key = ?",
        transaction.query(
            "select source, entry_key from sighting where seq = any(?)",
            row -> new Object[] {row.integer("source"), row.hash("entry_key")},
            (Object) seqs));
  }

  /// By the tags that the entries have: the lists of tags are not found by entry.
  private void removeTags(Long[] seqs) {
    transaction
        .query(
            "select seq, arrival, tags from entry where seq = any(?)",
            row -> tagRows(row.number("seq"), row.number("arrival"), row.bytes("tags")),
            (Object) seqs)
        .forEach(rows -> transaction.updateAll(EntryTags.REMOVE, rows));
  }

  private static List<Object[]> tagRows(long seq, long arrival, byte[] tags) {
    return PackedTags.unpack(tags).stream()
        .map(tag -> new Object[] {tag.tag(), arrival, seq})
        .toList();
  }
}
