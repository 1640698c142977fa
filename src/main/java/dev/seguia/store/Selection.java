package dev.seguia.store;

import dev.seguia.feed.Tag;
import dev.seguia.feed.TagExpression;
import dev.seguia.feed.TagExpression.Alternative;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// Picks the newest entries of a tag expression, within the shares of their sources.
final class Selection {
  /// How often a capped feed looks further back before it is content with fewer entries.
  private static final int MOST_PAGES = 20;

  private final Transaction transaction;
  private final TagTable tags;
  private final SourceTable sources;

  Selection(Transaction transaction, TagTable tags, SourceTable sources) {
    this.transaction = transaction;
    this.tags = tags;
    this.sources = sources;
  }

  /// An entry in the running for a place in a feed.
  private record Candidate(long arrival, long seq, int origin) {
    static final Comparator<Candidate> NEWEST_FIRST =
        Comparator.comparingLong(Candidate::arrival).thenComparingLong(Candidate::seq).reversed();
  }

  /// Where a page begins: everything before this one, in the order of arrival.
  private record Place(long arrival, long seq) {
    static final Place END = new Place(Long.MAX_VALUE, Long.MAX_VALUE);
  }

  List<Long> newest(TagExpression expression, int limit) {
    var chosen = new ArrayList<Long>();
    var taken = new HashMap<Integer, Integer>();
    var place = Place.END;
    for (var page = 0; page < MOST_PAGES && chosen.size() < limit; page++) {
      var candidates = page(expression, place, limit);
      for (var candidate : candidates)
        if (chosen.size() < limit && fits(candidate, taken, limit)) chosen.add(candidate.seq());
      if (candidates.size() < limit) break;
      place = new Place(candidates.getLast().arrival(), candidates.getLast().seq());
    }
    return chosen;
  }

  private boolean fits(Candidate candidate, Map<Integer, Integer> taken, int limit) {
    var count = taken.merge(candidate.origin(), 1, Integer::sum);
    return count <= sources.share(candidate.origin()).of(limit);
  }

  private List<Candidate> page(TagExpression expression, Place before, int limit) {
    var found = new LinkedHashSet<Candidate>();
    for (var alternative : expression.alternatives())
      found.addAll(page(alternative, before, limit));
    return found.stream().sorted(Candidate.NEWEST_FIRST).limit(limit).toList();
  }

  private List<Candidate> page(Alternative alternative, Place before, int limit) {
    var values = new ArrayList<Object>();
    var sql = alternative.with().isEmpty() ? allEntries() : entriesOf(alternative.with(), values);
    for (var tag : alternative.without()) {
      sql.append(
          """

          and not exists (
            select 1 from entry_tag o where o.tag = ? and o.arrival = e.arrival and o.seq = e.seq)\
          """);
      values.add(tags.number(tag));
    }
    var driver = alternative.with().isEmpty() ? "e" : "t";
    sql.append(
        """

          and (%1$s.arrival < ? or (%1$s.arrival = ? and %1$s.seq < ?))
        order by %2$s%1$s.arrival desc, %1$s.seq desc
        fetch first ? rows only\
        """
            .formatted(driver, driver.equals("t") ? "t.tag desc, " : ""));
    values.addAll(List.of(before.arrival(), before.arrival(), before.seq(), limit));
    return transaction.query(
        sql.toString(),
        row -> new Candidate(row.number(1), row.number(2), row.integer(3)),
        values.toArray());
  }

  private static StringBuilder allEntries() {
    return new StringBuilder("select e.arrival, e.seq, e.origin from entry e where true");
  }

  private StringBuilder entriesOf(Iterable<Tag> wanted, List<Object> values) {
    var sql = new StringBuilder();
    for (var tag : wanted) {
      sql.append(
          sql.isEmpty()
              ? """
              select t.arrival, t.seq, e.origin from entry_tag t join entry e on e.seq = t.seq
              where t.tag = ?\
              """
              : """

              and exists (
                select 1 from entry_tag o where o.tag = ? and o.arrival = t.arrival and o.seq = t.seq)\
              """);
      values.add(tags.number(tag));
    }
    return sql;
  }
}
