package dev.seguia.poll;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whether the operator learns of dates that were not understood.
@Timeout(60)
final class UnreadDatesTest {
  private final PollWorld world = new PollWorld();

  @AfterEach
  void close() {
    world.close();
  }

  private void serve(String date) {
    world.server.serve(
        "/feed",
        "application/rss+xml",
        "<rss version=\"2.0\"><channel><title>f</title><item><title>One</title><guid>1</guid>"
            + "<pubDate>"
            + date
            + "</pubDate></item></channel></rss>");
  }

  @Test
  void isRememberedUntilADocumentIsUnderstood() throws InterruptedException {
    var source = world.source("/feed");
    serve("32 Brumaire CCXXXIV");
    var words = "dates not understood: 1 of 1, as in '32 Brumaire CCXXXIV'";
    assertThat(world.poll(source))
        .isInstanceOfSatisfying(
            PollResult.Read.class, read -> assertThat(read.warnings()).contains(words));
    assertThat(world.sources.statuses().getFirst().state().known().warning()).contains(words);
    world.poll(source);
    assertThat(world.sources.state(source.id()).known().warning()).contains(words);
    serve("14 تشرين 2 2025");
    world.poll(source);
    assertThat(world.sources.state(source.id()).known().warning()).isEmpty();
  }
}
