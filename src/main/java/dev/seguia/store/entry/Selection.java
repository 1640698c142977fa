package dev.seguia.store.entry;

import dev.seguia.feed.EntryFilter;
import dev.seguia.feed.TagExpression;
import dev.seguia.feed.TagExpression.Alternative;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.entry.EntryQuery.Place;
import dev.seguia.store.entry.ExpressionSql.Narrowing;
import dev.seguia.store.entry.ExpressionSql.Way;
import dev.seguia.store.state.SourceTable;
import dev.seguia.store.tag.TagTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/// Selects the newest entries of a tag expression, with a limit per source.
public final class Selection {
  /// How often a capped feed looks further back before it is content with fewer entries.
  private static final int MOST_PAGES = 20;

  private static final String STORIES =
      "select seq, story, score from entry_story where seq = any(?)";

  private final Transaction transaction;
  private final TagTable tags;
  private final SourceTable sources;

  public Selection(Transaction transaction, TagTable tags, SourceTable sources) {
    this.transaction = transaction;
    this.tags = tags;
    this.sources = sources;
  }

  /// A candidate entry for a feed.
  record Candidate(long arrival, long seq, int origin) {
    static final Comparator<Candidate> NEWEST_FIRST =
        Comparator.comparingLong(Candidate::arrival).thenComparingLong(Candidate::seq).reversed();
  }

  /// One page of the entries that match a query, without limits per source.
  public List<Place> page(EntryQuery query, int limit) {
    return places(
        page(
            query.expression(),
            query.after().orElse(Place.END),
            Way.OLDER,
            limit,
            narrowing(query)));
  }

  /// One page of the entries in feeds, without limits per source.
  ///
  /// @param after where the page before ended
  /// @param since arrived at that time or later
  public List<Place> listed(
      TagExpression expression,
      EntryFilter filter,
      Place after,
      Optional<Instant> since,
      int limit) {
    return narrowing(filter)
        .map(narrowing -> since.map(narrowing::since).orElse(narrowing))
        .map(narrowing -> places(page(expression, after, Way.OLDER, limit, narrowing)))
        .orElse(List.of());
  }

  private Optional<Narrowing> narrowing(EntryFilter filter) {
    return new FilterSql(transaction, sources).narrowing(filter);
  }

  private static List<Place> places(List<Candidate> candidates) {
    return candidates.stream()
        .map(candidate -> new Place(candidate.arrival(), candidate.seq()))
        .toList();
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
    return new Narrowing(
        "e.audience <> 'dropped'", sql.toString(), values, Optional.empty(), Optional.empty());
  }

  /// The newest entries, with the limit per source.
  public List<Long> newest(TagExpression expression, EntryFilter filter, int limit) {
    var chosen = new ArrayList<Long>();
    for (var page : newestPages(expression, filter, limit))
      for (var candidate : page) {
        chosen.add(candidate.seq());
        if (chosen.size() == limit) return chosen;
      }
    return chosen;
  }

  /// The newest entries, page by page; pages are read lazily.
  ///
  /// @param limit how many will be wanted, about
  Iterable<List<Candidate>> newestPages(TagExpression expression, EntryFilter filter, int limit) {
    var narrowing = narrowing(filter);
    return narrowing.isEmpty() ? List.of() : () -> new Pages(expression, narrowing.get(), limit);
  }

  private final class Pages implements Iterator<List<Candidate>> {
    private final TagExpression expression;
    private final Narrowing narrowing;
    private final int limit;
    private final Map<Integer, Integer> taken = new HashMap<>();
    private Place place = Place.END;
    private int count;
    private boolean isEnd;

    Pages(TagExpression expression, Narrowing narrowing, int limit) {
      this.expression = expression;
      this.narrowing = narrowing;
      this.limit = limit;
    }

    @Override
    public boolean hasNext() {
      return !isEnd && count < MOST_PAGES;
    }

    @Override
    public List<Candidate> next() {
      if (!hasNext()) throw new NoSuchElementException();
      var page = page(expression, place, Way.OLDER, limit, narrowing);
      count++;
      isEnd = page.size() < limit;
      if (!isEnd) place = new Place(page.getLast().arrival(), page.getLast().seq());
      return page.stream().filter(this::fits).toList();
    }

    private boolean fits(Candidate candidate) {
      var count = taken.merge(candidate.origin(), 1, Integer::sum);
      return count <= sources.share(candidate.origin()).of(limit);
    }
  }

  /// The stories of some entries, of those that are of any.
  Map<Long, StoryPlace> stories(Collection<Long> seqs) {
    var stories = new HashMap<Long, StoryPlace>();
    transaction.query(
        STORIES,
        row ->
            stories.put(row.number("seq"), new StoryPlace(row.number("story"), row.real("score"))),
        (Object) seqs.toArray(Long[]::new));
    return stories;
  }

  /// The entry next to a position, exclusive.
  public Optional<Long> next(TagExpression expression, Place from, Way way) {
    return page(expression, from, way, 1, Narrowing.OF_FEEDS).stream()
        .findFirst()
        .map(Candidate::seq);
  }

  private List<Candidate> page(
      TagExpression expression, Place from, Way way, int limit, Narrowing narrowing) {
    var found = new LinkedHashSet<Candidate>();
    for (var alternative : expression.alternatives())
      found.addAll(page(alternative, from, way, limit, narrowing));
    var order = way == Way.OLDER ? Candidate.NEWEST_FIRST : Candidate.NEWEST_FIRST.reversed();
    return found.stream().sorted(order).limit(limit).toList();
  }

  private List<Candidate> page(
      Alternative alternative, Place from, Way way, int limit, Narrowing narrowing) {
    var asked = new ExpressionSql(transaction, tags).next(alternative, from, way, limit, narrowing);
    return transaction.query(
        asked.sql(),
        row -> new Candidate(row.number("arrival"), row.number("seq"), row.integer("origin")),
        asked.values().toArray());
  }
}
