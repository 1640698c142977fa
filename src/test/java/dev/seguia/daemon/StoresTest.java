package dev.seguia.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.config.Config;
import dev.seguia.store.StoreWorld;
import dev.seguia.store.state.PollState;
import dev.seguia.testing.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoresTest {
  @TempDir private Path data;

  private final TestClock clock = TestClock.standing();

  @Test
  void aStopKeepsWhenASourceIsDueThoughItsLastPollBroughtNothing() {
    var source = StoreWorld.source("https://one.example/feed", "eau");
    var now = clock.instant();
    var polled = PollState.fresh().succeeded(now, now.plus(Duration.ofHours(1)));
    try (var stores = Stores.open(Config.defaults(), data, clock)) {
      stores.sources().list(List.of(source));
      stores.sources().record(source.id(), polled);
    }
    try (var stores = Stores.open(Config.defaults(), data, clock)) {
      assertThat(stores.sources().state(source.id())).isEqualTo(polled);
    }
  }
}
