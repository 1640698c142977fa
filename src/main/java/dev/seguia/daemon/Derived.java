package dev.seguia.daemon;

import dev.seguia.config.Config;
import dev.seguia.relate.RelatedTags;
import dev.seguia.relate.Relating;
import dev.seguia.search.index.EntrySearch;
import dev.seguia.search.index.Indexing;
import dev.seguia.search.index.SearchException;
import dev.seguia.search.index.SearchIndex;
import dev.seguia.store.derived.ChangeDelivery;
import dev.seguia.store.derived.ChangeFeed;
import dev.seguia.store.derived.RelationStore;
import dev.seguia.web.Findings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The parts with data derived from the entries of the store, which can be rebuilt from it.
final class Derived implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Derived.class);

  private final ChangeDelivery relations;
  private final Optional<SearchIndex> index;
  private final Optional<ChangeDelivery> indexing;
  private final Findings findings;

  /// @param data where the search index lies
  Derived(Config config, Stores stores, Path data, InstantSource clock) {
    var changes = new ChangeFeed(stores.database(), stores.session());
    var store = new RelationStore(stores.database(), stores.session());
    var relating = new Relating(store, clock);
    relations = new ChangeDelivery("relations", changes, relating);
    index = config.search().enabled() ? index(config, data) : Optional.empty();
    indexing =
        index.map(
            open -> new ChangeDelivery("search", changes, new Indexing(open, changes, clock)));
    findings =
        new Findings(
            index.map(open -> new EntrySearch(open, stores.entries())),
            Optional.of(new RelatedTags(relating.tags(), store)),
            clock);
  }

  /// Opens the index; without it everything else goes on working. The index of a store in memory is
  /// in memory too.
  private static Optional<SearchIndex> index(Config config, Path data) {
    if (config.store().isInMemory()) return Optional.of(SearchIndex.inMemory());
    try {
      return Optional.of(SearchIndex.open(data.resolve("search")));
    } catch (SearchException e) {
      LOG.error("search is unavailable: {}", e.getMessage());
      return Optional.empty();
    }
  }

  void start() {
    followings().forEach(ChangeDelivery::start);
  }

  /// Processes all changes in the store, for a command that ends after it.
  void catchUp() {
    followings().forEach(ChangeDelivery::catchUp);
  }

  Findings findings() {
    return findings;
  }

  private Stream<ChangeDelivery> followings() {
    return Stream.concat(Stream.of(relations), indexing.stream());
  }

  @Override
  public void close() {
    followings().forEach(ChangeDelivery::close);
    index.ifPresent(SearchIndex::close);
  }
}
