package dev.seguia.search.index;

import dev.seguia.query.Query;
import dev.seguia.search.SearchEntry;
import dev.seguia.store.EntryStore;
import dev.seguia.store.entry.StoredEntry;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Full-text search over the entries of the store.
public final class EntrySearch {
  private final SearchIndex index;
  private final Related related;
  private final EntryStore entries;

  public EntrySearch(SearchIndex index, EntryStore entries) {
    this.index = index;
    this.related = new Related(index);
    this.entries = entries;
  }

  /// The search results.
  ///
  /// @param entries a page of them
  /// @param total how many there are in all, as far as they were counted
  /// @param isExact whether there are no more than `total`
  /// @param next where the next page goes on; empty if this one is the last
  public record Found(
      List<StoredEntry> entries, long total, boolean isExact, Optional<SearchPlace> next) {
    public Found {
      entries = List.copyOf(entries);
    }
  }

  /// A page of the entries that match a query.
  public Found find(Query query, SearchRequest request) {
    var result = index.search(query, request);
    return new Found(read(result.seqs()), result.total(), result.isExact(), result.next());
  }

  /// The entries related to one, best first.
  ///
  /// @param except numbers of entries that are not wanted
  public List<StoredEntry> related(StoredEntry entry, Set<Long> except, int limit) {
    return read(related.to(SearchEntry.of(entry), except, limit));
  }

  /// The parts of a text to highlight, in order, because they match the query.
  ///
  /// @param language of the text, a BCP 47 tag
  public List<Mark> marks(Query query, String text, Optional<String> language) {
    return index.highlight(query, text, language);
  }

  /// Grows with every change of the search results.
  public long revision() {
    return index.revision();
  }

  /// Removes entries that left the store from the index when a search finds them.
  private List<StoredEntry> read(List<Long> seqs) {
    var found = entries.entries(seqs);
    if (found.size() == seqs.size()) return found;
    var gone = new HashSet<>(seqs);
    found.forEach(entry -> gone.remove(entry.seq()));
    index.remove(List.copyOf(gone));
    return found;
  }
}
