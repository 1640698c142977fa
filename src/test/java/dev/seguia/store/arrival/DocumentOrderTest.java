package dev.seguia.store.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.source.Source;
import dev.seguia.store.StoreWorld;
import dev.seguia.store.StoreWorld.Item;
import dev.seguia.store.entry.StoredEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
    world.clock.advance(Duration.ofMinutes(5));
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

  /// Local times that are labelled as UTC: in summer, new articles lie two hours ahead.
  @Test
  void thoseOfTheFutureStayWhereTheyAreWhenTheirTimeComesAndOneIsEdited() {
    var later = item("later").published(ahead(120));
    var sooner = item("sooner").published(ahead(110));
    world.poll(SOURCE, later, sooner);
    var before = dates();
    world.clock.advance(Duration.ofMinutes(5));
    world.poll(SOURCE, later, sooner);
    assertThat(dates()).isEqualTo(before);
    world.clock.advance(Duration.ofHours(3));
    world.poll(SOURCE, later, sooner.content("<p>Edited since, and by more than a word.</p>"));
    assertThat(dates()).isEqualTo(before);
    assertThat(byDate()).containsExactly("later", "sooner");
  }

  private String ahead(int minutes) {
    return world.clock.instant().plus(Duration.ofMinutes(minutes)).toString();
  }

  private Map<String, Instant> dates() {
    return world.all().stream()
        .collect(Collectors.toMap(entry -> entry.entry().title(), StoredEntry::published));
  }
}
