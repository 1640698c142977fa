package dev.seguia.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seguia.poll.PollWorld;
import dev.seguia.source.Source;
import dev.seguia.testing.TestServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Real Quartz, a real server and store, and a clock that is moved by hand. That something is not
/// asked for is told by another source, which is new and asked for at once.
@Timeout(120)
final class PollScheduleTest {
  private static final String FEED = "<rss version='2.0'><channel><title>F</title></channel></rss>";
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration HOUR = Duration.ofHours(1);

  private final PollWorld world = new PollWorld();
  private final TestServer elsewhere = new TestServer().serve("/", "text/xml", FEED);
  private final AtomicLong nanos = new AtomicLong();
  private final Source source = world.sourceAt("/feed");
  private int markers;

  PollScheduleTest() {
    world.server.serve("/feed", "text/xml", FEED);
    world.sources.list(List.of(source));
  }

  @AfterEach
  void close() {
    elsewhere.close();
    world.close();
  }

  @Test
  void pollsASourceThatIsNew() {
    try (var schedule = schedule(100)) {
      schedule.list(List.of(source));
      schedule.start();
      await().until(() -> asked("/feed") == 1);
    }
  }

  @Test
  void pollsNothingBeforeItsTimeAfterAHundredRestarts() throws InterruptedException {
    world.poll(source);
    for (var restart = 0; restart < 100; restart++) runUntilTheNextNewSourceIsPolled(source);
    assertThat(asked("/feed")).isOne();
  }

  @Test
  void pollsWhatIsOverdueAfterAStop() throws InterruptedException {
    world.poll(source);
    world.clock.advance(DAY);
    try (var schedule = schedule(100)) {
      schedule.list(List.of(source));
      schedule.start();
      await().until(() -> asked("/feed") == 2);
    }
  }

  @ParameterizedTest(name = "{0} times a second, overdue: {1}: {2}")
  @CsvSource({"20, false, PT0.05S", "100, true, PT0.02S"})
  void doesNotPollAllAtOnceAfterAStopOrWhenManyAreNew(
      double newPerSecond, boolean overdue, Duration apart) throws InterruptedException {
    List<Long> times = Collections.synchronizedList(new ArrayList<>());
    var many =
        IntStream.range(0, 20).mapToObj(number -> world.sourceAt("/many/" + number)).toList();
    world.server.serve("/many", "text/xml", FEED);
    world.sources.list(many);
    if (overdue) for (var one : many) world.poll(one);
    world.clock.advance(DAY);
    world.server.on(
        "/many",
        exchange -> {
          times.add(System.nanoTime());
          TestServer.answer(exchange, 200, FEED.getBytes(StandardCharsets.UTF_8));
        });
    try (var schedule = schedule(newPerSecond)) {
      schedule.list(many);
      schedule.start();
      await().until(() -> times.size() == many.size());
    }
    var took = Duration.ofNanos(Collections.max(times) - Collections.min(times));
    assertThat(took)
        .isGreaterThan(apart.multipliedBy(many.size() - 1).multipliedBy(8).dividedBy(10));
  }

  @Test
  void doesNotPollAgainWhatWasPolledByHandInTheMeantime() throws InterruptedException {
    try (var schedule = schedule(100)) {
      schedule.list(List.of(source));
      world.poll(source);
      startAndAwaitANewSource(schedule, source);
    }
    assertThat(asked("/feed")).isOne();
  }

  @Test
  void doesNotPollWhatIsOnAHostThatSays429() throws InterruptedException {
    var busy = world.sourceAt("/busy");
    world.server.on("/busy", exchange -> TestServer.answer(exchange, 429, new byte[0]));
    world.sources.list(List.of(source, busy));
    try (var schedule = schedule(100)) {
      schedule.list(List.of(source, busy));
      world.poll(busy);
      startAndAwaitANewSource(schedule, source, busy);
    }
    assertThat(asked("/feed")).isZero();
    assertThat(asked("/busy")).isOne();
  }

  @Test
  void leavesAHostThatSays429AloneAfterARestartToo() throws InterruptedException {
    var busy = world.sourceAt("/busy");
    world.server.on("/busy", exchange -> TestServer.answer(exchange, 429, new byte[0]));
    world.sources.list(List.of(source, busy));
    world.poll(busy);
    runUntilTheNextNewSourceIsPolled(source, busy);
    assertThat(asked("/feed")).isZero();
  }

  @Test
  void pollsNothingThatIsPausedOrGoneForGood() throws InterruptedException {
    world.server.on("/gone", exchange -> TestServer.answer(exchange, 410, new byte[0]));
    var gone = world.sourceAt("/gone");
    world.sources.list(List.of(gone));
    world.poll(gone);
    var paused = paused(source);
    world.sources.list(List.of(gone, paused));
    world.clock.advance(DAY.multipliedBy(30));
    runUntilTheNextNewSourceIsPolled(gone, paused);
    assertThat(asked("/feed")).isZero();
    assertThat(asked("/gone")).isOne();
  }

  @Test
  void waitsForHalfAnIntervalAfterAPollThatWasBrokenOff() throws InterruptedException {
    world.poll(source);
    pass(DAY);
    world.sources.begin(source.id(), now());
    try (var schedule = schedule(100)) {
      schedule.list(List.of(source));
      assertThat(schedule.laterTurn(source)).contains(now().plus(world.interval.half(source)));
      pass(world.interval.half(source));
      assertThat(schedule.laterTurn(source)).isEmpty();
    }
  }

  @Test
  void repeatsAFirstPollThatWasBrokenOffAtOnce() {
    world.sources.begin(source.id(), now());
    try (var schedule = schedule(100)) {
      schedule.list(List.of(source));
      assertThat(schedule.laterTurn(source)).isEmpty();
    }
  }

  @ParameterizedTest(name = "the clock is set by {0}")
  @CsvSource({"P1D", "-P1D", "PT2M", "-PT50M"})
  void keepsItsPaceWhenTheClockIsSet(Duration step) throws InterruptedException {
    world.poll(source);
    try (var schedule = schedule(100)) {
      schedule.list(List.of(source));
      var due = schedule.laterTurn(source).orElseThrow();
      world.clock.advance(step);
      assertThat(schedule.laterTurn(source)).contains(due.plus(step));
      assertThat(world.sources.state(source.id()).nextPoll()).contains(due.plus(step));
      pass(HOUR.multipliedBy(2));
      assertThat(schedule.laterTurn(source)).isEmpty();
    }
  }

  @Test
  void isNotMisledByAClockThatWasSetBackWhileItWasStopped() throws InterruptedException {
    world.poll(source);
    world.clock.advance(DAY.negated());
    try (var schedule = schedule(100)) {
      schedule.list(List.of(source));
      assertThat(schedule.laterTurn(source).orElseThrow())
          .isBetween(now(), now().plus(HOUR.multipliedBy(2)));
    }
  }

  @Test
  void bringsATimeInsideThatNoPollWouldHaveSet() throws InterruptedException {
    world.poll(source);
    var state = world.sources.state(source.id());
    world.sources.record(source.id(), state.postponed(now().plus(DAY.multipliedBy(400))));
    try (var schedule = schedule(100)) {
      schedule.list(List.of(source));
      assertThat(schedule.laterTurn(source).orElseThrow()).isBefore(now().plus(DAY).plus(HOUR));
    }
  }

  private void runUntilTheNextNewSourceIsPolled(Source... others) {
    try (var schedule = schedule(100)) {
      startAndAwaitANewSource(schedule, others);
    }
  }

  private void startAndAwaitANewSource(PollSchedule schedule, Source... others) {
    var path = "/" + markers++;
    var marker =
        new Source(
            elsewhere.url(path), path, Optional.empty(), List.of(), Source.Settings.defaults());
    var all = new ArrayList<>(List.of(others));
    all.add(marker);
    world.sources.list(all);
    schedule.list(all);
    schedule.start();
    await()
        .pollInterval(Duration.ofMillis(5))
        .until(() -> world.sources.state(marker.id()).lastPoll().isPresent());
  }

  private PollSchedule schedule(double newPerSecond) {
    return new PollSchedule(world.sources, world.poller, newPerSecond, world.clock, nanos::get);
  }

  /// Lets time pass, as a clock does that nobody sets.
  private void pass(Duration time) {
    world.clock.advance(time);
    nanos.addAndGet(time.toNanos());
  }

  private static Source paused(Source source) {
    var settings = source.settings().asPaused();
    return new Source(source.url(), source.title(), source.htmlUrl(), source.tags(), settings);
  }

  private long asked(String path) {
    return world.server.requests().stream().filter(request -> request.path().equals(path)).count();
  }

  private Instant now() {
    return world.clock.instant();
  }
}
