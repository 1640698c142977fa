package dev.seguia.store;

import dev.seguia.feed.Tag;
import dev.seguia.feed.TagExpression;
import dev.seguia.feed.TagExpression.Alternative;
import dev.seguia.store.EntryQuery.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

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
  record Candidate(long arrival, long seq, int origin, Optional<StoryPlace> story) {
    static final Comparator<Candidate> NEWEST_FIRST =
        Comparator.comparingLong(Candidate::arrival).thenComparingLong(Candidate::seq).reversed();
  }

  /// One page of all that a query asks for, whatever the shares of the sources.
  List<Place> page(EntryQuery query, int limit) {
    return page(query.expression(), query.after().orElse(Place.END), limit, narrowing(query))
        .stream()
        .map(candidate -> new Place(candidate.arrival(), candidate.seq()))
        .toList();
  }

  /// A further condition on the entries.
  ///
  /// @param ofAll the condition where no tag is asked for
  private record Narrowing(String ofAll, String sql, List<Object> values) {
    /// What is muted is in the feeds of its tags only.
    static final Narrowing OF_FEEDS = new Narrowing("e.audience = 'all'", "", List.of());
  }

  private Narrowing narrowing(EntryQuery query) {
    var sql = new StringBuilder();
    var values = new ArrayList<Object>();
    query
        .since()
        .ifPresent(since -> {
          sql.append("\n  and e.first_seen >= ?");
          values.add(since);
        });
    query
        .sourceId()
        .ifPresent(id -> {
          sql.append(
              "\n  and exists (select 1 from sighting g where g.seq = e.seq and g.source = ?)");
          values.add(sources.numberIfKnown(id).orElse(-1));
        });
    return new Narrowing("e.audience <> 'dropped'", sql.toString(), values);
  }

  List<Long> newest(TagExpression expression, int limit) {
    var chosen = new ArrayList<Long>();
    newest(expression, limit, candidate -> chosen.add(candidate.seq()) && chosen.size() < limit);
    return chosen;
  }

  /// Hands over the newest entries one by one, for as long as more are wanted.
  ///
  /// @param limit how many will be wanted, about
  /// @param isMoreWanted takes one, and says whether it wants another
  void newest(TagExpression expression, int limit, Predicate<Candidate> isMoreWanted) {
    var taken = new HashMap<Integer, Integer>();
    var place = Place.END;
    for (var page = 0; page < MOST_PAGES; page++) {
      var candidates = page(expression, place, limit, Narrowing.OF_FEEDS);
      for (var candidate : candidates)
        if (fits(candidate, taken, limit) && !isMoreWanted.test(candidate)) return;
      if (candidates.size() < limit) return;
      place = new Place(candidates.getLast().arrival(), candidates.getLast().seq());
    }
  }

  private boolean fits(Candidate candidate, Map<Integer, Integer> taken, int limit) {
    var count = taken.merge(candidate.origin(), 1, Integer::sum);
    return count <= sources.share(candidate.origin()).of(limit);
  }

  private List<Candidate> page(
      TagExpression expression, Place before, int limit, Narrowing narrowing) {
    var found = new LinkedHashSet<Candidate>();
    for (var alternative : expression.alternatives())
      found.addAll(page(alternative, before, limit, narrowing));
    return found.stream().sorted(Candidate.NEWEST_FIRST).limit(limit).toList();
  }

  private List<Candidate> page(
      Alternative alternative, Place before, int limit, Narrowing narrowing) {
    var values = new ArrayList<Object>();
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
      values.add(tags.number(tag));
    }
    sql.append(narrowing.sql());
    values.addAll(narrowing.values());
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
        row ->
            new Candidate(
                row.number(1),
                row.number(2),
                row.integer(3),
                StoryPlace.of(row.optionalNumber(4), row.real(5))),
        values.toArray());
  }

  private static StringBuilder allEntries(Narrowing narrowing) {
    return new StringBuilder(
            "select e.arrival, e.seq, e.origin, e.story, e.story_score from entry e where ")
        .append(narrowing.ofAll());
  }

  private StringBuilder entriesOf(Iterable<Tag> wanted, List<Object> values) {
    var sql = new StringBuilder();
    for (var tag : wanted) {
      sql.append(
          sql.isEmpty()
              ? """
              select t.arrival, t.seq, e.origin, e.story, e.story_score
              from entry_tag t join entry e on e.seq = t.seq
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
