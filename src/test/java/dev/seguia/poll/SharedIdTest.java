package dev.seguia.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.source.Source;
import dev.seguia.store.entry.StoredEntry;
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

  @Test
  void keepsEveryArticleOfAnIdThatIsUsedForThemInTurn() throws InterruptedException {
    for (var round = 0; round < 3; round++) {
      poll(ONE);
      poll(TWO);
      poll(THREE);
    }
    assertThat(titles()).containsExactlyInAnyOrder("One", "Two", "Three");
  }

  @Test
  void keepsEveryDatedArticleOfAnIdThatIsUsedForThemInTurn() throws InterruptedException {
    var one = dated(ONE, "08:00");
    var two = dated(TWO, "09:00");
    for (var item : List.of(one, two, one, two, one)) poll(item);
    assertThat(titles()).containsExactlyInAnyOrder("One", "Two");
    assertThat(world.all()).allSatisfy(entry -> assertThat(entry.sightings()).hasSize(1));
    assertThat(world.all()).extracting(StoredEntry::published).doesNotHaveDuplicates();
  }

  @Test
  void editsTheArticleThatCameBackAndNoOther() throws InterruptedException {
    poll(ONE);
    poll(TWO);
    poll(ONE.replace("</title>", " at length</title>"));
    assertThat(titles()).containsExactlyInAnyOrder("One at length", "Two");
  }

  @Test
  void takesANewHeadlineAtANewAddressOfTheSameArticleForAnEdit() throws InterruptedException {
    poll(dated(item("One", "http://news.example/4711/one"), "08:00"));
    poll(dated(item("Otherwise", "http://news.example/4711/otherwise"), "09:00"));
    assertThat(titles()).containsExactly("Otherwise");
  }

  private static String dated(String item, String time) {
    return item.replace("</item>", "<pubDate>Fri, 14 Nov 2025 " + time + " GMT</pubDate></item>");
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
