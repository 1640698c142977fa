package dev.seguia.store.entry;

import dev.seguia.feed.Tag;
import dev.seguia.feed.TagExpression;
import dev.seguia.feed.TagExpression.Alternative;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.entry.EntryQuery.Place;
import dev.seguia.store.tag.TagTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Builds the SQL for a tag expression, one query per alternative, so that each uses an index in
/// arrival order.
public final class ExpressionSql {
  private final Transaction transaction;
  private final TagTable tags;

  ExpressionSql(Transaction transaction, TagTable tags) {
    this.transaction = transaction;
    this.tags = tags;
  }

  /// A SQL statement with its parameter values.
  record Statement(String sql, List<Object> values) {}

  /// A further condition on the entries.
  ///
  /// @param ofAll the condition if no tag is required
  record Narrowing(String ofAll, String sql, List<Object> values) {
    /// What is muted is in the feeds of its tags only.
    static final Narrowing OF_FEEDS = new Narrowing("e.audience = 'all'", "", List.of());
  }

  /// The direction in which entries are read from a position.
  public enum Way {
    OLDER("<", " desc"),
    NEWER(">", "");

    private final String than;
    private final String order;

    Way(String than, String order) {
      this.than = than;
      this.order = order;
    }
  }

  /// The next entries from a place on, that one left out. The first of the two conditions on it is
  /// for the index: with an `or` alone, H2 would read all from the beginning of the list.
  Statement next(Alternative alternative, Place from, Way way, int limit, Narrowing narrowing) {
    var driver = alternative.with().isEmpty() ? "e" : "t";
    var values = new ArrayList<Object>();
    var sql = fitting(alternative, narrowing, values);
    var order = way.order;
    sql.append(
        """

          and %1$s.arrival %2$s= ? and (%1$s.arrival %2$s ? or %1$s.seq %2$s ?)
        order by %3$s%1$s.arrival%4$s, %1$s.seq%4$s
        fetch first ? rows only\
        """
            .formatted(driver, way.than, driver.equals("t") ? "t.tag" + order + ", " : "", order));
    values.addAll(List.of(from.arrival(), from.arrival(), from.seq(), limit));
    return new Statement(sql.toString(), values);
  }

  /// All entries that arrived since a time, each once.
  Statement arrivedSince(TagExpression expression, Instant since) {
    var parts = new ArrayList<String>();
    var values = new ArrayList<Object>();
    for (var alternative : expression.alternatives()) {
      var driver = alternative.with().isEmpty() ? "e" : "t";
      var sql = fitting(alternative, Narrowing.OF_FEEDS, values);
      parts.add(sql.append("\n  and ").append(driver).append(".arrival >= ?").toString());
      values.add(since);
    }
    return new Statement(String.join("\nunion\n", parts), values);
  }

  private StringBuilder fitting(Alternative alternative, Narrowing narrowing, List<Object> values) {
    var sql =
        alternative.with().isEmpty()
            ? allEntries(narrowing)
            : entriesOf(alternative.with(), values);
    for (var tag : alternative.without()) {
      sql.append(
          """

          and not exists (
            select 1 from entry_tag o where o.tag = ? and o.arrival = e.arrival and o.seq = e.seq)\
          """);
      values.add(tags.number(transaction, tag));
    }
    sql.append(narrowing.sql());
    values.addAll(narrowing.values());
    return sql;
  }

  private static StringBuilder allEntries(Narrowing narrowing) {
    return new StringBuilder("select e.arrival, e.seq, e.origin from entry e where ")
        .append(narrowing.ofAll());
  }

  private StringBuilder entriesOf(Iterable<Tag> wanted, List<Object> values) {
    var sql = new StringBuilder();
    for (var tag : wanted) {
      sql.append(
          sql.isEmpty()
              ? """
              select t.arrival, t.seq, e.origin
              from entry_tag t join entry e on e.seq = t.seq
              where t.tag = ?\
              """
              : """

              and exists (
                select 1 from entry_tag o where o.tag = ? and o.arrival = t.arrival and o.seq = t.seq)\
              """);
      values.add(tags.number(transaction, tag));
    }
    return sql;
  }
}
