package dev.seguia.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.seguia.fetch.Validators;
import dev.seguia.source.Source;
import dev.seguia.store.state.PollState;
import dev.seguia.testing.TestServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class PollerTest {
  private static final String ONE = rss("https://one.example/news/1", "One");

  private final PollWorld world = new PollWorld();

  @AfterEach
  void close() {
    world.close();
  }

  private static String rss(String link, String title) {
    return """
    <rss version="2.0"><channel><title>Feed</title><link>https://one.example/</link>
    <item><title>%s</title><link>%s</link><pubDate>Fri, 14 Nov 2025 10:00:00 GMT</pubDate>
    <description>What there is to say.</description></item></channel></rss>\
    """
        .formatted(title, link);
  }

  private void serve(int status, String body, String... headers) {
    world.server.on(
        "/feed",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
          for (var at = 0; at < headers.length; at += 2)
            exchange.getResponseHeaders().set(headers[at], headers[at + 1]);
          TestServer.answer(exchange, status, body.getBytes(StandardCharsets.UTF_8));
        });
  }

  private PollState state() {
    return world.sources.state(world.sourceAt("/feed").id());
  }

  @Test
  void sendsTheValidatorsOfWhatItStoredAndTakesA304ForSuccess() throws InterruptedException {
    serve(200, ONE, "ETag", "\"1\"", "Last-Modified", "Fri, 14 Nov 2025 10:00:00 GMT");
    var source = world.source("/feed");
    assertThat(world.poll(source)).isInstanceOf(PollResult.Read.class);
    serve(304, "");
    world.clock.advance(Duration.ofHours(1));
    assertThat(world.poll(source)).isEqualTo(new PollResult.Unchanged());
    assertThat(world.server.requests().getLast().header("If-None-Match")).isEqualTo("\"1\"");
    assertThat(world.server.requests().getLast().header("If-Modified-Since"))
        .isEqualTo("Fri, 14 Nov 2025 10:00:00 GMT");
    assertThat(state().lastSuccess()).contains(world.clock.instant());
    assertThat(state().validators().etag()).contains("\"1\"");
  }

  @Test
  void keepsNoValidatorsOfADocumentThatCannotBeRead() throws InterruptedException {
    serve(200, "<html><body>Maintenance</body></html>", "ETag", "\"broken\"");
    var source = world.source("/feed");
    assertThat(world.poll(source)).isInstanceOf(PollResult.Failed.class);
    assertThat(state().validators()).isEqualTo(Validators.none());
    assertThat(state().bodyHash()).isEmpty();
  }

  @Test
  void keepsTheOldValidatorsWhenTheNextDocumentCannotBeRead() throws InterruptedException {
    serve(200, ONE, "ETag", "\"1\"");
    var source = world.source("/feed");
    world.poll(source);
    serve(200, "<html><body>Maintenance</body></html>", "ETag", "\"broken\"");
    assertThat(world.poll(source)).isInstanceOf(PollResult.Failed.class);
    assertThat(state().validators().etag()).contains("\"1\"");
  }

  @Test
  void takesTheSameBytesForUnchangedWhereAServerKnowsNoValidators() throws InterruptedException {
    serve(200, ONE);
    var source = world.source("/feed");
    world.poll(source);
    assertThat(world.poll(source)).isEqualTo(new PollResult.Unchanged());
    assertThat(world.all()).hasSize(1);
  }

  @Test
  void countsFailuresInARowAndBacksOffUntilASuccess() throws InterruptedException {
    var source = world.source("/feed");
    serve(500, "no");
    for (var failures = 1; failures <= 3; failures++) {
      var polled = world.poller.poll(source);
      assertThat(polled.result()).isInstanceOf(PollResult.Failed.class);
      assertThat(state().failures()).isEqualTo(failures);
      assertThat(state().lastError())
          .hasValueSatisfying(error -> assertThat(error).contains("500"));
      assertThat(state().nextPoll()).contains(polled.next());
      assertThat(polled.next())
          .isEqualTo(world.clock.instant().plus(Duration.ofHours(1).multipliedBy(1L << failures)));
    }
    serve(200, ONE);
    world.poll(source);
    assertThat(state().failures()).isZero();
    assertThat(state().lastError()).isEmpty();
  }

  @Test
  void readsAWholeDocumentWhoseResponseIsCutAndSaysSo() throws InterruptedException {
    world.server.on(
        "/feed",
        exchange -> {
          exchange.getResponseHeaders().set("ETag", "\"1\"");
          var body = ONE.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length + 100);
          exchange.getResponseBody().write(body);
          exchange.getResponseBody().flush();
        });
    var source = world.source("/feed");
    assertThat(world.poll(source).isSuccess()).isTrue();
    assertThat(world.all()).hasSize(1);
    assertThat(state().validators()).isEqualTo(Validators.none());
    assertThat(state().known().remark().orElseThrow()).contains("before the end of its response");
    serve(200, ONE);
    world.poll(source);
    assertThat(state().known().remark()).isEmpty();
  }

  @Test
  void takesAnUnaskedFor304ForSuccessAndNoValidatorsFromIt() throws InterruptedException {
    serve(304, "", "ETag", "\"1\"");
    assertThat(world.poll(world.source("/feed"))).isEqualTo(new PollResult.Unchanged());
    assertThat(state().failures()).isZero();
    assertThat(state().validators()).isEqualTo(Validators.none());
  }

  @Test
  void forgetsTheValidatorsWhenANewDocumentHasNone() throws InterruptedException {
    serve(200, ONE, "ETag", "\"1\"");
    var source = world.source("/feed");
    world.poll(source);
    serve(200, rss("https://one.example/news/2", "Two"));
    world.poll(source);
    assertThat(state().validators()).isEqualTo(Validators.none());
  }

  @Test
  void keepsTheNewEtagOfA304() throws InterruptedException {
    serve(200, ONE, "ETag", "\"1\"");
    var source = world.source("/feed");
    world.poll(source);
    serve(304, "", "ETag", "\"2\"");
    world.poll(source);
    assertThat(state().validators().etag()).contains("\"2\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"</item>", "<item><title>Two</title>"})
  void keepsNoValidatorsOfADocumentThatBreaksOff(String end) throws InterruptedException {
    serve(200, ONE.substring(0, ONE.indexOf("</item>")) + end, "ETag", "\"cut\"");
    var source = world.source("/feed");
    world.poll(source);
    assertThat(state().validators()).isEqualTo(Validators.none());
    assertThat(state().bodyHash()).isEmpty();
    serve(200, ONE, "ETag", "\"whole\"");
    assertThat(world.poll(source)).isInstanceOf(PollResult.Read.class);
    assertThat(state().validators().etag()).contains("\"whole\"");
    assertThat(world.all()).hasSize(1);
  }

  @Test
  void doesNotBlameASourceForValidatorsThatAreOlderThanItsRedirect() throws InterruptedException {
    world.server.serve("/elsewhere", "application/rss+xml", ONE);
    serve(200, ONE, "ETag", "\"1\"");
    var source = world.source("/feed");
    world.poll(source);
    serve(302, "", "Location", "/elsewhere");
    assertThat(world.poll(source)).isEqualTo(new PollResult.Unchanged());
    assertThat(world.server.requests().getLast().header("If-None-Match")).isEmpty();
  }

  @Test
  void notesThatADocumentIsGoneForGood() throws InterruptedException {
    serve(410, "gone");
    assertThat(world.poll(world.source("/feed"))).isEqualTo(new PollResult.Gone());
    assertThat(state().gone()).isTrue();
  }

  @Test
  void isNotGoneForGoodWhereOnlyAPassingRedirectLeadsToWhatIs() throws InterruptedException {
    world.server.on("/elsewhere", exchange -> TestServer.answer(exchange, 410, new byte[0]));
    serve(302, "", "Location", "/elsewhere");
    assertThat(world.poll(world.source("/feed"))).isInstanceOf(PollResult.Failed.class);
    assertThat(state().gone()).isFalse();
  }

  @Test
  void remembersTheWishesOfADocumentThatIsNotSentAgain() throws InterruptedException {
    serve(200, ONE.replace("<item>", "<ttl>300</ttl><item>"), "ETag", "\"1\"");
    var source = world.source("/feed");
    var fiveHours = Duration.ofHours(5);
    assertThat(world.poller.poll(source).next())
        .isAfterOrEqualTo(world.clock.instant().plus(fiveHours));
    serve(304, "");
    world.clock.advance(fiveHours);
    assertThat(world.poller.poll(source).next())
        .isAfterOrEqualTo(world.clock.instant().plus(fiveHours));
  }

  @Test
  void polledTwiceAtOnceAsksOnceAndComesBackLater() throws InterruptedException {
    var released = new CountDownLatch(1);
    world.server.on(
        "/feed",
        exchange ->
            hold(
                released,
                () -> TestServer.answer(exchange, 200, ONE.getBytes(StandardCharsets.UTF_8))));
    var source = world.source("/feed");
    var first = Thread.ofVirtual().start(() -> poll(source));
    await().until(() -> world.server.requests().size() == 1);
    var second = world.poller.poll(source);
    assertThat(second.result()).isEqualTo(new PollResult.Running());
    assertThat(second.next()).isAfter(world.clock.instant());
    released.countDown();
    first.join();
    assertThat(world.server.requests()).hasSize(1);
    assertThat(world.all()).hasSize(1);
  }

  @Test
  void givesUpWhenItIsStoppedWithoutBlamingTheSource() throws InterruptedException {
    var released = new CountDownLatch(1);
    world.server.on(
        "/feed",
        exchange ->
            hold(
                released,
                () -> TestServer.answer(exchange, 200, ONE.getBytes(StandardCharsets.UTF_8))));
    var source = world.source("/feed");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var poll = threads.submit(() -> world.poll(source));
      await().until(() -> world.server.requests().size() == 1);
      world.poller.stop();
      assertThatThrownBy(poll::get)
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(InterruptedException.class);
    } finally {
      released.countDown();
    }
    assertThat(state()).isEqualTo(PollState.fresh());
    assertThat(world.all()).isEmpty();
  }

  @Test
  void beginsWhenItsRequestLeavesAndNotWhileItWaitsForItsTurnAtTheHost() throws Exception {
    var released = new CountDownLatch(1);
    var held =
        IntStream.range(0, PollWorld.PER_HOST)
            .mapToObj(number -> {
              var path = "/held/" + number;
              world.server.on(
                  path,
                  exchange -> hold(released, () -> TestServer.answer(exchange, 304, new byte[0])));
              return world.sourceAt(path);
            })
            .toList();
    var last = world.sourceAt("/last");
    List<Optional<Instant>> begunAtTheServer = new CopyOnWriteArrayList<>();
    world.server.on(
        "/last",
        exchange -> {
          begunAtTheServer.add(world.sources.begun(last.id()));
          TestServer.answer(exchange, 304, new byte[0]);
        });
    world.sources.list(Stream.concat(held.stream(), Stream.of(last)).toList());
    var holding = held.stream().map(other -> Thread.ofVirtual().start(() -> poll(other))).toList();
    await().until(() -> world.server.requests().size() == holding.size());
    var waiting = Thread.ofVirtual().start(() -> poll(last));
    await().until(() -> waiting.getState() == Thread.State.WAITING);
    world.clock.advance(Duration.ofMinutes(20));
    assertThat(world.sources.begun(last.id())).isEmpty();
    released.countDown();
    for (var thread : holding) thread.join();
    waiting.join();
    assertThat(begunAtTheServer).containsExactly(Optional.of(world.clock.instant()));
  }

  @Test
  void beginsNothingWhereItMayNotAsk() throws InterruptedException {
    serve(429, "", "Retry-After", "600");
    var source = world.source("/feed");
    world.poll(source);
    var other = world.sourceAt("/other");
    world.sources.list(List.of(source, other));
    assertThat(world.poll(other)).isInstanceOf(PollResult.BackedOff.class);
    assertThat(world.sources.begun(other.id())).isEmpty();
  }

  @Test
  void keepsOneEntryOfAnArticleThatTwoSourcesBringAtTheSameTime() throws Exception {
    var number = new AtomicInteger();
    for (var path : List.of("/a", "/b"))
      world.server.on(
          path,
          exchange ->
              TestServer.answer(
                  exchange,
                  200,
                  rss("https://one.example/news/" + number.get(), "Number " + number.get())
                      .getBytes(StandardCharsets.UTF_8)));
    var one = world.sourceAt("/a", "One");
    var other = world.sourceAt("/b", "Other");
    world.sources.list(List.of(one, other));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var round = 1; round <= 100; round++) {
        number.set(round);
        var together = new CyclicBarrier(2);
        Callable<PollResult> first = () -> together(together, one);
        Callable<PollResult> second = () -> together(together, other);
        for (var result : threads.invokeAll(List.of(first, second)))
          assertThat(result.get()).isInstanceOf(PollResult.Read.class);
      }
    }
    assertThat(world.all()).hasSize(100);
    assertThat(world.all()).allMatch(entry -> entry.sightings().size() == 2);
    assertThat(world.all()).allMatch(entry -> entry.tags().size() == 2);
  }

  private PollResult together(CyclicBarrier barrier, Source source) throws Exception {
    barrier.await();
    return world.poll(source);
  }

  @Test
  void doesNotFetchFromWhereItMayNot() throws InterruptedException {
    var inside =
        new Source(
            URI.create("http://10.1.2.3/feed"),
            "inside",
            Optional.empty(),
            List.of(),
            Source.Settings.defaults());
    world.sources.list(List.of(inside));
    assertThat(world.poll(inside)).isInstanceOf(PollResult.Failed.class);
    assertThat(world.sources.state(inside.id()).failures()).isOne();
  }

  private void poll(Source source) {
    try {
      world.poll(source);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// An answer that may break as a connection does.
  @FunctionalInterface
  private interface Answer {
    void send() throws IOException;
  }

  private static void hold(CountDownLatch released, Answer answer) throws IOException {
    try {
      released.await();
      answer.send();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
