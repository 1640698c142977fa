package dev.seguia.store.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.source.Source;
import dev.seguia.store.StoreWorld;
import dev.seguia.store.StoreWorld.Item;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Sources that bring very much at once.
final class FloodTest {
  private static final Source ONE = StoreWorld.source("https://one.example/feed", "un");
  private static final Source TWO = StoreWorld.source("https://two.example/feed", "deux");

  private final StoreWorld world = new StoreWorld();

  @BeforeEach
  void list() {
    world.sources.list(java.util.List.of(ONE, TWO));
  }

  @AfterEach
  void close() {
    world.close();
  }

  /// So many entries, whose ids and links begin with a word, and whose texts do not.
  private static Item[] archive(String word, int count) {
    return IntStream.range(0, count)
        .mapToObj(number ->
            Item.of(
                    word + number,
                    "https://one.example/" + word + "/" + number,
                    "Un article qui porte le nom de " + (char) ('a' + number))
                .content("<p>Le texte de " + (char) ('a' + number) + "</p>"))
        .toArray(Item[]::new);
  }

  @Test
  void anArchiveThatComesAgainUnderNewIdsLinksAndDatesIsKnown() {
    world.poll(ONE, archive("alt", 20));
    world.clock.advance(Duration.ofDays(30));
    var now = world.clock.instant().toString();
    var again = world.poll(ONE, redated(archive("neu", 20), now));
    assertThat(again.added()).isZero();
    assertThat(again.joined()).isEqualTo(20);
    assertThat(world.all()).hasSize(20);
  }

  @Test
  void anArchiveThatHadJoinedTheEntriesOfOthersIsKnownByWhatItSaidItself() {
    world.poll(TWO, archive("alt", 20));
    var joined = world.poll(ONE, reworded(archive("alt", 20)));
    assertThat(joined.joined()).isEqualTo(20);
    world.clock.advance(Duration.ofDays(30));
    var now = world.clock.instant().toString();
    var again = world.poll(ONE, redated(reworded(archive("neu", 20)), now));
    assertThat(again.added()).isZero();
    assertThat(world.all()).hasSize(20);
  }

  private static Item[] reworded(Item[] items) {
    return java.util.stream.Stream.of(items)
        .map(item -> item.content(item.content().replace("texte", "mot")))
        .toArray(Item[]::new);
  }

  private static Item[] redated(Item[] items, String date) {
    return java.util.stream.Stream.of(items).map(item -> item.published(date)).toArray(Item[]::new);
  }

  @Test
  void aDocumentOfWhichHalfIsNewIsNoArchive() {
    world.poll(ONE, archive("alt", 4));
    world.clock.advance(Duration.ofDays(30));
    var now = world.clock.instant().toString();
    assertThat(world.poll(ONE, redated(archive("neu", 20), now)).added()).isEqualTo(20);
  }

  @Test
  void aNewSourceWithoutDatesPushesNothingOut() {
    world.poll(TWO, Item.of("t", "https://two.example/1", "Un seul article des autres"));
    world.clock.advance(Duration.ofHours(2));
    var undated =
        java.util.stream.Stream.of(archive("x", 26)).map(Item::undated).toArray(Item[]::new);
    world.poll(ONE, undated);
    assertThat(world.entries.newest(dev.seguia.feed.TagExpression.all(), 20))
        .extracting(entry -> entry.entry().title())
        .contains("Un seul article des autres");
    assertThat(world.all()).hasSize(27);
  }
}
