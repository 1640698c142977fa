package dev.seguia.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.feed.Enclosure;
import dev.seguia.feed.LinkRules;
import dev.seguia.feed.RawEntry;
import dev.seguia.feed.RawFeed;
import dev.seguia.feed.Rhythm;
import dev.seguia.feed.Text;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A file is what can be fetched and kept; a page or a player is none.
final class EnclosuresTest {
  private static List<String> files(Enclosure... enclosures) {
    var raw =
        RawEntry.builder()
            .link(Optional.of("https://site.example/a"))
            .enclosures(List.of(enclosures))
            .build();
    var feed =
        new RawFeed(
            URI.create("https://site.example/feed"),
            RawFeed.Header.of("rss 2.0", Text.none(), Optional.empty()),
            List.of(raw),
            Rhythm.none(),
            true);
    return new Normaliser()
        .entry(feed, raw, LinkRules.none()).enclosures().stream().map(Enclosure::url).toList();
  }

  private static Enclosure file(String url, @Nullable String type) {
    return new Enclosure(url, Optional.ofNullable(type), OptionalLong.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.youtube.com/v/AAA?version=3, application/x-shockwave-flash",
    "https://www.youtube.com/v/AAA?version=3,",
    "http://youtube.com/v/AAA&hl=en, video/mp4",
    "//www.youtube.com/v/AAA, video/x-flv",
    "https://x.example/film, application/x-shockwave-flash",
    "https://www.youtube.com/embed/AAA, video/mp4",
    "https://www.youtube.com/watch?v=AAA,",
    "https://youtu.be/AAA, video/mp4",
    "https://player.vimeo.com/video/1, video/mp4",
    "https://x.example/player.swf,",
    "https://x.example/p, text/html",
    "https://x.example/p, TEXT/HTML; charset=utf-8",
    "https://x.example/p, application/xhtml+xml",
    "https://x.example/article.html,",
    "https://site.example/a, audio/mpeg",
    "https://site.example/a#player,",
    "https://pixel.wp.com/b.gif, image/gif",
    "https://x.example/spacer.gif, image/gif",
    "gemini://x.example/a.mp3, audio/mpeg",
    "magnet:?xt=urn:btih:x, application/x-bittorrent",
  })
  void pagesPlayersAndCountersAreNoFiles(String url, String type) {
    assertThat(files(file(url, type))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://x.example/a.mp3, audio/mpeg",
    "https://x.example/play.php?id=7, audio/mpeg",
    "https://x.example/episode.html, audio/mpeg",
    "https://x.example/f,",
    "https://x.example/a.torrent, application/x-bittorrent",
    "https://x.example/a.pdf,",
  })
  void allElseIs(String url, String type) {
    assertThat(files(file(url, type))).containsExactly(url);
  }

  @Test
  void aPlayerBeforeAFileHidesItNot() {
    assertThat(
            files(
                file("https://x.example/player.swf", null),
                file("https://x.example/a.mp3", "audio/mpeg")))
        .containsExactly("https://x.example/a.mp3");
  }
}
