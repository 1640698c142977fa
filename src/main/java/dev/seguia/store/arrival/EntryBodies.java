package dev.seguia.store.arrival;

import dev.seguia.feed.Entry;
import dev.seguia.store.database.StoreException;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.entry.EntryBody;

/// The texts of stored entries.
public final class EntryBodies {
  private static final String WRITE = "update entry_body set body = ? where seq = ?";

  private static final String COPIES =
      """
      select x.body
      from sighting s
      join sighting_text x on x.source = s.source and x.entry_key = s.entry_key
      where s.seq = ?
      order by case when s.joined_by = 'first' then 0 else 1 end, s.first_seen, s.source,
        s.entry_key\
      """;

  private final Transaction transaction;

  public EntryBodies(Transaction transaction) {
    this.transaction = transaction;
  }

  public EntryBody of(long seq) {
    return transaction
        .first(
            "select body from entry_body where seq = ?",
            row -> EntryBody.inflate(row.bytes("body")),
            seq)
        .orElseThrow(() -> new StoreException("entry " + seq + " has no text"));
  }

  void rewrite(Entry entry, long seq) {
    transaction.update(WRITE, EntryBody.deflate(entry), seq);
  }

  /// All but the text, which is another source's.
  void rewriteButText(Entry entry, long seq) {
    write(EntryBody.of(entry).withTextOf(of(seq)), seq);
  }

  /// The text of another copy, and all else as it is.
  void showTextOf(Entry entry, long seq) {
    write(of(seq).withTextOf(EntryBody.of(entry)), seq);
  }

  /// Publishes the enclosures and images of all stored copies of an entry.
  ///
  /// @return whether that changed anything
  boolean gatherMedia(long seq) {
    var copies = transaction.query(COPIES, row -> EntryBody.inflate(row.bytes("body")), seq);
    if (copies.isEmpty()) return false;
    var before = of(seq);
    var after = before.withMediaOf(copies);
    if (after.equals(before)) return false;
    write(after, seq);
    return true;
  }

  public void write(EntryBody body, long seq) {
    transaction.update(WRITE, EntryBody.deflate(body), seq);
  }
}
