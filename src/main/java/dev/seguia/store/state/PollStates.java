package dev.seguia.store.state;

import dev.seguia.dedup.SharedKeys;
import dev.seguia.feed.LinkRules;
import dev.seguia.feed.Rhythm;
import dev.seguia.fetch.Validators;
import dev.seguia.source.Source.Kind;
import dev.seguia.store.database.JsonColumn;
import dev.seguia.store.database.Row;
import dev.seguia.store.database.Transaction;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// Reads and writes poll states.
public final class PollStates {
  /// The columns of a state, of a row called `p`.
  public static final String COLUMNS =
      """
      p.etag, p.last_modified, p.validators_of, p.body_hash, p.link_rules, p.rhythm, p.kind,
        p.history, p.shared_keys, p.last_poll, p.last_success, p.next_poll, p.last_error, p.failures,
        p.failing_since, p.moved_to, p.moved_seen, p.gone, p.delivered, p.not_modified, p.patience,
        p.remark, p.warning\
      """;

  private static final String STATE =
      "select " + COLUMNS + " from source s join poll_state p on p.source = s.nr where s.id = ?";

  private static final String ADD =
      """
      insert into poll_state (
        source, history, failures, moved_seen, gone, delivered, not_modified, patience)
      values (?, false, 0, 0, false, false, ?, ?)\
      """;

  private static final String RECORD =
      """
      update poll_state set etag = ?, last_modified = ?, validators_of = ?, body_hash = ?,
        link_rules = ?, rhythm = ?, kind = ?, history = ?, shared_keys = ?, last_poll = ?, last_success = ?,
        next_poll = ?, last_error = ?, failures = ?, failing_since = ?, moved_to = ?,
        moved_seen = ?, gone = ?, delivered = ?, not_modified = ?, patience = ?, remark = ?,
        warning = ?
      where source = ?\
      """;

  private static final String ADDRESSES =
      """
      select s.nr, s.url, p.moved_to, p.moved_seen
      from source s join poll_state p on p.source = s.nr
      where s.listed and not p.gone
      order by p.next_poll nulls last, s.nr\
      """;

  private static final String POSTPONE =
      """
      update poll_state set next_poll = ?
      where source = ? and (next_poll is null or next_poll < ?)\
      """;

  private static final String SHIFT =
      """
      update poll_state set last_poll = last_poll + ?, last_success = last_success + ?,
        next_poll = next_poll + ?, failing_since = failing_since + ?\
      """;

  private PollStates() {}

  public static PollState of(Transaction transaction, String id) {
    return transaction.first(STATE, PollStates::read, id).orElseGet(PollState::fresh);
  }

  /// Reads the [#COLUMNS] of a state.
  public static PollState read(Row row) {
    return new PollState(
        new PollState.Known(
            new Validators(
                row.optionalText("etag"),
                row.optionalText("last_modified"),
                row.optionalText("validators_of").map(URI::create)),
            row.optionalHash("body_hash"),
            row.optionalText("rhythm")
                .map(json -> JsonColumn.read(json, Rhythm.class))
                .orElseGet(Rhythm::none),
            row.optionalText("kind").map(Kind::valueOf),
            row.bool("history"),
            SharedKeys.ofBytes(row.bytes("shared_keys")),
            row.bool("delivered"),
            new Trust(row.integer("not_modified"), row.integer("patience")),
            row.optionalText("remark"),
            row.optionalText("warning")),
        row.optionalText("link_rules")
            .map(json -> JsonColumn.read(json, LinkRules.class))
            .orElseGet(LinkRules::none),
        row.optionalInstant("last_poll"),
        row.optionalInstant("last_success"),
        row.optionalInstant("next_poll"),
        row.optionalText("last_error"),
        row.integer("failures"),
        row.optionalInstant("failing_since"),
        move(row),
        row.bool("gone"));
  }

  private static Optional<Move> move(Row row) {
    var seen = row.integer("moved_seen");
    return row.optionalText("moved_to").map(to -> new Move(URI.create(to), seen));
  }

  /// Notes a source that was never polled.
  static void add(Transaction transaction, int source) {
    var trust = Trust.fresh();
    transaction.update(ADD, source, trust.notModified(), trust.patience());
  }

  public static void record(Transaction transaction, Map<Integer, PollState> states) {
    var rows = new ArrayList<Object[]>(states.size());
    states.forEach((source, state) -> rows.add(row(source, state)));
    transaction.updateAll(RECORD, rows);
  }

  private static Object[] row(int source, PollState state) {
    return new Object[] {
      state.validators().etag(),
      state.validators().lastModified(),
      state.validators().of().map(URI::toString),
      state.bodyHash(),
      unless(state.linkRules(), LinkRules.none()),
      unless(state.rhythm(), Rhythm.none()),
      state.known().kind().map(Kind::name),
      state.known().history(),
      Optional.of(state.known().shared().toBytes()).filter(bytes -> bytes.length > 0),
      state.lastPoll(),
      state.lastSuccess(),
      state.nextPoll(),
      state.lastError(),
      state.failures(),
      state.failingSince(),
      state.move().map(move -> move.to().toString()),
      state.move().map(Move::seen).orElse(0),
      state.gone(),
      state.known().delivered(),
      state.known().trust().notModified(),
      state.known().trust().patience(),
      state.known().remark(),
      state.known().warning(),
      source
    };
  }

  /// Most sources have nothing here: null takes less room.
  private static <T> Optional<String> unless(T value, T nothing) {
    return value.equals(nothing) ? Optional.empty() : Optional.of(JsonColumn.write(value));
  }

  /// Postpones the polls of the sources on a server.
  ///
  /// @param isThere whether an address is of that place
  /// @param until no poll of them before this
  /// @param apart the time between two of them, so that they are not all due at once
  public static void postpone(
      Transaction transaction, Predicate<URI> isThere, Instant until, Duration apart) {
    var due = until;
    for (var source : transaction.query(ADDRESSES, Address::read))
      if (isThere.test(source.url) && transaction.update(POSTPONE, due, source.number, due) > 0)
        due = due.plus(apart);
  }

  private record Address(int number, URI url) {
    static Address read(Row row) {
      var moved = move(row).filter(Move::isAdopted).map(Move::to);
      return new Address(row.integer("nr"), moved.orElse(URI.create(row.text("url"))));
    }
  }

  /// Shifts the times of all polls after a clock change.
  public static void shift(Transaction transaction, Duration step) {
    var millis = step.toMillis();
    transaction.update(SHIFT, millis, millis, millis, millis);
  }
}
