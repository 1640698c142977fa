package dev.seguia.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seguia.fetch.BodyMemory.Patience;
import dev.seguia.testing.TestServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class BodyMemoryTest {
  private static final int LARGE = 10 << 20;
  private static final int ALL = 12 << 20;
  private static final int SMALL_BODY = 200 << 10;
  private static final int THREADS = 40;
  private static final Patience NONE = new Patience(Duration.ZERO, Duration.ZERO);
  private static final Patience ENDLESS = new Patience(Duration.ofDays(1), Duration.ofDays(1));

  private final BodyMemory hasty = new BodyMemory(ALL, NONE);
  private final BodyMemory patient = new BodyMemory(ALL, ENDLESS);

  @Test
  void aSmallBodyWaitsForNothing() throws Exception {
    take(hasty.share(), 100L << 20);
    try (var small = elsewhere(hasty::share)) {
      take(small, BodyMemory.SMALL);
      assertThat(small.hasWaited()).isFalse();
    }
    assertThat(hasty.left()).isZero();
  }

  @Test
  void aLargeBodyGivesUpWithinItsRequestWhereOthersHoldTooMuch() throws Exception {
    var first = hasty.share();
    take(first, LARGE);
    var second = elsewhere(hasty::share);
    assertThatThrownBy(() -> take(second, LARGE))
        .hasMessage("there are too many large documents at once");
    assertThat(second.hasWaited()).isTrue();
    first.close();
    try (var again = second.again()) {
      assertThat(hasty.left()).isEqualTo(ALL - LARGE + BodyMemory.SMALL);
      take(again, LARGE);
      assertThat(again.hasWaited()).isFalse();
      again.complete();
      assertThat(hasty.left()).isEqualTo(ALL - LARGE + BodyMemory.SMALL);
    }
    assertThat(hasty.left()).isEqualTo(ALL);
    assertThat(hasty.held()).isZero();
  }

  @Test
  void whatWasReservedAndNotUsedIsFreeWhenTheBodyIsComplete() throws Exception {
    var first = hasty.share();
    take(first, LARGE);
    var second = elsewhere(hasty::share);
    assertThatThrownBy(() -> second.take(LARGE / 2, LARGE)).isInstanceOf(IOException.class);
    first.close();
    try (var again = second.again()) {
      take(again, LARGE / 2);
      assertThat(hasty.left()).isEqualTo(ALL - LARGE + BodyMemory.SMALL);
      again.complete();
      assertThat(hasty.left()).isEqualTo(ALL - LARGE / 2 + BodyMemory.SMALL);
    }
  }

  @Test
  void aLargeBodyWaitsForTheOneBefore() throws Exception {
    var first = patient.share();
    take(first, LARGE);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var second =
          threads.submit(() -> {
            try (var share = patient.share()) {
              take(share, LARGE);
              return patient.left();
            }
          });
      first.close();
      assertThat(second.get()).isEqualTo(ALL - LARGE + BodyMemory.SMALL);
    }
    assertThat(patient.left()).isEqualTo(ALL);
  }

  @Test
  void noFurtherDocumentIsAskedForWhileSmallOnesWaitToBeRead() throws Exception {
    var shares = Stream.generate(patient::share).limit(ALL / 8 / SMALL_BODY + 1).toList();
    for (var share : shares) take(share, SMALL_BODY);
    assertThat(patient.held()).isGreaterThan(ALL / 8);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting =
          threads.submit(() -> {
            patient.awaitRoom();
            return patient.held();
          });
      for (var share : shares) share.close();
      assertThat(waiting.get()).isLessThanOrEqualTo(ALL / 8);
    }
    assertThat(patient.held()).isZero();
  }

  @Test
  void whoWaitsForRoomGoesOnAfterAWhile() throws Exception {
    var share = elsewhere(hasty::share);
    take(share, ALL);
    hasty.awaitRoom();
    assertThat(hasty.held()).isEqualTo(ALL);
    share.close();
    share.close();
    assertThat(hasty.held()).isZero();
  }

  @Test
  void whoHoldsALargeDocumentDoesNotWaitToAskForAnother() throws Exception {
    try (var share = patient.share()) {
      take(share, ALL);
      patient.awaitRoom();
      assertThat(patient.held()).isEqualTo(ALL);
    }
  }

  @Test
  void oneBodyMayHaveAllOfIt() throws Exception {
    var share = hasty.share();
    take(share, 100L << 20);
    share.give(95L << 20);
    assertThat(hasty.left()).isEqualTo(ALL - (5 << 20) + BodyMemory.SMALL);
    share.close();
    assertThat(hasty.left()).isEqualTo(ALL);
  }

  @Test
  void aFetchThatWasGivenUpTakesNoMore() {
    var share = hasty.share();
    share.close();
    assertThatThrownBy(() -> take(share, LARGE)).isInstanceOf(InterruptedIOException.class);
    assertThat(hasty.left()).isEqualTo(ALL);
  }

  @Test
  void nobodyWaitsWithinARequestOnceItIsClosed() throws Exception {
    take(patient.share(), LARGE);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var second =
          threads.submit(() -> {
            take(patient.share(), LARGE);
            return true;
          });
      patient.close();
      assertThatThrownBy(second::get).hasCauseInstanceOf(InterruptedIOException.class);
    }
  }

  @Test
  void nobodyWaitsToAskAgainOnceItIsClosed() throws Exception {
    take(hasty.share(), LARGE);
    var second = elsewhere(hasty::share);
    assertThatThrownBy(() -> take(second, LARGE)).isInstanceOf(InterruptedIOException.class);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var again = threads.submit(second::again);
      hasty.close();
      assertThatThrownBy(again::get).hasCauseInstanceOf(InterruptedException.class);
    }
  }

  /// How bodies come to their size.
  ///
  /// @param kilobytes of each body
  /// @param steps in which it takes its memory
  /// @param nested how many further documents each thread asks for while it holds the first one
  @ParameterizedTest
  @CsvSource({
    "2048, 1, 0",
    "2048, 8, 0",
    "700, 3, 0",
    "5000, 5, 0",
    "12000, 4, 0",
    "20000, 10, 0",
    "2048, 1, 2",
    "2048, 8, 2",
    "5000, 5, 1",
    "12000, 4, 1"
  })
  void everyBodyIsTakenInTheEndWhoeverHoldsAPart(int kilobytes, int steps, int nested)
      throws Exception {
    var size = (long) kilobytes << 10;
    var most = new AtomicLong();
    var begin = new CountDownLatch(THREADS);
    takeAll(thread -> {
      try (var share = patient.share()) {
        begin.countDown();
        begin.await();
        grow(patient, share, size, steps, most);
        for (var one = 0; one < nested; one++)
          try (var other = patient.share()) {
            grow(patient, other, size, steps, most);
          }
      }
      return thread;
    });
    var ofOne = Math.min(size, ALL) * Math.min(2, 1 + nested);
    assertThat(most.get()).isLessThanOrEqualTo(ALL / 2 + Math.max(ALL / 2, ofOne));
    assertThat(patient.left()).isEqualTo(ALL);
    assertThat(patient.held()).isZero();
  }

  /// All sources are of one host, where one request is allowed at a time: who waits for room there
  /// keeps all others from it, and those may hold the room.
  @Test
  void whoHoldsADocumentComesToItsTurnAtAHostThatOthersWaitAt() throws Exception {
    var impatient = new BodyMemory(ALL, new Patience(Duration.ZERO, Duration.ofNanos(1)));
    var host = new Semaphore(1, true);
    var random = new SplittableRandom(7);
    var sizes = random.longs(THREADS, 1 << 20, LARGE).toArray();
    takeAll(thread -> {
      try (var _ = fetch(impatient, host, sizes[thread]);
          var _ = fetch(impatient, host, sizes[THREADS - 1 - thread])) {
        return thread;
      }
    });
    assertThat(impatient.left()).isEqualTo(ALL);
    assertThat(impatient.held()).isZero();
  }

  /// As the fetcher does.
  private static BodyMemory.Share fetch(BodyMemory memory, Semaphore host, long size)
      throws Exception {
    for (var share = memory.share(); ; share = share.again()) {
      host.acquire();
      try {
        for (var step = 0; step < 4; step++) share.take(size / 4, size - step * (size / 4));
        share.complete();
        return share;
      } catch (InterruptedIOException e) {
        assertThat(share.hasWaited()).isTrue();
      } finally {
        host.release();
      }
    }
  }

  private static void grow(
      BodyMemory memory, BodyMemory.Share share, long size, int steps, AtomicLong most)
      throws IOException {
    for (var step = 0; step < steps; step++) {
      share.take(size / steps, size);
      most.accumulateAndGet(ALL - memory.left(), Math::max);
    }
  }

  /// What a thread does.
  private interface Work {
    int of(int thread) throws Exception;
  }

  private static void takeAll(Work work) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> all =
          IntStream.range(0, THREADS)
              .<Callable<Integer>>mapToObj(thread -> () -> work.of(thread))
              .toList();
      for (var done : threads.invokeAll(all)) done.get();
    }
  }

  private static void take(BodyMemory.Share share, long bytes) throws IOException {
    share.take(bytes, bytes);
  }

  /// Something that another thread has.
  private static <T> T elsewhere(Callable<T> call) throws InterruptedException, ExecutionException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<T> result = threads.submit(call);
      return result.get();
    }
  }

  @Test
  void aDocumentHoldsItsMemoryUntilItIsClosed() throws Exception {
    try (var server = new TestServer();
        var fetcher = Fetching.fetcher()) {
      server.serve("/feed", "application/xml", new byte[1 << 20]);
      server.serve("/large", "application/xml", new byte[(1 << 20) + 1]);
      var before = fetcher.memoryLeft();
      var document = Fetching.held(fetcher.fetch(server.url("/feed"), Validators.none()));
      assertThat(fetcher.memoryLeft()).isEqualTo(before - (1 << 20) + BodyMemory.SMALL);
      document.close();
      Fetching.reason(fetcher.fetch(server.url("/large"), Validators.none()));
      assertThat(fetcher.memoryLeft()).isEqualTo(before);
    }
  }
}
