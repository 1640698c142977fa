package dev.seguia.store;

import dev.seguia.feed.LinkRules;
import dev.seguia.feed.Rhythm;
import dev.seguia.fetch.Validators;
import dev.seguia.source.Source.Kind;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/// Reads and writes how the polls of a source stand.
final class PollStates {
  private static final String STATE =
      """
      select etag, last_modified, body_hash, link_rules, last_poll, last_success, next_poll,
        last_error, failures, moved_to, gone, rhythm, validators_of, moved_seen, failing_since,
        kind, history
      from source where id = ?\
      """;

  private static final String RECORD =
      """
      update source set etag = ?, last_modified = ?, body_hash = ?, link_rules = ?, last_poll = ?,
        last_success = ?, next_poll = ?, last_error = ?, failures = ?, moved_to = ?, gone = ?,
        rhythm = ?, validators_of = ?, moved_seen = ?, failing_since = ?,
        kind = ?, history = ?
      where id = ?\
      """;

  private static final String ADDRESSES =
      """
      select id, url, moved_to, moved_seen from source where listed and not gone
      order by next_poll nulls last, nr\
      """;

  private static final String POSTPONE =
      "update source set next_poll = ? where id = ? and (next_poll is null or next_poll < ?)";

  private static final String SHIFT =
      """
      update source set last_poll = last_poll + ?, last_success = last_success + ?,
        next_poll = next_poll + ?, failing_since = failing_since + ?\
      """;

  private PollStates() {}

  static PollState of(Transaction transaction, String id) {
    return transaction.first(STATE, row -> read(row, 0), id).orElseGet(PollState::fresh);
  }

  /// Reads the columns of a state that stand behind `before` others.
  static PollState read(Transaction.Row row, int before) throws SQLException {
    return new PollState(
        new PollState.Known(
            new Validators(
                row.optionalText(before + 1),
                row.optionalText(before + 2),
                row.optionalText(before + 13).map(URI::create)),
            row.optionalHash(before + 3),
            row.optionalText(before + 12)
                .map(json -> Json.read(json, Rhythm.class))
                .orElseGet(Rhythm::none),
            row.optionalText(before + 16).map(Kind::valueOf),
            row.bool(before + 17)),
        Json.read(row.text(before + 4), LinkRules.class),
        row.optionalInstant(before + 5),
        row.optionalInstant(before + 6),
        row.optionalInstant(before + 7),
        row.optionalText(before + 8),
        row.integer(before + 9),
        row.optionalInstant(before + 15),
        move(row, before),
        row.bool(before + 11));
  }

  private static Optional<Move> move(Transaction.Row row, int before) throws SQLException {
    var seen = row.integer(before + 14);
    return row.optionalText(before + 10).map(to -> new Move(URI.create(to), seen));
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
        state.move().map(move -> move.to().toString()),
        state.gone(),
        Json.write(state.rhythm()),
        state.validators().of().map(URI::toString),
        state.move().map(Move::seen).orElse(0),
        state.failingSince(),
        state.known().kind().map(Kind::name),
        state.known().history(),
        id);
  }

  /// Puts off the sources at some place.
  ///
  /// @param isThere whether an address is of that place
  /// @param until no poll of them before this
  /// @param apart between two of them, who would all be due at once then
  static void postpone(
      Transaction transaction, Predicate<URI> isThere, Instant until, Duration apart) {
    var due = until;
    for (var source : transaction.query(ADDRESSES, Address::read))
      if (isThere.test(source.url) && transaction.update(POSTPONE, due, source.id, due) > 0)
        due = due.plus(apart);
  }

  private record Address(String id, URI url) {
    static Address read(Transaction.Row row) throws SQLException {
      var seen = row.integer(4);
      var moved = row.optionalText(3).map(to -> new Move(URI.create(to), seen));
      var url = moved.filter(Move::isAdopted).map(Move::to).orElse(URI.create(row.text(2)));
      return new Address(row.text(1), url);
    }
  }

  /// Moves the times of all polls after the clock was set.
  static void shift(Transaction transaction, Duration step) {
    var millis = step.toMillis();
    transaction.update(SHIFT, millis, millis, millis, millis);
  }
}
