package dev.seguia.store.arrival;

import dev.seguia.feed.Audience;
import dev.seguia.store.database.Transaction;
import java.sql.SQLException;
import java.util.Optional;

/// Who is shown stored entries.
public final class Audiences {
  private static final String SET =
      """
      update entry set audience = ?, audience_rule = ?, changed = ? where seq = ?\
      """;

  private final Transaction transaction;

  Audiences(Transaction transaction) {
    this.transaction = transaction;
  }

  Audience of(long seq) {
    return transaction
        .first("select audience, audience_rule from entry where seq = ?", Audiences::audience, seq)
        .orElse(Audience.EVERYONE);
  }

  /// By the columns `audience` and `audience_rule`.
  public static Audience audience(Transaction.Row row) throws SQLException {
    return new Audience(
        Audience.Reach.ofLabel(row.text("audience")), row.optionalText("audience_rule").orElse(""));
  }

  void set(long seq, Audience audience) {
    transaction.update(
        SET,
        audience.reach().label(),
        Optional.of(audience.rule()).filter(rule -> !rule.isEmpty()),
        transaction.now(),
        seq);
    transaction.changed(seq);
  }

  /// Shows an entry to those, too, who are shown another copy of it.
  void widen(long seq, Audience other) {
    if (other.reach().compareTo(of(seq).reach()) < 0) set(seq, other);
  }
}
