package dev.seguia.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import dev.seguia.feed.FeedFormat;
import dev.seguia.store.entry.StoredEntry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What is published of real feeds, after days of polls, is right in every format.
final class PublishedReplayTest {
  private static final List<String> ARCHIVES = List.of("bbc_politics", "rnz_headlines");
  private static final Map<String, Replay> REPLAYS = new LinkedHashMap<>();

  static Stream<Arguments> documents() {
    return ARCHIVES.stream()
        .flatMap(name -> Stream.of(FeedFormat.values()).map(format -> Arguments.of(name, format)));
  }

  private static Replay replay(String archive) throws IOException, InterruptedException {
    var known = REPLAYS.get(archive);
    if (known != null) return known;
    var replay = new Replay(archive);
    REPLAYS.put(archive, replay);
    return replay;
  }

  @AfterAll
  static void close() {
    REPLAYS.values().forEach(Replay::close);
    REPLAYS.clear();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyEntryIsThereOnceByItsId(String archive, FeedFormat format) throws Exception {
    var replay = replay(archive);
    var published = PublishedFeed.read(format, replay.all(format).body());
    assertThat(published.ids())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            replay.world.all().stream().map(StoredEntry::id).toList());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyDateIsInTheSyntaxOfTheFormat(String archive, FeedFormat format) throws Exception {
    var published = PublishedFeed.read(format, replay(archive).all(format).body());
    assertThat(published.dates3339())
        .allSatisfy(date -> {
          assertThat(date).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
          OffsetDateTime.parse(date);
        });
    assertThat(published.dates822())
        .allSatisfy(date -> {
          assertThat(date).matches("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} [0-9:]{8} GMT");
          DateTimeFormatter.RFC_1123_DATE_TIME.parse(date);
        });
    assertThat(published.dates3339().size() + published.dates822().size())
        .isGreaterThanOrEqualTo(published.ids().size());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyUrlIsAbsolute(String archive, FeedFormat format) throws Exception {
    var published = PublishedFeed.read(format, replay(archive).all(format).body());
    assertThat(published.urls()).hasSizeGreaterThan(published.ids().size());
    assertThat(published.urls())
        .allSatisfy(url -> assertThat(URI.create(url).getScheme()).isIn("http", "https", "mailto"));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void equalContentGivesEqualBytesAfterARestart(String archive, FeedFormat format)
      throws Exception {
    var replay = replay(archive);
    var before = replay.all(format);
    replay.restart();
    var after = replay.all(format);
    assertThat(after.body()).isEqualTo(before.body());
    assertThat(after.headers().firstValue("ETag")).isEqualTo(before.headers().firstValue("ETag"));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void bothValidatorsAreAnsweredWithNotModified(String archive, FeedFormat format)
      throws Exception {
    var replay = replay(archive);
    var headers = replay.all(format).headers();
    var etag = headers.firstValue("ETag").orElse("");
    var date = headers.firstValue("Last-Modified").orElse("");
    assertThat(etag).matches("\"[^\"]+\"");
    for (var response :
        List.of(
            replay.all(format, "If-None-Match", etag),
            replay.all(format, "If-Modified-Since", date))) {
      assertThat(response.statusCode()).isEqualTo(304);
      assertThat(response.body()).isEmpty();
      assertThat(response.headers().firstValue("ETag")).contains(etag);
    }
    assertThat(replay.all(format, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void headAndGzipTellOfTheSameDocument(String archive, FeedFormat format) throws Exception {
    var replay = replay(archive);
    var plain = replay.all(format);
    var head = replay.head(format);
    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValue("ETag")).isEqualTo(plain.headers().firstValue("ETag"));
    assertThat(head.headers().firstValue("Content-Length"))
        .contains(Integer.toString(plain.body().length));
    var gzip = replay.all(format, "Accept-Encoding", "gzip");
    assertThat(gzip.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(gzip.headers().firstValue("Vary")).contains("Accept-Encoding");
    assertThat(plain.headers().firstValue("Vary")).contains("Accept-Encoding");
    assertThat(gzip.headers().firstValue("ETag")).isNotEqualTo(plain.headers().firstValue("ETag"));
    assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes())
        .isEqualTo(plain.body());
  }

  @ParameterizedTest
  @EnumSource(
      value = FeedFormat.class,
      names = {"ATOM", "RSS"})
  void romeFindsEveryEntry(FeedFormat format) throws Exception {
    for (var archive : ARCHIVES) {
      var replay = replay(archive);
      var reader = new XmlReader(new ByteArrayInputStream(replay.all(format).body()));
      assertThat(new SyndFeedInput().build(reader).getEntries())
          .extracting(entry -> entry.getUri())
          .containsExactlyInAnyOrderElementsOf(
              replay.world.all().stream().map(StoredEntry::id).toList());
    }
  }
}
