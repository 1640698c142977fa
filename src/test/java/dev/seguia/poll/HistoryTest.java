package dev.seguia.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.poll.PollResult.Read;
import dev.seguia.source.Source;
import dev.seguia.testing.TestServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Feeds whose archives (RFC 5005) are followed.
final class HistoryTest {
  private final PollWorld world = new PollWorld();

  @BeforeEach
  void answerNothingElse() {
    world.server.on("/", exchange -> TestServer.answer(exchange, 404, new byte[0]));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private void atom(String path, String older, int... entries) {
    var text = new StringBuilder();
    for (var number : entries)
      text.append(
          """
          <entry><id>tag:desk.example,2025:%1$d</id><title>Titre %1$d</title><link href="a%1$d.html"/>
          <updated>2025-11-%1$02dT10:00:00Z</updated></entry>
          """
              .formatted(number));
    world.server.serve(
        path,
        "application/atom+xml",
        "<feed xmlns='http://www.w3.org/2005/Atom'><id>tag:desk.example,2025:</id><title>Desk</title>"
            + "<updated>2025-11-14T10:00:00Z</updated>"
            + older
            + text
            + "</feed>");
  }

  private static String archive(String path) {
    return "<link rel='prev-archive' href='" + path + "'/>";
  }

  private List<String> asked() {
    return world.server.requests().stream().map(TestServer.Request::path).toList();
  }

  private Read read(Source source) throws InterruptedException {
    return (Read) world.poll(source);
  }

  private Source listed() {
    return ListedSource.of(world, "/feed", "seguia:history='true'");
  }

  @Test
  void isFollowedOnce() throws InterruptedException {
    var source = listed();
    atom("/feed", archive("/archive/2"), 5);
    atom("/archive/2", archive("1"), 4, 3);
    atom("/archive/1", "", 2, 1);
    assertThat(read(source).added()).isEqualTo(5);
    assertThat(world.all())
        .extracting(entry -> entry.entry().link().orElse(""))
        .contains(
            world.server.url("/a5.html").toString(),
            world.server.url("/archive/a1.html").toString());
    atom("/feed", archive("/archive/2"), 6, 5);
    assertThat(read(source).added()).isEqualTo(1);
    assertThat(asked()).containsExactly("/feed", "/archive/2", "/archive/1", "/feed");
  }

  @Test
  void isLeftWhereNobodyAskedForIt() throws InterruptedException {
    atom("/feed", archive("/archive/2"), 5);
    var source = world.source("/feed");
    assertThat(read(source).added()).isEqualTo(1);
    assertThat(asked()).containsExactly("/feed");
  }

  @Test
  void isFollowedAgainWhereAnArchiveCouldNotBeHad() throws InterruptedException {
    var source = listed();
    atom("/feed", archive("/archive/2"), 5);
    world.server.on("/archive/2", exchange -> TestServer.answer(exchange, 503, new byte[0]));
    assertThat(read(source).warnings()).anyMatch(words -> words.contains("/archive/2"));
    atom("/archive/2", "", 4, 3);
    atom("/feed", archive("/archive/2"), 6, 5);
    assertThat(read(source).added()).isEqualTo(3);
  }

  @Test
  void endsWhereAnArchiveIsAbsent() throws InterruptedException {
    var source = listed();
    atom("/feed", archive("/archive/2"), 5);
    read(source);
    atom("/feed", archive("/archive/2"), 6, 5);
    read(source);
    assertThat(asked()).containsExactly("/feed", "/archive/2", "/feed");
  }

  @Test
  void endsWhereArchivesGoInACircle() throws InterruptedException {
    var source = listed();
    atom("/feed", archive("/archive/2"), 5);
    atom("/archive/2", archive("/feed"), 4);
    assertThat(read(source).added()).isEqualTo(2);
  }

  @Test
  void isFollowedThroughPagesOfFeedsInAllFormats() throws InterruptedException {
    var source = listed();
    world.server.serve(
        "/feed",
        "application/feed+json",
        """
        {"version": "https://jsonfeed.org/version/1.1", "title": "Desk", "next_url": "%s",
          "items": [{"id": "1", "url": "https://one.example/1", "title": "One"}]}\
        """
            .formatted(world.server.url("/rss")));
    world.server.serve(
        "/rss",
        "application/rss+xml",
        """
        <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Desk</title>
        <atom:link rel="next" href="/atom"/>
        <item><title>Two</title><link>https://one.example/2</link></item></channel></rss>\
        """);
    atom("/atom", "", 3);
    assertThat(read(source).added()).isEqualTo(3);
  }
}
