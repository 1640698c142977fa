package dev.seguia.store.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seguia.store.entry.ChangePosition;
import dev.seguia.store.session.ChangeLog.Delta;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// A change of nothing takes 200 bytes and one of each known entry 16 more, by the estimate.
final class ChangeLogTest {
  private static final int MOST = 10 * 216;
  private static final Duration LONG = Duration.ofMinutes(5);

  private final ChangeLog log = new ChangeLog(MOST);

  private static ChangePosition place(long number) {
    return new ChangePosition(0, number);
  }

  /// Changes of one entry each.
  private void change(long from, long to) {
    for (var number = from; number < to; number++)
      log.keep(Delta.of(place(number), place(number + 1), Map.of(), List.of(1L), 0));
  }

  @Test
  void isAlmostFullWhereAConsumerHasThreeQuartersToTakeIn() {
    log.consumed("search", place(0));
    change(0, 7);
    assertThat(log.isAlmostFull()).isFalse();
    change(7, 8);
    assertThat(log.isAlmostFull()).isTrue();
    log.consumed("search", place(1));
    assertThat(log.isAlmostFull()).isFalse();
  }

  @Test
  void goesByTheSlowestConsumer() {
    log.consumed("search", place(0));
    log.consumed("relations", place(0));
    change(0, 9);
    log.consumed("relations", place(9));
    assertThat(log.isAlmostFull()).isTrue();
    log.consumed("search", place(9));
    assertThat(log.isAlmostFull()).isFalse();
  }

  @Test
  void waitsForNobodyWhoReadsFromTheStore() {
    log.consumed("search", place(0));
    change(0, 11); // the first one is no longer kept
    assertThat(log.after(place(0), 1)).isEmpty();
    assertThat(log.isAlmostFull()).isFalse();
  }

  @Test
  void waitsForNobodyWhoHasLeft() {
    log.consumed("search", place(0));
    change(0, 9);
    log.left("search");
    assertThat(log.isAlmostFull()).isFalse();
  }

  @Test
  void goesOnAsSoonAsThereIsRoom() throws InterruptedException {
    log.consumed("search", place(0));
    change(0, 9);
    var waiting = Thread.ofPlatform().start(this::awaitRoom);
    await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
    LongStream.rangeClosed(1, 9).forEach(number -> log.consumed("search", place(number)));
    assertThat(waiting.join(LONG)).isTrue();
  }

  private void awaitRoom() {
    try {
      log.awaitRoom(LONG.multipliedBy(2));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void waitsNoLongerThanItIsTold() throws InterruptedException {
    log.consumed("search", place(0));
    change(0, 9);
    log.awaitRoom(Duration.ofMillis(10));
    assertThat(log.isAlmostFull()).isTrue();
  }
}
