package dev.seguia.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.source.Source;
import dev.seguia.store.state.PollState;
import dev.seguia.testing.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Redirects, and which of them are remembered (RFC 9110 section 15.4).
@Timeout(60)
final class MovedSourceTest {
  private static final String FEED =
      """
      <rss version="2.0"><channel><title>Feed</title><link>https://one.example/</link>
      <item><title>One</title><link>https://one.example/1</link></item></channel></rss>\
      """;

  private final PollWorld world = new PollWorld();
  private final Source source = world.source("/old");

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 308})
  void isAskedAtItsNewAddressOnceThatHasBeenGivenTwice(int status) throws InterruptedException {
    redirect("/old", status, "/new");
    feed("/new");
    assertThat(asked(3)).containsExactly("/old", "/new", "/old", "/new", "/new");
    assertThat(state().movedTo()).contains(world.server.url("/new"));
  }

  @Test
  void isNotYetMovedAfterOneAnswer() throws InterruptedException {
    redirect("/old", 301, "/new");
    feed("/new");
    asked(1);
    assertThat(state().movedTo()).isEmpty();
  }

  @Test
  void goesOnUnderItsOwnNameWithItsEntries() throws InterruptedException {
    feed("/old");
    asked(1);
    redirect("/old", 301, "/new");
    feed("/new");
    asked(3);
    assertThat(world.all()).hasSize(1);
    assertThat(world.sources.statuses())
        .singleElement()
        .satisfies(status -> assertThat(status.source().url()).isEqualTo(source.url()));
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 303, 307})
  void isAskedAtItsOldAddressForEverWhereARedirectIsPassing(int status)
      throws InterruptedException {
    redirect("/old", status, "/new");
    feed("/new");
    assertThat(asked(3)).containsExactly("/old", "/new", "/old", "/new", "/old", "/new");
  }

  @ParameterizedTest
  @CsvSource({"301, 302", "302, 301", "308, 307"})
  void hasNotMovedWhereOneHopIsPassing(int first, int second) throws InterruptedException {
    redirect("/old", first, "/middle");
    redirect("/middle", second, "/new");
    feed("/new");
    asked(3);
    assertThat(state().move()).isEmpty();
  }

  @Test
  void hasMovedWhereAllHopsArePermanent() throws InterruptedException {
    redirect("/old", 301, "/middle");
    redirect("/middle", 308, "/new");
    feed("/new");
    asked(2);
    assertThat(state().movedTo()).contains(world.server.url("/new"));
  }

  @Test
  void hasNotMovedToThePageOfAParkedDomain() throws InterruptedException {
    redirect("/old", 301, "/parked");
    world.server.serve("/parked", "text/html", "<html><body>For sale</body></html>");
    asked(3);
    assertThat(state().move()).isEmpty();
    feed("/old");
    assertThat(world.poll(source)).isInstanceOf(PollResult.Read.class);
  }

  @Test
  void isCountedAnewWhenItMovesSomewhereElse() throws InterruptedException {
    feed("/new");
    feed("/newer");
    redirect("/old", 301, "/new");
    asked(1);
    redirect("/old", 301, "/newer");
    asked(1);
    redirect("/old", 301, "/new");
    asked(1);
    assertThat(state().movedTo()).isEmpty();
  }

  @Test
  void hasNotMovedWhenItAnswersItselfInBetween() throws InterruptedException {
    feed("/new");
    for (var turn = 0; turn < 2; turn++) {
      redirect("/old", 301, "/new");
      asked(1);
      feed("/old");
      asked(1);
    }
    assertThat(state().move()).isEmpty();
  }

  @Test
  void movesOnWithItsNewAddress() throws InterruptedException {
    redirect("/old", 301, "/new");
    feed("/new");
    asked(2);
    redirect("/new", 301, "/newer");
    feed("/newer");
    asked(2);
    assertThat(state().movedTo()).contains(world.server.url("/newer"));
    assertThat(asked(1)).endsWith("/newer");
  }

  @Test
  void staysAtItsNewAddressWhereThatHasAPassingRedirect() throws InterruptedException {
    redirect("/old", 301, "/new");
    feed("/new");
    asked(2);
    redirect("/new", 302, "/elsewhere");
    feed("/elsewhere");
    asked(2);
    assertThat(state().movedTo()).contains(world.server.url("/new"));
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410, 500})
  void isAskedAtItsOldAddressAgainWhenTheNewOneFails(int status) throws InterruptedException {
    redirect("/old", 301, "/new");
    feed("/new");
    asked(2);
    fail("/new", status);
    assertThat(world.poll(source)).isInstanceOf(PollResult.Failed.class);
    assertThat(state().movedTo()).isEmpty();
    assertThat(state().gone()).isFalse();
    feed("/old");
    assertThat(world.poll(source).isSuccess()).isTrue();
    assertThat(lastPath()).isEqualTo("/old");
  }

  @Test
  void staysAtItsNewAddressWhenThatAsksForLess() throws InterruptedException {
    redirect("/old", 301, "/new");
    feed("/new");
    asked(2);
    fail("/new", 503);
    world.poll(source);
    assertThat(state().movedTo()).contains(world.server.url("/new"));
  }

  @Test
  void isGoneForGoodWhereAllHopsToThatArePermanent() throws InterruptedException {
    redirect("/old", 301, "/new");
    fail("/new", 410);
    assertThat(world.poll(source)).isEqualTo(new PollResult.Gone());
  }

  @Test
  void comesToRememberNoAddressThatIsTooLong() throws InterruptedException {
    redirect("/old", 301, "/" + "a".repeat(5_000));
    assertThat(world.poll(source).words()).contains("longer than 4000 characters");
  }

  private void redirect(String path, int status, String to) {
    world.server.on(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Location", to);
          TestServer.answer(exchange, status, new byte[0]);
        });
  }

  private void feed(String path) {
    world.server.serve(path, "application/rss+xml", FEED);
  }

  private void fail(String path, int status) {
    world.server.on(path, exchange -> TestServer.answer(exchange, status, new byte[0]));
  }

  /// Polls so many times, and says which paths that came to be asked for.
  private java.util.List<String> asked(int polls) throws InterruptedException {
    var before = world.server.requests().size();
    for (var poll = 0; poll < polls; poll++) {
      world.clock.advance(Duration.ofHours(2));
      world.poll(source);
    }
    return world.server.requests().stream().skip(before).map(TestServer.Request::path).toList();
  }

  private String lastPath() {
    return world.server.requests().getLast().path();
  }

  private PollState state() {
    return world.sources.state(source.id());
  }
}
