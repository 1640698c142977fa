package dev.seguia.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.source.Source;
import dev.seguia.testing.TestServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Servers that ask for less (RFC 6585 section 4, RFC 9110 sections 10.2.3 and 15.6.4).
@Timeout(60)
final class ThrottledSourceTest {
  private static final String FEED = "<rss version='2.0'><channel><title>F</title></channel></rss>";

  private final PollWorld world = new PollWorld();
  private final TestServer elsewhere = new TestServer();
  private final Source busy = world.sourceAt("/busy");
  private final Source sibling = world.sourceAt("/sibling");
  private final Source foreign =
      new Source(
          elsewhere.url("/feed"), "feed", Optional.empty(), List.of(), Source.Settings.defaults());

  ThrottledSourceTest() {
    world.sources.list(List.of(busy, sibling, foreign));
    world.server.serve("/sibling", "text/xml", FEED);
    elsewhere.serve("/feed", "text/xml", FEED);
  }

  @AfterEach
  void close() {
    elsewhere.close();
    world.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void isLeftAloneForAsLongAsItAsks(int status) throws InterruptedException {
    answer(status, "36000");
    var polled = world.poller.poll(busy);
    assertThat(polled.result())
        .isEqualTo(new PollResult.Postponed(status, Optional.of(Duration.ofHours(10))));
    assertThat(polled.next())
        .isBetween(now().plus(Duration.ofHours(10)), now().plus(Duration.ofHours(11)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Fri, 14 Nov 2025 15:00:00 GMT;PT3H", "120;PT1H", "999999999;PT24H"})
  void isHeardInBothFormsButNeitherHastensNorEndsASource(String both) throws InterruptedException {
    answer(503, both.split(";", -1)[0]);
    var wait = Duration.parse(both.split(";", -1)[1]);
    assertThat(world.poller.poll(busy).next())
        .isBetween(now().plus(wait), now().plus(wait.multipliedBy(11).dividedBy(10)));
  }

  @Test
  void comesBackMoreAndMoreSlowlyWhereItIsNotSaidWhenButAlwaysComesBack()
      throws InterruptedException {
    answer(429, "");
    for (var failures = 1; failures <= 30; failures++) {
      world.clock.advance(Duration.ofDays(2));
      var next = world.poller.poll(busy).next();
      var hours = Math.min(24, 1L << Math.min(failures, 10));
      assertThat(next).isEqualTo(now().plus(Duration.ofHours(hours)));
    }
    assertThat(world.sources.state(busy.id()).gone()).isFalse();
  }

  @Test
  void slowsTheWholeHostThatSays429() throws InterruptedException {
    answer(429, "7200");
    world.poll(busy);
    assertThat(due(sibling)).isAfterOrEqualTo(now().plus(Duration.ofHours(2)));
    assertThat(due(foreign)).isEqualTo(Instant.MIN);
    assertThat(world.poll(sibling)).isInstanceOf(PollResult.BackedOff.class);
    assertThat(asked("/sibling")).isZero();
    assertThat(world.poll(foreign)).isInstanceOf(PollResult.Read.class);
  }

  @Test
  void asksTheHostAgainWhenItsRestIsOver() throws InterruptedException {
    answer(429, "7200");
    world.poll(busy);
    world.clock.advance(Duration.ofHours(2));
    assertThat(world.poll(sibling)).isInstanceOf(PollResult.Read.class);
  }

  @Test
  void blamesNoSourceThatWasSpared() throws InterruptedException {
    answer(429, "7200");
    world.poll(busy);
    world.poll(sibling);
    var state = world.sources.state(sibling.id());
    assertThat(state.failures()).isZero();
    assertThat(state.lastError()).isEmpty();
    assertThat(state.lastPoll()).isEmpty();
    assertThat(due(sibling)).isAfterOrEqualTo(now().plus(Duration.ofHours(2)));
  }

  @Test
  void slowsTheHostForTheShortestIntervalWhereA429DoesNotSayForHowLong()
      throws InterruptedException {
    answer(429, "");
    world.poll(busy);
    assertThat(due(sibling)).isEqualTo(now().plus(world.interval.shortest()));
  }

  @Test
  void slowsTheOneSourceWhoseServerSays503() throws InterruptedException {
    answer(503, "7200");
    world.poll(busy);
    assertThat(due(sibling)).isEqualTo(Instant.MIN);
    assertThat(world.poll(sibling)).isInstanceOf(PollResult.Read.class);
  }

  @Test
  void doesNotBringForwardASourceThatIsDueLaterStill() throws InterruptedException {
    world.poll(sibling);
    var before = due(sibling);
    answer(429, "60");
    world.poll(busy);
    assertThat(due(sibling)).isEqualTo(before);
  }

  @Test
  void knowsThatASourceHasMovedToTheHostThatSays429() throws InterruptedException {
    var moving = world.sourceAt("/moving");
    elsewhere.on("/busy", exchange -> TestServer.answer(exchange, 429, new byte[0]));
    var other =
        new Source(
            elsewhere.url("/busy"), "b", Optional.empty(), List.of(), Source.Settings.defaults());
    world.sources.list(List.of(moving, other));
    world.server.on(
        "/moving",
        exchange -> {
          exchange.getResponseHeaders().set("Location", elsewhere.url("/feed").toString());
          TestServer.answer(exchange, 301, new byte[0]);
        });
    for (var poll = 0; poll < 2; poll++) world.poll(moving);
    world.clock.advance(Duration.ofDays(1));
    world.poll(other);
    assertThat(due(moving)).isAfterOrEqualTo(now().plus(world.interval.shortest()));
  }

  private void answer(int status, String retryAfter) {
    world.server.on(
        "/busy",
        exchange -> {
          if (!retryAfter.isEmpty()) exchange.getResponseHeaders().set("Retry-After", retryAfter);
          TestServer.answer(exchange, status, new byte[0]);
        });
  }

  private long asked(String path) {
    return world.server.requests().stream().filter(request -> request.path().equals(path)).count();
  }

  private Instant due(Source source) {
    return world.sources.state(source.id()).nextPoll().orElse(Instant.MIN);
  }

  private Instant now() {
    return world.clock.instant();
  }
}
