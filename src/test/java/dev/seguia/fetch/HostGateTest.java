package dev.seguia.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class HostGateTest {
  private final HostGate gate = new HostGate(1, 64);

  @Test
  void letsNoMoreInThanTheHostMaySee() throws InterruptedException {
    var first = gate.enter("h.example", FetchPriority.PROVEN);
    var second = Thread.ofVirtual().start(() -> pass("H.EXAMPLE"));
    await().until(() -> second.getState() == Thread.State.WAITING);
    first.close();
    second.join();
    assertThat(gate.size()).isZero();
  }

  @Test
  void keepsNoHostWaitingForAnother() throws InterruptedException {
    try (var _ = gate.enter("slow.example", FetchPriority.PROVEN)) {
      pass("other.example");
      assertThat(gate.size()).isEqualTo(1);
    }
  }

  @Test
  void boundsAllHostsTogetherWithoutCountingThoseWhoWaitForTheirHost() throws InterruptedException {
    var two = new HostGate(1, 2);
    try (var _ = two.enter("slow.example", FetchPriority.PROVEN)) {
      var waits = Thread.ofVirtual().start(() -> pass(two, "slow.example", () -> {}));
      await().until(() -> waits.getState() == Thread.State.WAITING);
      pass(two, "other.example", () -> {});
      try (var _ = two.enter("third.example", FetchPriority.PROVEN)) {
        var full = Thread.ofVirtual().start(() -> pass(two, "fourth.example", () -> {}));
        await().until(() -> full.getState() == Thread.State.WAITING);
        waits.interrupt();
        waits.join();
        assertThat(full.isAlive()).isTrue();
        full.interrupt();
        full.join();
      }
    }
    pass(two, "slow.example", () -> {});
    assertThat(two.size()).isZero();
  }

  @Test
  void letsNobodyInBeforeTheHostHasHadItsPause() throws InterruptedException {
    var pause = Duration.ofMillis(200);
    var began = System.nanoTime();
    var spacing = HostDelay.afterARestart(pause, System::nanoTime);
    var spaced = new HostGate(4, 64, new ServerBackoff(pause, System::nanoTime), spacing);
    List<Long> entered = Collections.synchronizedList(new ArrayList<>(List.of(began)));
    var threads =
        IntStream.range(0, 3)
            .mapToObj(_ ->
                Thread.ofVirtual()
                    .start(() -> pass(spaced, "h.example", () -> entered.add(System.nanoTime()))))
            .toList();
    for (var thread : threads) thread.join();
    assertThat(entered).hasSize(4);
    for (var at = 0; at < 4; at++)
      assertThat(entered.get(at) - began).isGreaterThanOrEqualTo(pause.multipliedBy(at).toNanos());
  }

  @Test
  void servesInTurn() throws InterruptedException {
    List<Integer> served = Collections.synchronizedList(new ArrayList<>());
    var threads = new ArrayList<Thread>();
    try (var _ = gate.enter("h.example", FetchPriority.PROVEN)) {
      for (int number = 0; number < 5; number++) {
        var mine = number;
        var thread = Thread.ofVirtual().start(() -> pass("h.example", () -> served.add(mine)));
        await().until(() -> thread.getState() == Thread.State.WAITING);
        threads.add(thread);
      }
    }
    for (var thread : threads) thread.join();
    assertThat(served).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void forgetsWhoeverIsInterruptedWhileWaiting() throws InterruptedException {
    try (var _ = gate.enter("h.example", FetchPriority.PROVEN)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> gate.enter("h.example", FetchPriority.PROVEN))
          .isInstanceOf(InterruptedException.class);
    }
    assertThat(gate.size()).isZero();
  }

  @Test
  void forgetsAHostThatNobodyAsks() throws InterruptedException {
    var threads =
        IntStream.range(0, 500)
            .mapToObj(i -> Thread.ofVirtual().start(() -> pass("h" + i % 7)))
            .toList();
    for (var thread : threads) thread.join();
    assertThat(gate.size()).isZero();
  }

  @Test
  void keepsHalfOfTheRequestsForThoseWhoAnswered() throws InterruptedException {
    var two = new HostGate(2, 2);
    try (var _ = two.enter("dead.example", FetchPriority.DOUBTFUL)) {
      var next = Thread.ofVirtual().start(() -> pass(two, "new.example", FetchPriority.DOUBTFUL));
      await().until(() -> next.getState() == Thread.State.WAITING);
      pass(two, "sound.example", () -> {});
      assertThat(next.isAlive()).isTrue();
      next.interrupt();
      next.join();
    }
    pass(two, "new.example", FetchPriority.DOUBTFUL);
    assertThat(two.size()).isZero();
  }

  private void pass(String host) {
    pass(host, () -> {});
  }

  private void pass(String host, Runnable inside) {
    pass(gate, host, inside);
  }

  private static void pass(HostGate gate, String host, Runnable inside) {
    pass(gate, host, FetchPriority.PROVEN, inside);
  }

  private static void pass(HostGate gate, String host, FetchPriority priority) {
    pass(gate, host, priority, () -> {});
  }

  private static void pass(HostGate gate, String host, FetchPriority priority, Runnable inside) {
    try (var _ = gate.enter(host, priority)) {
      inside.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
