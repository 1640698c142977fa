package dev.seguia.store.arrival;

import static dev.seguia.store.LookupWorld.ASKED;
import static dev.seguia.store.LookupWorld.STORED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.store.LookupWorld;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What every poll looks up costs by what it brings, and not by what its source ever brought.
final class LookupTest {
  private final LookupWorld world = new LookupWorld();

  @AfterEach
  void close() {
    world.close();
  }

  static Stream<Arguments> ofKeys() {
    return Stream.of(
        Arguments.of("known entries", KnownKeys.SEEN),
        Arguments.of("entries of a poll", KnownEntries.BY_KEY));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ofKeys")
  void readsAsManySightingsAsAreAskedFor(String name, String sql) {
    var keys = world.some("select entry_key as hash from sighting fetch first ? rows only");
    var source = world.source();
    assertThat(world.scanned(sql, keys, source)).as(name).isBetween(ASKED, STORED / 10);
  }

  @Test
  void readsAsManyPurgedKeysAsAreAskedFor() {
    world.store.clock.advance(Duration.ofDays(60));
    world.store.entries.purge(world.store.clock.instant());
    var keys = world.some("select entry_key as hash from tombstone fetch first ? rows only");
    var source = world.source();
    assertThat(world.scanned(Tombstones.OF_KEYS, keys, source)).isBetween(ASKED, STORED / 10);
  }

  @Test
  void findsTheSameWordsWithoutReadingAllThatTheSourceWrote() {
    var words = world.some("select substance as hash from sighting fetch first ? rows only");
    var source = world.source();
    assertThat(world.scanned(SameWords.READ, words, source)).isBetween(ASKED, STORED / 10);
  }
}
