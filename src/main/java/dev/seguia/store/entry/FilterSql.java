package dev.seguia.store.entry;

import dev.seguia.feed.EntryFilter;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.entry.ExpressionSql.Narrowing;
import dev.seguia.store.state.SourceTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Builds the SQL for a filter by language and source. Where few entries fulfil one of its
/// conditions, an index gives all of these, so that a rare language does not cost a look at every
/// entry of the list. Otherwise the list is read in its order until enough were found.
final class FilterSql {
  /// So many entries are looked at one by one sooner than all of a list.
  static final int FEW = 5_000;

  /// Of one language; more are not told apart, as only a hostile source makes up so many.
  private static final int MOST_VARIETIES = 100;

  private static final String IS_THERE =
      "select language from entry where language = ? fetch first row only";

  private static final String NEXT_VARIETY =
      """
      select language from entry where language > ? and language < ?
      order by language
      fetch first row only\
      """;

  private static final String OF_LANGUAGES =
      "select seq from entry where language = any(?) fetch first ? rows only";

  private static final String OF_SOURCES =
      "select seq from sighting where source = any(?) fetch first ? rows only";

  private final Transaction transaction;
  private final SourceTable sources;

  FilterSql(Transaction transaction, SourceTable sources) {
    this.transaction = transaction;
    this.sources = sources;
  }

  /// The condition; empty if no entry can fulfil it.
  Optional<Narrowing> narrowing(EntryFilter filter) {
    if (filter.isEmpty()) return Optional.of(Narrowing.OF_FEEDS);
    var sql = new StringBuilder();
    var values = new ArrayList<Object>();
    Optional<List<Long>> few = Optional.empty();
    if (!filter.languages().isEmpty()) {
      var languages = filter.languages().stream().flatMap(one -> varieties(one).stream()).toList();
      if (languages.isEmpty()) return Optional.empty();
      var asked = languages.toArray(String[]::new);
      // Hidden from the index: H2 would read and sort all entries of a frequent language.
      sql.append("\n  and coalesce(e.language, '') = any(?)");
      values.add(asked);
      few = few(OF_LANGUAGES, asked);
    }
    if (!filter.sources().isEmpty()) {
      var numbers = numbers(filter.sources());
      sql.append(
          "\n  and exists (select 1 from sighting g where g.seq = e.seq and g.source = any(?))");
      values.add(numbers);
      if (few.isEmpty()) few = few(OF_SOURCES, numbers);
    }
    return few.filter(List::isEmpty).isPresent()
        ? Optional.empty()
        : Optional.of(Narrowing.ofFeeds(sql.toString(), values, few));
  }

  /// A language and its varieties, of those that entries have. Each costs one look-up in the index.
  private List<String> varieties(String language) {
    var found = new ArrayList<String>();
    transaction.first(IS_THERE, row -> row.text("language"), language).ifPresent(found::add);
    var end = language + '.'; // the character behind the hyphen
    var next = next(language + '-', end);
    while (next.isPresent() && found.size() < MOST_VARIETIES) {
      found.add(next.get());
      next = next(next.get(), end);
    }
    return found;
  }

  private Optional<String> next(String after, String end) {
    return transaction.first(NEXT_VARIETY, row -> row.text("language"), after, end);
  }

  private Integer[] numbers(List<String> ids) {
    return ids.stream().flatMap(id -> sources.numberIfKnown(id).stream()).toArray(Integer[]::new);
  }

  /// The entries that fulfil a condition, if they are few.
  private Optional<List<Long>> few(String sql, Object asked) {
    var seqs = transaction.numbers(sql, asked, FEW + 1);
    return seqs.size() > FEW ? Optional.empty() : Optional.of(seqs.stream().distinct().toList());
  }
}
