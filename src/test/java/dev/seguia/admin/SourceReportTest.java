package dev.seguia.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.dedup.SharedKeys;
import dev.seguia.feed.LinkRules;
import dev.seguia.feed.Rhythm;
import dev.seguia.fetch.Validators;
import dev.seguia.source.Source;
import dev.seguia.store.StoreWorld;
import dev.seguia.store.state.PollState;
import dev.seguia.store.state.Trust;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SourceReportTest {
  private final StoreWorld world = new StoreWorld();
  private final Source source = StoreWorld.source("https://one.example/feed");

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void saysOfANewSourceThatItIsNew() {
    assertThat(report(PollState.fresh()).state()).isEqualTo("new");
    assertThat(report(PollState.fresh()).trouble()).isEmpty();
  }

  @Test
  void saysWhenANewSourceIsAskedWhoseHostHasARest() {
    var later = world.clock.instant().plusSeconds(60);
    assertThat(report(PollState.fresh().postponed(later)).nextPoll()).contains(later);
  }

  @Test
  void saysWhatIsWrongForHowLongAndWhenItIsTriedAgain() {
    var now = world.clock.instant();
    var next = now.plus(Duration.ofHours(4));
    var failing = PollState.fresh().failed("HTTP 404 Not Found", now, next);
    assertThat(report(failing).state()).isEqualTo("failing");
    assertThat(report(failing).trouble()).isEqualTo("HTTP 404 Not Found");
    assertThat(report(failing.failed("HTTP 404 Not Found", now, next)).trouble())
        .isEqualTo("HTTP 404 Not Found, 2 times in a row");
    assertThat(report(failing).nextPoll()).contains(next);
  }

  @Test
  void saysOfASourceThatIsGoneThatItIsPolledNoMore() {
    var now = world.clock.instant();
    var gone = PollState.fresh().withGone().failed("gone for good (HTTP 410)", now, now);
    assertThat(report(gone).state()).isEqualTo("gone");
    assertThat(report(gone).nextPoll()).isEmpty();
    assertThat(report(gone).trouble()).contains("no longer polled");
  }

  @Test
  void saysWhereASourceHasMovedOnceItIsAskedThere() {
    var there = Optional.of(URI.create("https://one.example/new"));
    var now = world.clock.instant();
    var once = PollState.fresh().led(there).succeeded(now, now);
    assertThat(report(once).movedTo()).isEmpty();
    var twice = once.led(there);
    assertThat(report(twice).movedTo()).contains("https://one.example/new");
    assertThat(report(twice).url()).isEqualTo("https://one.example/feed");
    assertThat(report(twice).state()).isEqualTo("active");
    assertThat(report(twice).trouble())
        .isEqualTo("it has moved to https://one.example/new: put that into the list");
  }

  @Test
  void saysThatDatesWereNotUnderstoodUnlessSomethingWorseIsWrong() {
    var now = world.clock.instant();
    var words = "dates not understood: 1 of 2, as in 'soon'";
    var known =
        new PollState.Known(
            Validators.none(),
            Optional.empty(),
            Rhythm.none(),
            Optional.empty(),
            false,
            SharedKeys.none(),
            true,
            Trust.fresh(),
            Optional.empty(),
            Optional.of(words));
    var odd = PollState.fresh().with(known, LinkRules.none()).succeeded(now, now);
    assertThat(report(odd).trouble()).isEqualTo(words);
    assertThat(report(odd).warning()).contains(words);
    assertThat(report(odd.failed("HTTP 404 Not Found", now, now)).trouble())
        .isEqualTo("HTTP 404 Not Found");
  }

  private SourceReport report(PollState state) {
    world.sources.list(List.of(source));
    world.sources.record(source.id(), state);
    return new Reports(world.sources, world.entries, () -> List.of(source)).sources().getFirst();
  }
}
