package dev.seguia.scrape.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.scrape.WebPage;
import dev.seguia.scrape.discovery.FeedLink.DiscoveryHint;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FeedLinksTest {
  private static final URI HERE = URI.create("https://h.example/a/b.html");

  private static List<FeedLink> links(String html, String... headers) {
    return links(HERE, html, headers);
  }

  private static List<FeedLink> links(URI location, String html, String... headers) {
    var page = WebPage.of(location, Optional.of("text/html; charset=utf-8"), html.getBytes(UTF_8));
    return FeedLinks.of(page, List.of(headers), List.of());
  }

  private static List<String> urls(List<FeedLink> links, DiscoveryHint... clues) {
    return links.stream()
        .filter(link -> Arrays.asList(clues).contains(link.clue()))
        .map(link -> link.url().toString())
        .toList();
  }

  private static List<String> announced(String html) {
    return urls(links(html), DiscoveryHint.ANNOUNCED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<link rel=alternate type=application/rss+xml href=x>",
        "<LINK REL='Alternate' TYPE='Application/RSS+XML' HREF='x'>",
        "<link rel=' home ALTERNATE ' type=' application/atom+xml ; charset=utf-8' href=' x '>",
        "<link rel=alternate type=application/feed+json href=x>",
        "<link rel=feed href=x>",
        "<link rel='feed stylesheet' href=x>",
        "<link rel=alternate type='application/atom&#43;xml' href='/a/x'>",
        "<link rel=alternate type=application/rss+xml href='//h.example/a/x#top'>",
        "<base href=/a/><p><link rel=alternate type=application/rss+xml href=x>",
        "<base href='https://h.example/a/c/'><link rel=alternate type=application/rss+xml href=../x>",
        "<link rel=alternate type=application/rss+xml href='feed:https://h.example/a/x'>"
      })
  void findsWhatAPageAnnounces(String html) {
    assertThat(announced(html)).containsExactly("https://h.example/a/x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<link rel=alternates type=application/rss+xml href=x>",
        "<link rel='alternate stylesheet' type=application/rss+xml href=x>",
        "<link rel=alternate hreflang=fr href=/fr/feed>",
        "<link rel=alternate type=text/xml title='scissorsshaped' href=x>",
        "<link rel=alternate type=application/json href=/wp-json/wp/v2/posts/1>",
        "<link rel=alternate type='application/json+oembed' href='/feed'>",
        "<link rel=alternate type=text/plain title=rss href=x>",
        "<link rel=start type=application/atom+xml href=x>",
        "<link rel=alternate type=application/rss+xml href='javascript:alert(1)'>",
        "<link rel=alternate type=application/rss+xml href='file:///etc/passwd'>",
        "<link rel=alternate type=application/rss+xml href='http://'>",
        "<!-- <link rel=alternate type=application/rss+xml href=x> -->"
      })
  void findsNothingThatIsNotAnnouncedAsAFeed(String html) {
    assertThat(announced(html)).isEmpty();
  }

  @Test
  void takesXmlForAFeedWhereItsAddressSaysSo() {
    assertThat(
            announced(
                "<link rel=alternate type=text/xml href=/rss.xml><link rel=alternate type=application/json href=/feed.json>"))
        .containsExactly("https://h.example/rss.xml", "https://h.example/feed.json");
  }

  @Test
  void keepsTitleAndTypeAndPutsCommentsLast() {
    var found =
        links(
            """
            <link rel=alternate type=application/rss+xml title="Le site &raquo; Comments  Feed" href=/comments/feed/>
            <link rel=alternate type="Application/RSS+XML; x" title=" Le
            site " href=/feed/>
            """);
    assertThat(found.getFirst())
        .isEqualTo(
            new FeedLink(
                URI.create("https://h.example/feed/"),
                Optional.of("Le site"),
                Optional.of("application/rss+xml"),
                DiscoveryHint.ANNOUNCED));
    assertThat(found.get(1).title()).contains("Le site » Comments Feed");
  }

  @Test
  void readsHeadersToo() {
    var found =
        links(
            "",
            "</style.css>; rel=preload, <x?a,b>; title=\"a, \\\"b\\\"; c\"; rel=\"home alternate\"; type=\"application/rss+xml\"",
            "<https://h.example/y>;rel=alternate;type=application/atom+xml;rel=next",
            "<z>; rel=next; type=application/rss+xml",
            "nothing",
            "<unending");
    assertThat(urls(found, DiscoveryHint.HEADER))
        .containsExactly("https://h.example/a/x?a,b", "https://h.example/y");
    assertThat(found.getFirst().title()).contains("a, \"b\"; c");
  }

  @Test
  void ranksWhatItFinds() {
    var found =
        links(
            """
            <a href="https://feeds.other.example/h.rss">RSS</a><a href="/about">About</a>
            <a href="/data/news.xml">x</a><a href="/rss">RSS</a>
            <a href="https://feedly.com/i/subscription/feed/https://h.example/rss">Feedly</a>
            <a href="http://www.h.example/abonnement">Flux RSS</a><a href="/rss-icon.png">RSS</a>
            <link rel=alternate type=application/rss+xml href=/feed>
            """);
    assertThat(urls(found, DiscoveryHint.ANNOUNCED)).containsExactly("https://h.example/feed");
    assertThat(urls(found, DiscoveryHint.LINKED))
        .containsExactly(
            "https://h.example/rss",
            "https://h.example/data/news.xml",
            "http://www.h.example/abonnement");
    assertThat(urls(found, DiscoveryHint.LINKED_ELSEWHERE))
        .containsExactly("https://feeds.other.example/h.rss");
    assertThat(found).isSortedAccordingTo((one, other) -> one.clue().compareTo(other.clue()));
    assertThat(found).extracting(FeedLink::url).doesNotHaveDuplicates();
  }

  @Test
  void looksInUsualPlacesAndAtSitemapsLast() {
    var page = WebPage.of(URI.create("https://h.example/maroc"), Optional.empty(), new byte[0]);
    var sitemap = URI.create("https://h.example/sitemap.xml");
    var found = FeedLinks.of(page, List.of(), List.of(sitemap));
    assertThat(urls(found, DiscoveryHint.USUAL_PLACE))
        .startsWith(
            "https://h.example/maroc/feed/", "https://h.example/feed", "https://h.example/rss")
        .contains("https://h.example/feed.json", "https://h.example/index.xml");
    assertThat(found.getLast().url()).isEqualTo(sitemap);
    assertThat(found.getLast().clue()).isEqualTo(DiscoveryHint.SITEMAP);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "/feed, SURE",
    "/feed/, SURE",
    "/maroc/feed/atom/, SURE",
    "/rss.xml, SURE",
    "/rss_une.xml, SURE",
    "/a/b.rss, SURE",
    "/feed.json, SURE",
    "/?feed=rss2, SURE",
    "/spip.php?page=backend, SURE",
    "/index.php?format=feed&type=rss, SURE",
    "/feeds/posts/default, SURE",
    "/INDEX.RDF, SURE",
    "/news.xml, LIKELY",
    "/feed/something-else, LIKELY",
    "/rss/politique, LIKELY",
    "/feedback, NO",
    "/press, NO",
    "/atomic-energy, NO",
    "/sitemap.xml, NO",
    "/sitemap-rss.xml, NO",
    "/rss.png, NO",
    "/search?rssi=1, NO",
    "/, NO"
  })
  void tellsFeedsByTheirAddress(String address, FeedAddress expected) {
    assertThat(FeedAddress.of(address)).isEqualTo(expected);
  }

  @Test
  @Timeout(20)
  void isSoonDoneWithHostilePages() {
    assertThat(links("<a href='/rss'>RSS</a>".repeat(100_000))).hasSizeLessThanOrEqualTo(100);
    var many = new StringBuilder();
    for (int i = 0; i < 20_000; i++)
      many.append("<link rel=alternate type=application/rss+xml href=/%d>".formatted(i));
    assertThat(links(many.toString())).hasSize(100);
    assertThat(links("<a href='/" + "rss-".repeat(1_000_000) + "'>x</a>")).isNotEmpty();
    assertThat(links("<link rel='" + " a".repeat(1_000_000) + "' href=x>")).isNotEmpty();
    assertThat(links("<a href=/" + "a/".repeat(1_900) + ">" + "rss ".repeat(500_000))).isNotEmpty();
    assertThat(links("<div>".repeat(100_000) + "<a href=/rss>x")).isNotEmpty();
    assertThat(links("", "<x>;".repeat(100_000), "<x>; rel=\"" + "\\".repeat(7_000))).isNotEmpty();
  }

  @Property(seed = "20251114", tries = 300)
  void namesOnlyWholeAddressesOfTheWeb(
      @ForAll String any,
      @ForAll @Chars({'<', '>', '"', ';', '=', ',', ' ', '\\', 'a'}) String odd) {
    var html =
        "<a href=\"%s\">rss</a><link rel=feed href=\"%s\">"
            .formatted(any.replace("\"", ""), odd.replace("\"", ""));
    assertThat(links(html, any, odd, "<" + odd + ">; rel=feed"))
        .allSatisfy(link -> {
          assertThat(link.url().getScheme()).matches("https?");
          assertThat(link.url().getHost()).isNotEmpty();
        });
  }
}
