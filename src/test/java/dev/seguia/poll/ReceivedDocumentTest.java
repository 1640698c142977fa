package dev.seguia.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.fetch.FetchedDocument;
import dev.seguia.source.Source;
import dev.seguia.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Documents that were not asked for.
final class ReceivedDocumentTest {
  private static final String RSS = "application/rss+xml";

  private final PollWorld world = new PollWorld();
  private final Source source = world.source("/feed", "news");

  @AfterEach
  void close() {
    world.close();
  }

  private static String feed(String... titles) {
    var items = new StringBuilder();
    for (var title : titles)
      items.append("<item><title>%1$s</title><link>/%1$s</link></item>".formatted(title));
    return "<rss version='2.0'><channel><title>News</title>" + items + "</channel></rss>";
  }

  private FetchedDocument document(String body) {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    return FetchedDocument.received(source.url(), bytes, Optional.of(RSS), true);
  }

  @Test
  void passTheSamePipeline() throws InterruptedException {
    var result = world.poller.receive(source, document(feed("one", "two"))).result();
    assertThat(result)
        .isInstanceOfSatisfying(
            PollResult.Read.class, read -> assertThat(read.stored().added()).isEqualTo(2));
    assertThat(world.all())
        .extracting(stored -> stored.entry().link().orElseThrow())
        .containsExactlyInAnyOrder(
            world.server.url("/one").toString(), world.server.url("/two").toString());
    assertThat(world.all())
        .allMatch(stored -> stored.tags().getFirst().tag().name().equals("news"));
    assertThat(world.server.requests()).isEmpty();
  }

  @Test
  void areNotTakenInTwice() throws InterruptedException {
    world.poller.receive(source, document(feed("one")));
    assertThat(world.poller.receive(source, document(feed("one"))).result())
        .isInstanceOf(PollResult.Unchanged.class);
  }

  @Test
  void areFollowedByAPollThatKnowsTheirEntries() throws InterruptedException {
    world.poller.receive(source, document(feed("one")));
    world.server.serve("/feed", RSS, feed("two", "one"));
    assertThat(world.poll(source))
        .isInstanceOfSatisfying(
            PollResult.Read.class, read -> assertThat(read.stored().added()).isEqualTo(1));
  }

  @Test
  void thatAreNoFeedAreAFailedPoll() throws InterruptedException {
    assertThat(world.poller.receive(source, document("nothing of the kind")).result())
        .isInstanceOf(PollResult.Failed.class);
    assertThat(world.all()).isEmpty();
  }

  @Test
  void waitForAPollThatIsUnderWay() throws InterruptedException {
    var asked = new CountDownLatch(1);
    var goesOn = new CountDownLatch(1);
    world.server.on(
        "/feed",
        exchange -> {
          asked.countDown();
          awaitQuietly(goesOn);
          TestServer.answer(exchange, 200, feed("one").getBytes(StandardCharsets.UTF_8));
        });
    var polled = new ArrayBlockingQueue<PollResult>(1);
    var poll = Thread.ofVirtual().start(() -> polled.add(pollQuietly()));
    asked.await();
    assertThat(world.poller.receive(source, document(feed("two"))).result())
        .isInstanceOf(PollResult.Running.class);
    goesOn.countDown();
    poll.join();
    assertThat(polled.take()).isInstanceOf(PollResult.Read.class);
    assertThat(world.poller.receive(source, document(feed("two"))).result())
        .isInstanceOf(PollResult.Read.class);
  }

  private PollResult pollQuietly() {
    try {
      return world.poll(source);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
