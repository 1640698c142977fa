package dev.seguia.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.feed.TagExpression;
import dev.seguia.memory.MemoryShare;
import dev.seguia.source.Source;
import dev.seguia.store.StoreWorld.Item;
import dev.seguia.store.derived.ChangeFeed;
import dev.seguia.store.entry.ChangePosition;
import dev.seguia.store.entry.EntryQuery;
import dev.seguia.store.entry.StoredEntry;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Entries of nearly a megabyte each, more than are read at once.
final class LargeTextsTest {
  private static final int BYTES = 900_000;
  private static final int FITTING = (int) (MemoryShare.FEEDS.bytes() / 8 / BYTES);
  private static final int COUNT = FITTING + 2;
  private static final Source SOURCE = StoreWorld.source("https://one.example/feed", "eau");

  private final StoreWorld world = new StoreWorld();

  @BeforeEach
  void fill() {
    world.sources.list(List.of(SOURCE));
    for (var number = 0; number < COUNT; number++) world.poll(SOURCE, large(number));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private static Item large(int number) {
    var noise = new byte[BYTES];
    new Random(number).nextBytes(noise);
    var link = "https://one.example/" + number;
    return Item.of("id" + number, link, "Le titre numéro " + number)
        .content("<p>Au début, a &amp; b. " + Base64.getEncoder().encodeToString(noise) + "</p>");
  }

  @Test
  void aFeedGivesTheBeginningOfThoseThatAreTooMuch() {
    var newest = world.entries.newest(TagExpression.all(), COUNT);
    assertThat(newest).hasSize(COUNT);
    assertThat(newest.getFirst().entry().content()).startsWith("<p>Au début");
    assertThat(newest.getLast().entry().content()).isEmpty();
    assertThat(newest.getLast().entry().summary()).isEqualTo("Au début, a & b.");
    assertThat(newest)
        .extracting(StoredEntry::seq)
        .isSortedAccordingTo((a, b) -> Long.compare(b, a));
  }

  @Test
  void pagesOfAllEntriesAreShorterAndMissNothing() {
    var titles = new ArrayList<String>();
    var place = Optional.<EntryQuery.Place>empty();
    var pages = 0;
    do {
      var query = new EntryQuery(TagExpression.all(), Optional.empty(), Optional.empty(), place);
      var page = world.entries.page(query, COUNT + 1);
      for (var entry : page.entries()) {
        titles.add(entry.entry().title());
        assertThat(entry.entry().content().length()).isGreaterThan(BYTES);
      }
      place = page.last();
      pages++;
    } while (place.isPresent());
    assertThat(pages).isGreaterThan(1);
    assertThat(titles).hasSize(COUNT).doesNotHaveDuplicates();
  }

  @Test
  void consumersThatCatchUpGetAllOfThem() {
    for (var number = 0; number < COUNT; number++) world.poll(SOURCE, edited(large(number)));
    var anew = world.openedAnew();
    var changes = new ChangeFeed(world.database, anew.session);
    var added = new ArrayList<Long>();
    var changed = new ArrayList<Long>();
    var position = ChangePosition.START;
    for (var isEnd = false; !isEnd; ) {
      var batch = changes.after(position, 200);
      batch.added().forEach(entry -> added.add(entry.seq()));
      batch.changed().forEach(entry -> changed.add(entry.seq()));
      assertThat(batch.added().size()).isLessThan(COUNT);
      assertThat(batch.changed().size()).isLessThan(COUNT);
      position = batch.last();
      isEnd = batch.isEnd();
    }
    assertThat(added).hasSize(COUNT).doesNotHaveDuplicates();
    assertThat(changed).containsAll(added);
    assertThat(position).isEqualTo(changes.newest());
  }

  private static Item edited(Item item) {
    return new Item(
        item.id(), item.link(), item.title() + ", changé", item.content(), item.published());
  }
}
