package dev.seguia.store.entry;

import dev.seguia.feed.Tag;
import dev.seguia.feed.TagExpression;
import dev.seguia.feed.TagExpression.Alternative;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.entry.EntryQuery.Place;
import dev.seguia.store.tag.TagTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Builds the SQL for a tag expression, one query per alternative, so that each uses an index in
/// arrival order.
public final class ExpressionSql {
  private static final String ALL =
      "select e.arrival, e.seq, e.origin, e.language from entry e where ";

  /// A join: H2 would compare each entry with all of an array.
  private static final String SOME =
      """
      select e.arrival, e.seq, e.origin, e.language
      from unnest(cast(? as bigint array)) as few (seq) join entry e on e.seq = few.seq
      where 1 = 1\
      """;

  private static final String HAS_TAG =
      """
      exists (
        select 1 from entry_tag o where o.tag = ? and o.arrival = e.arrival and o.seq = e.seq)\
      """;

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
  /// @param few the only entries that may fulfil it, where they are known and few: then these are
  ///   looked at, and not all of the list
  /// @param lead the required tag whose list is read; the first one if absent
  record Narrowing(
      String ofAll, String sql, List<Object> values, Optional<List<Long>> few, Optional<Tag> lead) {
    /// What is muted is in the feeds of its tags only.
    static final Narrowing OF_FEEDS = ofFeeds("", List.of(), Optional.empty());

    static Narrowing ofFeeds(String sql, List<Object> values, Optional<List<Long>> few) {
      return new Narrowing("e.audience = 'all'", sql, values, few, Optional.empty());
    }

    /// The same, and the list of one of the required tags is read, because it is short.
    Narrowing ledBy(Tag tag) {
      return new Narrowing(ofAll, sql, values, few, Optional.of(tag));
    }

    /// Those among them that arrived at a time or later.
    Narrowing since(Instant time) {
      var more = new ArrayList<>(values);
      more.add(time);
      return new Narrowing(ofAll, sql + "\n  and e.arrival >= ?", more, few, lead);
    }

    /// The row that the entries are read in the order of.
    private String driver(Alternative alternative) {
      return few.isPresent() || alternative.with().isEmpty() ? "e" : "t";
    }
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
    var driver = narrowing.driver(alternative);
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
  Statement arrivedSince(TagExpression expression, Instant since, Narrowing narrowing) {
    var parts = new ArrayList<String>();
    var values = new ArrayList<Object>();
    for (var alternative : expression.alternatives()) {
      var driver = narrowing.driver(alternative);
      var sql = fitting(alternative, narrowing, values);
      parts.add(sql.append("\n  and ").append(driver).append(".arrival >= ?").toString());
      values.add(since);
    }
    return new Statement(String.join("\nunion\n", parts), values);
  }

  private StringBuilder fitting(Alternative alternative, Narrowing narrowing, List<Object> values) {
    var sql = beginning(alternative, narrowing, values);
    for (var tag : alternative.without()) {
      sql.append("\n  and not ").append(HAS_TAG);
      values.add(tags.number(transaction, tag));
    }
    sql.append(narrowing.sql());
    values.addAll(narrowing.values());
    return sql;
  }

  private StringBuilder beginning(
      Alternative alternative, Narrowing narrowing, List<Object> values) {
    if (narrowing.few().isPresent())
      return entriesOf(narrowing.few().get(), alternative, narrowing, values);
    return alternative.with().isEmpty()
        ? new StringBuilder(ALL).append(narrowing.ofAll())
        : entriesOf(led(alternative.with(), narrowing.lead()), values);
  }

  private static List<Tag> led(Collection<Tag> wanted, Optional<Tag> lead) {
    var first = lead.filter(wanted::contains);
    var others = wanted.stream().filter(tag -> first.filter(tag::equals).isEmpty());
    return Stream.concat(first.stream(), others).toList();
  }

  private StringBuilder entriesOf(
      List<Long> few, Alternative alternative, Narrowing narrowing, List<Object> values) {
    var sql = new StringBuilder(SOME);
    values.add(few.toArray(Long[]::new));
    if (alternative.with().isEmpty()) sql.append("\n  and ").append(narrowing.ofAll());
    for (var tag : alternative.with()) {
      sql.append("\n  and ").append(HAS_TAG);
      values.add(tags.number(transaction, tag));
    }
    return sql;
  }

  private StringBuilder entriesOf(Iterable<Tag> wanted, List<Object> values) {
    var sql = new StringBuilder();
    for (var tag : wanted) {
      sql.append(
          sql.isEmpty()
              ? """
              select t.arrival, t.seq, e.origin, e.language
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
