package dev.seguia.sitemap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.dates.DateParser;
import dev.seguia.feed.RawEntry;
import dev.seguia.feed.RawFeed;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SitemapWindowTest {
  private static final Instant NOW = Instant.parse("2025-11-14T10:00:00Z");

  private final SitemapWindow first = new SitemapWindow(Optional.empty(), NOW);
  private final SitemapWindow later =
      new SitemapWindow(Optional.of(Instant.parse("2025-11-14T06:00:00Z")), NOW);

  /// Each is a name, or a name and a time with a blank between them.
  private static SitemapResult.Index index(String... children) {
    return new SitemapResult.Index(
        Stream.of(children)
            .map(child -> child.split(" ", 2))
            .map(parts ->
                new ChildSitemap(
                    URI.create("https://h.example/" + parts[0]),
                    parts.length < 2 ? Optional.empty() : DateParser.parse(parts[1])))
            .toList(),
        true);
  }

  private static RawFeed feed(String... pages) {
    if (!(SitemapReader.read(
            URI.create("https://h.example/"),
            "<urlset/>".getBytes(java.nio.charset.StandardCharsets.UTF_8))
        instanceof SitemapResult.Pages(var empty))) throw new AssertionError();
    var entries =
        index(pages).sitemaps().stream()
            .map(page ->
                RawEntry.builder()
                    .link(Optional.of(page.url().toString()))
                    .updated(page.lastModified())
                    .build())
            .toList();
    return new RawFeed(empty.location(), empty.header(), entries, empty.rhythm(), true);
  }

  private static List<String> names(List<ChildSitemap> sitemaps) {
    return sitemaps.stream().map(child -> child.url().toString().substring(18)).toList();
  }

  private static List<String> names(RawFeed feed) {
    return feed.entries().stream().map(entry -> entry.link().orElseThrow().substring(18)).toList();
  }

  @Test
  void readsTheNewestOfALargeIndexFirst() {
    var index = index("a 2025-01-01", "b 2025-11-13", "c 2024-01-01", "d 2025-11-14");
    assertThat(names(first.sitemaps(index, 2))).containsExactly("d", "b");
  }

  @Test
  void readsOnlyWhatHasChangedSinceItWasRead() {
    var index = index("a 2025-11-14T09:00:00Z", "b 2025-11-13T05:00:00Z", "c 2025-11-13T07:00:00Z");
    assertThat(names(later.sitemaps(index, 10))).containsExactly("a", "c");
  }

  @Test
  void takesADateForAllOfItsDay() {
    var index = index("a 2025-11-12", "b 2025-11-13", "c 2025-11-14");
    assertThat(names(later.sitemaps(index, 10))).containsExactly("c", "b");
  }

  @Test
  void readsOfThoseWithoutATimeTheLastOnesAndThoseWhoseNamesAreFresh() {
    var index =
        index(
            "news.xml", "a.xml", "b.xml", "latest-posts.xml", "newsletters.xml", "c.xml", "d.xml");
    assertThat(names(later.sitemaps(index, 10)))
        .containsExactly("latest-posts.xml", "news.xml", "d.xml", "c.xml");
  }

  @Test
  void takesTheTimeThatANameHoldsForWantOfAnother() {
    var index =
        index(
            "2024.xml",
            "2025-09.xml",
            "2025-10.xml",
            "2025-11.xml",
            "2025.xml",
            "x?yyyy=2025&mm=11&dd=14",
            "x?yyyy=2025&mm=11&dd=02");
    assertThat(names(later.sitemaps(index, 10)))
        .containsExactly("x?yyyy=2025&mm=11&dd=14", "2025.xml", "2025-11.xml");
    assertThat(names(first.sitemaps(index, 4))).contains("2025-11.xml").doesNotContain("2024.xml");
  }

  @Test
  void doesNotBelieveTimesThatAreAllTheSameOrInTheFuture() {
    var same = index("a-1 2025-11-14", "a-2 2025-11-14", "a-3 2025-11-14", "a-4 2025-11-14");
    assertThat(names(later.sitemaps(same, 10))).containsExactly("a-4", "a-3");
    var future = index("a 2035-01-01", "b", "c", "d 2025-11-14");
    assertThat(names(later.sitemaps(future, 1))).containsExactly("d");
  }

  @Test
  void looksAtTheNewestPagesFirstAndAtNoOldOnes() {
    var feed =
        feed(
            "a 2025-11-14T08:00:00Z",
            "b 2025-11-14T09:00:00Z",
            "c 2025-10-01",
            "d 2025-11-13T23:00:00Z");
    assertThat(names(later.pages(feed, 10))).containsExactly("b", "a", "d");
    assertThat(names(first.pages(feed, 2))).containsExactly("b", "a");
  }

  @Test
  void looksAtBothEndsOfPagesWithoutATime() {
    var feed = feed(IntStream.range(0, 100).mapToObj(i -> "p" + i).toArray(String[]::new));
    assertThat(names(later.pages(feed, 5))).containsExactly("p0", "p1", "p2", "p98", "p99");
  }

  @ParameterizedTest(name = "{0}: until {1}")
  @CsvSource({
    "posts-2025-11.xml, 2025-12-01T00:00:00Z",
    "posts-202511.xml, 2025-12-01T00:00:00Z",
    "posts-20251114.xml, 2025-11-15T00:00:00Z",
    "2025/11/14/a.xml, 2025-11-15T00:00:00Z",
    "posts-2025.xml, 2026-01-01T00:00:00Z",
    "posts-2024-12-2025-01.xml, 2025-02-01T00:00:00Z",
    "posts-2025-02-31.xml, 2025-03-01T00:00:00Z",
    "posts-2025-13.xml, 2026-01-01T00:00:00Z",
    "posts-120251.xml,",
    "posts-12.xml,"
  })
  void readsThePeriodOfAName(String name, Instant end) {
    assertThat(NamedPeriod.lastOf(name)).isEqualTo(Optional.ofNullable(end));
  }
}
