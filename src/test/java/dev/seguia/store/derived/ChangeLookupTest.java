package dev.seguia.store.derived;

import static dev.seguia.store.LookupWorld.ASKED;
import static dev.seguia.store.LookupWorld.SOURCE;
import static dev.seguia.store.LookupWorld.STORED;
import static dev.seguia.store.LookupWorld.items;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.store.LookupWorld;
import dev.seguia.store.StoreWorld.Item;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What those who follow changes look up costs by what is new, and not by what there is.
final class ChangeLookupTest {
  private final LookupWorld world = new LookupWorld();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void findsWhatIsNewAndChangedWithoutReadingWhatWasTaken() {
    for (var round = 0; round < STORED / ASKED; round++) world.store.poll(SOURCE, edited(round));
    var newest = new ChangeFeed(world.store.database, world.store.session).newest();
    assertThat(newest.change()).isGreaterThanOrEqualTo(STORED);
    var seq = newest.seq();
    assertThat(world.scanned(ChangeFeed.ADDED, seq - ASKED, seq, ASKED))
        .isBetween(ASKED, STORED / 10);
    var change = newest.change();
    assertThat(world.scanned(ChangeFeed.CHANGED, change - ASKED, change, ASKED))
        .isBetween(ASKED, STORED / 10);
  }

  private static Item[] edited(int round) {
    return Stream.of(items(0, ASKED))
        .map(item -> item.content("<p>Le texte, changé %d fois</p>".formatted(round)))
        .map(item ->
            new Item(
                item.id(),
                item.link(),
                item.title() + " " + round,
                item.content(),
                item.published()))
        .toArray(Item[]::new);
  }
}
