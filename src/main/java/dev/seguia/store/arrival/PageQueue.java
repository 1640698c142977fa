package dev.seguia.store.arrival;

import dev.seguia.feed.Entry;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.entry.EntryBody;
import java.util.ArrayList;
import java.util.List;

/// Queues the article pages of one poll's entries for reading.
final class PageQueue {
  private static final String ADD =
      "insert into article_page (seq, due, tries, was_read, full_text) values (?, ?, ?, ?, ?)";

  private PageQueue() {}

  /// The pages of new entries are to be read, as soon as possible.
  static void add(Transaction transaction, Poll poll, ArticlePart part, Iterable<Long> seqs) {
    var rows = new ArrayList<Object[]>();
    for (var seq : seqs)
      rows.add(new Object[] {seq, poll.now(), 0, false, part == ArticlePart.TEXT});
    transaction.updateAll(ADD, rows);
  }

  /// A source that wants the text of pages has joined entries that were there before it.
  static void wantText(Transaction transaction, Poll poll, Iterable<Long> seqs) {
    for (var seq : seqs) {
      var known =
          transaction.first(
              "select full_text from article_page where seq = ?",
              row -> row.bool("full_text"),
              seq);
      if (known.isEmpty())
        transaction.updateAll(
            ADD, List.<Object[]>of(new Object[] {seq, poll.now(), 0, false, true}));
      else if (!known.get())
        transaction.update(
            "update article_page set due = ?, tries = 0, full_text = true where seq = ?",
            poll.now(),
            seq);
    }
  }

  /// Updates the feed's own text of an entry whose page text is shown.
  static void renewOwn(Transaction transaction, Entry entry, long seq) {
    transaction.update(
        "update article_page set own_body = ? where seq = ? and own_body is not null",
        EntryBody.deflate(entry),
        seq);
  }

  /// The page of an entry is read again: its source rewrote the entry.
  static void readAgain(Transaction transaction, Poll poll, long seq) {
    transaction.update(
        "update article_page set due = ?, tries = 0 where seq = ? and was_read", poll.now(), seq);
  }
}
