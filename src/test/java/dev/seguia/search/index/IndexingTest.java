package dev.seguia.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.query.QueryParser;
import dev.seguia.query.QueryResult;
import dev.seguia.source.Source;
import dev.seguia.store.StoreWorld;
import dev.seguia.store.StoreWorld.Item;
import dev.seguia.store.derived.ChangeDelivery;
import dev.seguia.store.derived.ChangeFeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The index behind the store.
final class IndexingTest {
  private static final Source ONE = StoreWorld.source("https://one.example/feed", "Maroc");

  @TempDir private Path folder;

  private StoreWorld world = new StoreWorld();

  @BeforeEach
  void list() {
    world.sources.list(List.of(ONE));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void poll(int number, String title) {
    world.poll(ONE, Item.of("id" + number, "https://one.example/" + number, title));
    world.clock.advance(Duration.ofMinutes(1));
  }

  private void follow(SearchIndex index) {
    var changes = new ChangeFeed(world.database, world.session);
    new ChangeDelivery("search", changes, new Indexing(index, changes, world.clock)).catchUp();
  }

  private List<String> found(SearchIndex index, String query) {
    if (!(QueryParser.parse(query) instanceof QueryResult.Parsed(var parsed)))
      throw new AssertionError(query);
    var request = SearchRequest.first(SearchRequest.Order.NEWEST_FIRST, 10, world.clock.instant());
    return new EntrySearch(index, world.entries)
        .find(parsed, request).entries().stream().map(entry -> entry.entry().title()).toList();
  }

  @Test
  void followsNewEntriesAndEdits() {
    try (var index = SearchIndex.open(folder)) {
      poll(1, "Les barrages sont pleins");
      follow(index);
      assertThat(found(index, "barrages")).containsExactly("Les barrages sont pleins");
      poll(1, "Les nappes sont vides");
      poll(2, "Le roi inaugure un port");
      follow(index);
      assertThat(found(index, "barrages")).isEmpty();
      assertThat(found(index, "nappes OR port")).hasSize(2);
    }
  }

  @Test
  void goesOnWhereItWasAfterANewStart() {
    try (var index = SearchIndex.open(folder)) {
      poll(1, "Les barrages sont pleins");
      follow(index);
    }
    poll(2, "Les barrages débordent");
    try (var index = SearchIndex.open(folder)) {
      assertThat(index.reached()).isPositive();
      follow(index);
      assertThat(found(index, "barrages")).hasSize(2);
    }
  }

  @Test
  void isBuiltAnewWhenItsFilesAreGoneOrGarbage() throws IOException {
    poll(1, "Les barrages sont pleins");
    try (var index = SearchIndex.open(folder)) {
      follow(index);
    }
    try (var files = Files.list(folder)) {
      for (var file : files.filter(path -> !path.toString().endsWith(".lock")).toList())
        Files.writeString(file, "rubbish");
    }
    try (var index = SearchIndex.open(folder)) {
      assertThat(index.reached()).isZero();
      follow(index);
      assertThat(found(index, "barrages")).hasSize(1);
    }
  }

  @Test
  void ofAnotherStoreIsBegunAnew() {
    try (var index = SearchIndex.open(folder)) {
      poll(1, "Les barrages sont pleins");
      follow(index);
    }
    world.close();
    world = StoreWorld.madeLater(Duration.ofDays(1));
    list();
    poll(7, "Un port");
    try (var index = SearchIndex.open(folder)) {
      follow(index);
      assertThat(index.size()).isOne();
      assertThat(found(index, "port")).containsExactly("Un port");
    }
  }

  @Test
  void whatWasPurgedLeavesTheIndexWhenSomeoneComesUponIt() {
    try (var index = SearchIndex.open(folder)) {
      poll(1, "Les barrages sont pleins");
      follow(index);
      world.entries.purge(world.clock.instant());
      assertThat(found(index, "barrages")).isEmpty();
      index.refresh();
      assertThat(index.size()).isZero();
    }
  }
}
