package dev.seguia.store.entry;

import dev.seguia.feed.TagExpression;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.state.SourceActivity;
import dev.seguia.store.state.SourceTable;
import dev.seguia.store.tag.TagTable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How many entries arrived on each day (UTC). Days are located by arrival number, so that only the
/// requested days are read.
public final class Activity {
  private static final long DAY = Duration.ofDays(1).toMillis();

  private static final String OF_SOURCES =
      """
      select source, arrived, count(*) as entries, sum(shared) as shared
      from (
        select s.source as source, e.arrival / %d as arrived,
          case when exists (
            select 1 from sighting o where o.seq = s.seq and o.source <> s.source)
            then 1 else 0 end as shared
        from entry e join sighting s on s.seq = e.seq
        where e.arrival >= ?) as carried
      group by source, arrived\
      """
          .formatted(DAY);

  private final Transaction transaction;

  public Activity(Transaction transaction) {
    this.transaction = transaction;
  }

  /// Counts for the entries that match an expression; days without entries are omitted.
  public SortedMap<LocalDate, Long> of(TagExpression expression, TagTable tags, Instant since) {
    var asked = new ExpressionSql(transaction, tags).arrivedSince(expression, since);
    var days = new TreeMap<LocalDate, Long>();
    transaction.query(
        "select arrival / %d as arrived, count(*) as entries from (%s) as found group by arrival / %d"
            .formatted(DAY, asked.sql(), DAY),
        row -> days.put(LocalDate.ofEpochDay(row.number("arrived")), row.number("entries")),
        asked.values().toArray());
    return days;
  }

  /// Counts by source id, for sources with entries.
  public Map<String, SourceActivity> ofSources(SourceTable sources, Instant since) {
    var found = new HashMap<String, SourceActivity>();
    transaction.query(
        OF_SOURCES,
        row -> {
          var day = LocalDate.ofEpochDay(row.number("arrived"));
          return found.merge(
              sources.source(row.integer("source")).id(),
              SourceActivity.none().plus(day, row.number("entries"), row.number("shared")),
              (known, more) -> known.plus(day, more.total(), more.shared()));
        },
        since);
    return found;
  }
}
