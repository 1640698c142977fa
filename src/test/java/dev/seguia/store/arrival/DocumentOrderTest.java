package dev.seguia.store.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.source.Source;
import dev.seguia.store.StoreWorld;
import dev.seguia.store.StoreWorld.Item;
import dev.seguia.store.entry.StoredEntry;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Entries that are dated by their arrival.
final class DocumentOrderTest {
  private static final Source SOURCE = StoreWorld.source("https://one.example/feed", "Maroc");

  private final StoreWorld world = new StoreWorld();

  @BeforeEach
  void listsTheSource() {
    world.sources.list(List.of(SOURCE));
  }

  @AfterEach
  void closes() {
    world.close();
  }

  private static Item item(String name) {
    return Item.of("https://one.example/" + name, "https://one.example/" + name, name);
  }

  /// As feeds list them.
  private List<String> byDate() {
    return world.all().stream()
        .sorted(Comparator.comparing(StoredEntry::published).reversed())
        .map(entry -> entry.entry().title())
        .toList();
  }

  @Test
  void undatedOnesKeepTheOrderOfTheirDocument() {
    world.poll(SOURCE, item("b").undated(), item("c").undated(), item("a").undated());
    assertThat(byDate()).containsExactly("b", "c", "a");
    assertThat(world.titles("all")).containsExactly("b", "c", "a");
  }

  @Test
  void theyStayInOrderWhenOthersComeAndWhenTheyAreSeenAgain() {
    world.poll(SOURCE, item("b").undated(), item("a").undated());
    world.clock.advance(java.time.Duration.ofMinutes(5));
    world.poll(
        SOURCE, item("d").undated(), item("c").undated(), item("b").undated(), item("a").undated());
    assertThat(byDate()).containsExactly("d", "c", "b", "a");
  }

  @Test
  void thoseOfTheFutureKeepTheOrderOfTheirDatesAndComeFirst() {
    world.poll(
        SOURCE,
        item("none").undated(),
        item("sooner").published("2099-01-01T00:00:00Z"),
        item("later").published("2099-01-02T00:00:00Z"),
        item("old").published("2020-01-01T00:00:00Z"));
    assertThat(byDate()).containsExactly("later", "sooner", "none", "old");
    assertThat(world.all()).allMatch(entry -> !entry.published().isAfter(world.clock.instant()));
  }
}
