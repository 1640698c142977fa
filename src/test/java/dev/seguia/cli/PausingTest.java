package dev.seguia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Sources that the operator pauses.
@Timeout(120)
final class PausingTest {
  private static final String FAST = "polling: {min-interval: 1s, max-interval: 1s}";

  @TempDir private Path folder;

  @AfterEach
  void restore() throws JoranException {
    Said.restoreLogs();
  }

  @Test
  void isSaidByThePageAndTheCommandsAtOnce() {
    try (var world = new OperatorWorld(folder)) {
      var visitor = world.visitor();
      visitor.open(world.sourcePage("/one"));
      visitor.press("admin/forms/pause");
      assertThat(visitor.text()).contains("Paused: the source is not polled until you resume it.");
      assertThat(visitor.page().select(".standing").text()).isEqualTo("paused");
      assertThat(visitor.page().select("form[action$=pause]")).isEmpty();
      var source = reported(world, "one");
      assertThat(source.get("state").asString()).isEqualTo("paused");
      assertThat(source.get("next_poll").isNull()).isTrue();
      visitor.press("admin/forms/resume");
      assertThat(visitor.page().select(".standing").text()).isEqualTo("active");
      assertThat(visitor.page().select("form[action$=pause]")).hasSize(1);
      assertThat(reported(world, "one").get("state").asString()).isEqualTo("active");
    }
  }

  private static tools.jackson.databind.JsonNode reported(OperatorWorld world, String title) {
    return world
        .place
        .say("sources", "--json")
        .json()
        .valueStream()
        .filter(source -> source.get("url").asString().endsWith("/" + title))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void isPolledByHandOnly() {
    try (var world = new OperatorWorld(folder)) {
      var visitor = world.visitor();
      visitor.open(world.sourcePage("/one"));
      visitor.press("admin/forms/pause");
      visitor.press("admin/forms/poll");
      assertThat(world.polls("/one")).isEqualTo(2);
      assertThat(visitor.text()).contains("Polled. New entries: 0.");
      assertThat(visitor.page().select(".standing").text()).isEqualTo("paused");
      assertThat(world.place.say("poll").code()).isZero();
      assertThat(world.polls("/one")).isEqualTo(2);
      assertThat(world.polls("/two")).isEqualTo(2);
    }
  }

  @Test
  void actsAtOnceThroughAReloadOfTheListUntilItGoesOn() {
    try (var world = new OperatorWorld(folder, InstantSource.system(), FAST)) {
      var visitor = world.visitor();
      visitor.open(world.sourcePage("/one"));
      visitor.press("admin/forms/pause");
      // one that had begun before may still come to its end
      world.awaitPolls("/two", world.polls("/two") + 2);
      var polls = world.polls("/one");
      world.server.serve("/three", "application/rss+xml", Installation.rss("three", 1));
      world.applySources("/one", "/two", "/three");
      world.awaitPolls("/three", 3);
      world.awaitPolls("/two", world.polls("/two") + 2);
      assertThat(world.polls("/one")).isEqualTo(polls);
      visitor.press("admin/forms/resume");
      world.awaitPolls("/one", polls + 1);
    }
  }

  @Test
  void outlivesARestart() {
    try (var world = new OperatorWorld(folder)) {
      var visitor = world.visitor();
      visitor.open(world.sourcePage("/one"));
      visitor.press("admin/forms/pause");
      world.advance(Duration.ofDays(1));
      world.restart();
      world.awaitPolls("/two", 2);
      world.server.serve("/three", "application/rss+xml", Installation.rss("three", 1));
      world.applySources("/one", "/two", "/three");
      world.awaitPolls("/three", 1);
      assertThat(world.polls("/one")).isOne();
      var again = world.visitor();
      again.open(world.sourcePage("/one"));
      assertThat(again.page().select(".standing").text()).isEqualTo("paused");
      again.press("admin/forms/resume");
      world.awaitPolls("/one", 2);
    }
  }
}
