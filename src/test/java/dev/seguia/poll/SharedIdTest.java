package dev.seguia.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.source.Source;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Sources that give several of their entries one and the same id.
final class SharedIdTest {
  private static final String ONE = item("One", "http://news.example/1");
  private static final String TWO = item("Two", "http://news.example/2");
  private static final String THREE = item("Three", "http://news.example/3");

  private final PollWorld world = new PollWorld();
  private final Source source = world.source("/feed");

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void keepsEntriesApartThatShareNothingButTheirId() throws InterruptedException {
    poll(ONE + TWO + THREE);
    assertThat(titles()).containsExactlyInAnyOrder("One", "Two", "Three");
    assertThat(world.all()).extracting(entry -> entry.id()).doesNotHaveDuplicates();
  }

  @Test
  void changesNoEntryWhenOthersOfItsIdComeAndGo() throws InterruptedException {
    poll(ONE);
    poll(TWO + ONE);
    poll(THREE + TWO);
    assertThat(titles()).containsExactlyInAnyOrder("One", "Two", "Three");
  }

  @Test
  void takesTheFirstOfTwoCopies() throws InterruptedException {
    poll(ONE + item("One", "http://news.example/1?copy"));
    assertThat(titles()).containsExactly("One");
  }

  private void poll(String items) throws InterruptedException {
    world.server.serve(
        "/feed",
        "application/rss+xml",
        "<rss version='2.0'><channel><title>News</title>" + items + "</channel></rss>");
    world.poll(source);
  }

  private List<String> titles() {
    return world.all().stream().map(entry -> entry.entry().title()).toList();
  }

  private static String item(String title, String link) {
    return "<item><title>%s</title><link>%s</link><guid isPermaLink='false'>same</guid></item>"
        .formatted(title, link);
  }
}
