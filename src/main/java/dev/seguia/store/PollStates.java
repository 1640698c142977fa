package dev.seguia.store;

import dev.seguia.feed.LinkRules;
import dev.seguia.fetch.Validators;
import java.net.URI;
import java.sql.SQLException;

/// Reads and writes how the polls of a source stand.
final class PollStates {
  private static final String STATE =
      """
      select etag, last_modified, body_hash, link_rules, last_poll, last_success, next_poll,
        last_error, failures, moved_to, gone
      from source where id = ?\
      """;

  private static final String RECORD =
      """
      update source set etag = ?, last_modified = ?, body_hash = ?, link_rules = ?, last_poll = ?,
        last_success = ?, next_poll = ?, last_error = ?, failures = ?, moved_to = ?, gone = ?
      where id = ?\
      """;

  private PollStates() {}

  static PollState of(Transaction transaction, String id) {
    return transaction.first(STATE, row -> read(row, 0), id).orElseGet(PollState::fresh);
  }

  /// Reads the columns of a state that stand behind `before` others.
  static PollState read(Transaction.Row row, int before) throws SQLException {
    return new PollState(
        new Validators(row.optionalText(before + 1), row.optionalText(before + 2)),
        row.optionalHash(before + 3),
        Json.read(row.text(before + 4), LinkRules.class),
        row.optionalInstant(before + 5),
        row.optionalInstant(before + 6),
        row.optionalInstant(before + 7),
        row.optionalText(before + 8),
        row.integer(before + 9),
        row.optionalText(before + 10).map(URI::create),
        row.bool(before + 11));
  }

  static void record(Transaction transaction, String id, PollState state) {
    transaction.update(
        RECORD,
        state.validators().etag(),
        state.validators().lastModified(),
        state.bodyHash(),
        Json.write(state.linkRules()),
        state.lastPoll(),
        state.lastSuccess(),
        state.nextPoll(),
        state.lastError(),
        state.failures(),
        state.movedTo().map(URI::toString),
        state.gone(),
        id);
  }
}
