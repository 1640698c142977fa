package dev.seguia.store.arrival;

import dev.seguia.feed.Audience;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.entry.EntryReader;
import dev.seguia.store.session.WriteTransaction;
import java.util.Optional;

/// Which feeds stored entries appear in.
final class Audiences {
  private static final String SET =
      """
      update entry set audience = ?, audience_rule = ?, changed = ? where seq = ?\
      """;

  private final WriteTransaction writing;
  private final Transaction transaction;

  Audiences(WriteTransaction writing) {
    this.writing = writing;
    this.transaction = writing.sql();
  }

  Audience of(long seq) {
    return transaction
        .first(
            "select audience, audience_rule from entry where seq = ?", EntryReader::audience, seq)
        .orElse(Audience.EVERYONE);
  }

  void set(long seq, Audience audience) {
    transaction.update(
        SET,
        audience.reach().label(),
        Optional.of(audience.rule()).filter(rule -> !rule.isEmpty()),
        transaction.now(),
        seq);
    writing.changed(seq);
  }

  /// Shows an entry to those, too, who are shown another copy of it.
  void widen(long seq, Audience other) {
    if (other.reach().compareTo(of(seq).reach()) < 0) set(seq, other);
  }
}
