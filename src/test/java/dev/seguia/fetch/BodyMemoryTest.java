package dev.seguia.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seguia.testing.TestServer;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class BodyMemoryTest {
  private static final int LARGE = 10 << 20;
  private static final int ALL = 12 << 20;
  private static final int SMALL_BODY = 200 << 10;

  private final BodyMemory hasty = new BodyMemory(ALL, Duration.ZERO);

  @Test
  void aSmallBodyWaitsForNothing() throws Exception {
    hasty.share().take(100L << 20);
    try (var small = hasty.share()) {
      small.take(BodyMemory.SMALL);
    }
    assertThat(hasty.left()).isZero();
  }

  @Test
  void aLargeBodyIsGivenUpWhereOthersHoldTooMuch() throws Exception {
    var first = hasty.share();
    first.take(LARGE);
    assertThatThrownBy(() -> hasty.share().take(LARGE))
        .hasMessage("there are too many large documents at once");
    first.close();
    hasty.share().take(LARGE);
  }

  @Test
  void aLargeBodyWaitsForTheOneBefore() throws Exception {
    var memory = new BodyMemory(ALL, Duration.ofMinutes(1));
    var first = memory.share();
    first.take(LARGE);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var second =
          threads.submit(() -> {
            try (var share = memory.share()) {
              share.take(LARGE);
              return memory.left();
            }
          });
      first.close();
      assertThat(second.get()).isEqualTo(ALL - LARGE + BodyMemory.SMALL);
    }
    assertThat(memory.left()).isEqualTo(ALL);
  }

  @Test
  void noFurtherDocumentIsAskedForWhileSmallOnesWaitToBeRead() throws Exception {
    var memory = new BodyMemory(ALL, Duration.ofMinutes(1));
    var shares = Stream.generate(memory::share).limit(ALL / 8 / SMALL_BODY + 1).toList();
    for (var share : shares) share.take(SMALL_BODY);
    assertThat(memory.held()).isGreaterThan(ALL / 8);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting =
          threads.submit(() -> {
            memory.awaitRoom();
            return memory.held();
          });
      for (var share : shares) share.close();
      assertThat(waiting.get()).isLessThanOrEqualTo(ALL / 8);
    }
    assertThat(memory.held()).isZero();
  }

  @Test
  void whoWaitsForRoomGoesOnAfterAWhile() throws Exception {
    var share = hasty.share();
    share.take(ALL);
    hasty.awaitRoom();
    assertThat(hasty.held()).isEqualTo(ALL);
    share.close();
    share.close();
    assertThat(hasty.held()).isZero();
  }

  @Test
  void oneBodyMayHaveAllOfIt() throws Exception {
    var share = hasty.share();
    share.take(100L << 20);
    share.give(95L << 20);
    assertThat(hasty.left()).isEqualTo(ALL - (5 << 20) + BodyMemory.SMALL);
    share.close();
    assertThat(hasty.left()).isEqualTo(ALL);
  }

  @Test
  void aFetchThatWasGivenUpTakesNoMore() {
    var share = hasty.share();
    share.close();
    assertThatThrownBy(() -> share.take(LARGE)).isInstanceOf(InterruptedIOException.class);
    assertThat(hasty.left()).isEqualTo(ALL);
  }

  @Test
  void aDocumentHoldsItsMemoryUntilItIsClosed() throws Exception {
    try (var server = new TestServer();
        var fetcher = Fetching.fetcher()) {
      server.serve("/feed", "application/xml", new byte[1 << 20]);
      server.serve("/large", "application/xml", new byte[(1 << 20) + 1]);
      var before = fetcher.memoryLeft();
      var document = Fetching.fetched(fetcher.fetch(server.url("/feed"), Validators.none()));
      assertThat(fetcher.memoryLeft()).isEqualTo(before - (1 << 20) + BodyMemory.SMALL);
      document.close();
      Fetching.reason(fetcher.fetch(server.url("/large"), Validators.none()));
      assertThat(fetcher.memoryLeft()).isEqualTo(before);
    }
  }
}
