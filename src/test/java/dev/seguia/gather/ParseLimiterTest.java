package dev.seguia.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seguia.gather.ParseLimiter.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ParseLimiterTest {
  private static final int SMALL = 1_000;
  private static final int LARGE = 2 << 20;

  private final List<String> order = Collections.synchronizedList(new ArrayList<>());

  private interface Entering {
    Place enter() throws InterruptedException;
  }

  private Void go(String name, Entering entering) throws InterruptedException {
    try (var _ = entering.enter()) {
      order.add(name);
    }
    return null;
  }

  @Test
  void whatWasReadIsStoredBeforeMoreIsRead() throws Exception {
    var room = new ParseLimiter(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try (var _ = room.enter(SMALL)) {
        var _ = threads.submit(() -> go("read 1", () -> room.enter(SMALL)));
        await().until(() -> room.waiting() == 1);
        var _ = threads.submit(() -> go("read 2", () -> room.enter(SMALL)));
        await().until(() -> room.waiting() == 2);
        var _ = threads.submit(() -> go("store", () -> room.enterToStore(SMALL)));
        await().until(() -> room.waiting() == 3);
      }
    }
    assertThat(order).containsExactly("store", "read 1", "read 2");
  }

  @Test
  void aLargeDocumentIsReadAloneAndNotPassedBySmallOnes() throws Exception {
    var room = new ParseLimiter(2);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      try (var _ = room.enter(SMALL)) {
        var _ = threads.submit(() -> go("large", () -> room.enter(LARGE)));
        await().until(() -> room.waiting() == 1);
        var _ = threads.submit(() -> go("small", () -> room.enter(SMALL)));
        await().until(() -> room.waiting() == 2);
        assertThat(order).isEmpty();
      }
    }
    assertThat(order).containsExactly("large", "small");
  }

  @Test
  void whoGivesUpWaitingTakesNoPlace() throws Exception {
    var room = new ParseLimiter(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Void> given;
      try (var _ = room.enter(SMALL)) {
        given = threads.submit(() -> go("given up", () -> room.enter(SMALL)));
        await().until(() -> room.waiting() == 1);
        given.cancel(true);
        await().until(() -> room.waiting() == 0);
      }
      go("next", () -> room.enter(SMALL));
    }
    assertThat(order).containsExactly("next");
  }

  @Test
  void neverHoldsMoreThanItHasPlacesFor() {
    var room = new ParseLimiter(2);
    var inside = new AtomicInteger();
    var most = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var number = 0; number < 500; number++) {
        var stores = number % 2 == 0;
        var _ =
            threads.submit(() -> {
              try (var _ = stores ? room.enterToStore(SMALL) : room.enter(SMALL)) {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                return inside.decrementAndGet();
              }
            });
      }
    }
    assertThat(most.get()).isBetween(1, 2);
    assertThat(room.waiting()).isZero();
  }
}
