package dev.seguia.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class GuessesTest {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
  private final Guesses guesses = new Guesses(nanos::get);

  private int taken(int tries) {
    var taken = 0;
    for (var i = 0; i < tries; i++) if (guesses.take()) taken++;
    return taken;
  }

  @Test
  void areFewInARow() {
    assertThat(taken(1000)).isEqualTo(Guesses.AT_ONCE);
  }

  @Test
  void areOneAPauseFromThenOnHoweverMuchIsTried() {
    taken(1000);
    for (var pause = 0; pause < 10; pause++) {
      nanos.addAndGet(Guesses.PAUSE.toNanos());
      assertThat(taken(1000)).isOne();
    }
  }

  @Test
  void areAsManyAsEverAfterAWhileAndNoMore() {
    taken(1000);
    nanos.addAndGet(Guesses.PAUSE.multipliedBy(1000).toNanos());
    assertThat(taken(1000)).isEqualTo(Guesses.AT_ONCE);
  }
}
