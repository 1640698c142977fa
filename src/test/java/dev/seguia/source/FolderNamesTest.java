package dev.seguia.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.opml.Opml;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Folders that do not give the tags that they seem to, and logins in URLs, as lists are read.
final class FolderNamesTest {
  private static SourceList read(String outlines) {
    var list = "<opml version='2.0'><head/><body>\n" + outlines + "\n</body></opml>";
    return SourceList.of(
        Opml.read(list.getBytes(java.nio.charset.StandardCharsets.UTF_8), "feeds.opml"),
        "feeds.opml");
  }

  private static SourceList folders(String names) {
    return read(
        Arrays.stream(names.split("\\|", -1))
            .map(name ->
                "<outline text='"
                    + name
                    + "'><outline text='s' xmlUrl='https://one.example/"
                    + name.hashCode()
                    + "'/></outline>")
            .collect(Collectors.joining("\n")));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '§',
      value = {
        "C++|C#§ feeds.opml:3: the folders 'C++' (line 2) and 'C#' give the same tag, c",
        "C|Maroc|C++§ feeds.opml:4: the folders 'C' (line 2) and 'C++' give the same tag, c",
        "R&amp;D|R/D§ feeds.opml:3: the folders 'R&D' (line 2) and 'R/D' give the same tag, r-d",
        "All§ feeds.opml:2: the folder 'All' cannot be a tag: /feeds/all has another meaning",
        "ALL!§ feeds.opml:2: the folder 'ALL!' cannot be a tag: /feeds/all has another meaning",
        "archive§ feeds.opml:2: the folder 'archive' cannot be a tag: /feeds/archive has",
        "~§ feeds.opml:2: the folder '~' has no letter and no digit, so no tag can be made of it",
        "+++§ feeds.opml:2: the folder '+++' has no letter and no digit, so no tag can be made of it",
        "News, General§ feeds.opml:2: the folder 'News, General' becomes the one tag news-general",
        "maroc+sport§ feeds.opml:2: the folder 'maroc+sport' becomes the one tag maroc-sport",
        "maroc~sport§ feeds.opml:2: the folder 'maroc~sport' becomes the one tag maroc-sport"
      })
  void areToldWithTheirLine(String names, String words) {
    var list = folders(names);
    assertThat(list.warnings()).hasSize(1);
    assertThat(list.warnings().getFirst().toString()).startsWith(words);
    assertThat(list.errors()).isEmpty();
    assertThat(list.sources()).hasSize(names.split("\\|", -1).length);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "Maroc|Maroc",
        "Économie|economie",
        "Droits de l&apos;Homme|Droits de l’homme",
        "Open Source|open-source|Open_Source",
        "AC/DC",
        "C++",
        "Sport|Culture",
        "المغرب|المَغرب"
      })
  void areNotToldWherePeopleSeeNoDifference(String names) {
    assertThat(folders(names).faults()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "https://me:pw@one.example/feed, 0, https://me:pw@one.example/feed",
    "http://me:pw@one.example/feed, 1, http://me:pw@one.example/feed",
    "http://me@one.example/feed, 1, http://me@one.example/feed",
    "https://me:p@ss@one.example/feed, 0, https://me:p%40ss@one.example/feed",
    "feed://me:pw@one.example/feed, 2, http://me:pw@one.example/feed",
    "https://me:p#w@one.example/feed, 1, ''",
    "ftp://me:pw@one.example/feed, 1, ''"
  })
  void loginsAreReadAndNeverShown(String url, int warnings, String read) {
    var list = read("<outline xmlUrl='" + url + "' type='rss'/>");
    assertThat(list.warnings()).hasSize(warnings);
    assertThat(list.faults().toString()).doesNotContain("pw").doesNotContain("p@ss", "p#w");
    assertThat(list.sources().stream().map(source -> source.url().toString()))
        .isEqualTo(read.isEmpty() ? java.util.List.of() : java.util.List.of(read));
  }

  @ParameterizedTest
  @CsvSource({
    "https://me:pw@one.example/a, https://one.example/b, https://me:pw@one.example/b",
    "https://me:pw@one.example/a, http://one.example/b, http://one.example/b",
    "https://me:pw@one.example/a, https://two.example/b, https://two.example/b",
    "https://me:pw@one.example/a, https://one.example:8443/b, https://one.example:8443/b",
    "https://one.example/a, https://one.example/b, https://one.example/b"
  })
  void aLoginGoesAlongWithinItsSite(String url, String moved, String asked) {
    var source = Source.bare(java.net.URI.create(url));
    assertThat(source.withLogin(java.net.URI.create(moved))).hasToString(asked);
  }

  @ParameterizedTest
  @CsvSource({
    "https://me:pw@one.example/a, https://me:other@one.example/a, true",
    "https://me:pw@one.example/a, https://you:pw@one.example/a, false",
    "https://one.example/a, https://one.example/b, false"
  })
  void theIdOfASourceDoesNotHoldThePassword(String one, String other, boolean same) {
    assertThat(
            Source.idOf(java.net.URI.create(one)).equals(Source.idOf(java.net.URI.create(other))))
        .isEqualTo(same);
  }
}
