package dev.seguia.store.database;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The start-up check: reads the whole store, so that damage is found at the start and not during a
/// poll.
///
/// H2 itself checks only the newest state of the file when it opens it.
final class StoreCheck {
  private static final Logger LOG = LoggerFactory.getLogger(StoreCheck.class);

  /// Each may be a megabyte.
  private static final int AT_ONCE = 20;

  /// A large store is not read to its end: the daemon has to answer soon.
  private static final Duration LONGEST = Duration.ofSeconds(15);

  /// Each reads a whole table, or a whole index.
  private static final List<String> SCANS =
      List.of(
          "select sum(length(header)) from source",
          "select sum(length(uid) + length(title)) from entry",
          "select count(*) from entry where uid_hash > cast(? as uuid)",
          "select sum(seq) from entry" + H2.using("entry_arrival") + " where arrival > -1",
          "select count(*) from entry" + H2.using("entry_link") + " where link_hash > -1",
          "select sum(length(joined_by)) from sighting",
          "select count(entry_key) from sighting where source > -1",
          "select sum(seq) from sighting" + H2.using("sighting_entry") + " where seq > -1",
          "select sum(seq) from entry_tag",
          "select sum(arrival) from entry_tag where tag > -1",
          "select sum(length(link_rules)) from poll_state",
          "select sum(score) from entry_story",
          "select sum(length(name)) from tag",
          "select sum(length(label)) from tag_label",
          "select sum(length(label)) from source_tag",
          "select count(entry_key) from tombstone where source > -1");

  private static final UUID LOWEST = new UUID(0, 0);

  private final Transaction transaction;
  private final long end = System.nanoTime() + LONGEST.toNanos();

  StoreCheck(Transaction transaction) {
    this.transaction = transaction;
  }

  /// Reads it through.
  ///
  /// @throws StoreException if it makes no sense
  void run() {
    for (var scan : SCANS)
      if (scan.contains("?")) transaction.number(scan, LOWEST);
      else transaction.number(scan);
    var next = OptionalLong.of(Long.MIN_VALUE);
    while (next.isPresent() && System.nanoTime() < end) next = bodies(next.getAsLong());
    if (next.isPresent())
      LOG.warn(
          "start-up check stopped: database too large to verify within "
              + LONGEST.toSeconds()
              + " s");
  }

  private OptionalLong bodies(long after) {
    return transaction
        .query(
            "select seq, body from entry_body where seq > ? order by seq fetch first ? rows only",
            row -> {
              JsonColumn.check(row.bytes("body"));
              return row.number("seq");
            },
            after,
            AT_ONCE)
        .stream()
        .mapToLong(Long::longValue)
        .max();
  }
}
