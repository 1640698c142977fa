package dev.seguia.store.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seguia.source.Source;
import dev.seguia.store.StoreWorld;
import dev.seguia.store.StoreWorld.Item;
import dev.seguia.store.derived.ChangeFeed.Batch;
import dev.seguia.store.entry.ChangePosition;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ChangeDeliveryTest {
  private static final Source ONE = StoreWorld.source("https://one.example/feed", "un");

  private final StoreWorld world = new StoreWorld();
  private final ChangeFeed changes = new ChangeFeed(world.database, world.session);

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
  }

  /// Writes down what it is given, and breaks as often as it is told.
  private static final class Notes implements ChangeConsumer {
    private final List<String> titles = new CopyOnWriteArrayList<>();
    private final AtomicInteger breaks = new AtomicInteger();
    private volatile ChangePosition kept = ChangePosition.START;

    @Override
    public ChangePosition reached() {
      return kept;
    }

    @Override
    public void take(Batch batch) {
      if (breaks.getAndDecrement() > 0) throw new IllegalStateException("broken on purpose");
      batch.added().forEach(entry -> titles.add(entry.entry().title()));
      batch.changed().forEach(entry -> titles.add(entry.entry().title()));
      kept = batch.last();
    }

    @Override
    public void rest() {}

    @Override
    public void finish() {}
  }

  @Test
  void bringsNewEntriesAndEditsInTheirOrder() {
    var notes = new Notes();
    try (var following = new ChangeDelivery("notes", changes, notes)) {
      following.start();
      poll(1, "un");
      poll(2, "deux");
      await().untilAsserted(() -> assertThat(notes.titles).containsExactly("un", "deux"));
      poll(1, "un, changé");
      await().untilAsserted(() -> assertThat(notes.titles).hasSize(3).endsWith("un, changé"));
    }
  }

  @Test
  void bringsWhatWasEditedBeforeItsTurnOnceAndAsItIs() {
    var notes = new Notes();
    poll(1, "un");
    poll(2, "deux");
    poll(1, "un, changé");
    new ChangeDelivery("notes", changes, notes).catchUp();
    assertThat(notes.titles).containsExactly("un, changé", "deux");
  }

  @Test
  void losesNothingWhenItsFollowerBreaks() {
    var notes = new Notes();
    notes.breaks.set(1);
    poll(1, "un");
    poll(2, "deux");
    try (var following = new ChangeDelivery("notes", changes, notes)) {
      following.start();
      await().atMost(Duration.ofSeconds(20)).until(() -> notes.titles.size() == 2);
      assertThat(notes.titles).containsExactly("un", "deux");
    }
  }

  @Test
  void comesInBatchesThatMissNothing() {
    for (var number = 0; number < 9; number++) poll(number, "titre " + number);
    var mark = ChangePosition.START;
    var count = 0;
    for (var batch = changes.after(mark, 2); ; batch = changes.after(mark, 2)) {
      count += batch.added().size();
      mark = batch.last();
      if (batch.isEnd()) break;
    }
    assertThat(count).isEqualTo(9);
    assertThat(mark).isEqualTo(changes.newest());
  }
}
