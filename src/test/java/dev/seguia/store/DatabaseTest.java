package dev.seguia.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seguia.store.StoreWorld.Item;
import dev.seguia.testing.TestClock;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseTest {
  @TempDir private Path folder;

  @Test
  void keepsWhenItWasMadeAcrossARestart() {
    var clock = TestClock.standing();
    var made = clock.instant();
    open(clock).close();
    clock.advance(java.time.Duration.ofDays(1));
    try (var database = open(clock)) {
      assertThat(new EntryStore(database, new SourceStore(database)).created()).isEqualTo(made);
    }
  }

  @Test
  void rollsBackAPollThatBreaks() {
    try (var world = new StoreWorld()) {
      var source = StoreWorld.source("https://one.example/feed", "Maroc");
      world.sources.list(List.of(source));
      assertThatThrownBy(() ->
              world.sources.write(transaction -> {
                world.sources.tags().numberOf(transaction, source.tags().getFirst());
                transaction.update("update source set title = 'x'");
                throw new IllegalStateException("the power went out");
              }))
          .hasMessage("the power went out");
      world.poll(source, Item.of("1", "https://one.example/1", "One"));
      assertThat(world.titles("maroc")).containsExactly("One");
      assertThat(world.all().getFirst().origin().title()).startsWith("Title of");
    }
  }

  private Database open(TestClock clock) {
    return Database.open(Database.Location.in(folder), clock);
  }
}
