package dev.seguia.store.entry;

import dev.seguia.feed.EntryFilter;
import dev.seguia.feed.Tag;
import dev.seguia.feed.TagExpression;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.state.SourceActivity;
import dev.seguia.store.state.SourceTable;
import dev.seguia.store.state.StoredSource;
import dev.seguia.store.tag.TagTable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How many entries arrived on each day. Days are located by arrival number, so that only the
/// requested days are read.
public final class Activity {
  private static final long DAY = Duration.ofDays(1).toMillis();

  /// Of days that are counted.
  private static final Duration LONGEST = Duration.ofDays(60);

  /// Limit: entries that are counted behind a related tag.
  ///
  /// As many as a page of a busy tag may cost; what has more says so.
  public static final int MOST_COUNTED = 1_000;

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

  /// So many entries arrived on a day in one language from one source, which carried them first.
  public record Count(
      LocalDate day, Optional<String> language, StoredSource source, long entries) {}

  /// Counts the entries of a list by day, language and source.
  public List<Count> of(
      TagExpression expression, EntryFilter filter, SourceTable sources, TagTable tags, Days days) {
    var narrowing = new FilterSql(transaction, sources).narrowing(filter);
    if (narrowing.isEmpty()) return List.of();
    var asked =
        new ExpressionSql(transaction, tags)
            .arrivedSince(expression, days.since(), narrowing.get());
    return transaction.query(
        """
        select day_nr, language, origin, count(*) as entries
        from (select %s as day_nr, language, origin from (%s) as found) as counted
        group by day_nr, language, origin\
        """
            .formatted(days.number("arrival"), asked.sql()),
        row ->
            new Count(
                LocalDate.ofEpochDay(row.number("day_nr")),
                row.optionalText("language"),
                sources.source(row.integer("origin")),
                row.number("entries")),
        asked.values().toArray());
  }

  /// How many entries of a list have each of some tags besides, up to a limit.
  public Map<Tag, Long> with(
      TagExpression expression,
      EntryFilter filter,
      Collection<Tag> others,
      SourceTable sources,
      TagTable tags,
      Instant since) {
    var narrowing = new FilterSql(transaction, sources).narrowing(filter);
    var counts = new HashMap<Tag, Long>();
    for (var tag : others) {
      var asked =
          narrowing.map(one ->
              new ExpressionSql(transaction, tags)
                  .arrivedSince(expression.and(tag), since, one.ledBy(tag)));
      counts.put(tag, asked.map(this::count).orElse(0L));
    }
    return counts;
  }

  private long count(ExpressionSql.Statement asked) {
    var sql =
        "select count(*) from (select 1 from (%s) as found fetch first %d rows only) as counted"
            .formatted(asked.sql(), MOST_COUNTED);
    return transaction.number(sql, asked.values().toArray()).orElse(0);
  }

  /// The days of a time zone since a moment.
  public record Days(Instant since, ZoneId zone) {
    /// The number of the day (since 1970) of a moment, as SQL: the offset from UTC may change on
    /// the way.
    private String number(String moment) {
      var rules = zone.getRules();
      var offset = new StringBuilder();
      var at = since;
      for (var change = rules.nextTransition(at);
          change != null && change.getInstant().isBefore(since.plus(LONGEST));
          change = rules.nextTransition(at)) {
        offset.append(
            "when %s < %d then %d "
                .formatted(
                    moment, change.getInstant().toEpochMilli(), millis(change.getOffsetBefore())));
        at = change.getInstant();
      }
      var last = millis(rules.getOffset(at));
      return offset.isEmpty()
          ? "(%s + (%d)) / %d".formatted(moment, last, DAY)
          : "(%s + case %selse %d end) / %d".formatted(moment, offset, last, DAY);
    }

    private static long millis(ZoneOffset offset) {
      return offset.getTotalSeconds() * 1000L;
    }
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
