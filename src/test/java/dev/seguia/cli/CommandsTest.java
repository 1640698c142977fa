package dev.seguia.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.core.joran.spi.JoranException;
import dev.seguia.daemon.Daemon;
import dev.seguia.testing.TestServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// What the commands print and how they end, with a daemon on the store and without.
@Timeout(60)
final class CommandsTest {
  @TempDir private Path folder;

  private final TestServer server = new TestServer();

  @BeforeEach
  void prepare() {
    server.serve("/one", "application/rss+xml", Installation.rss("one", 3));
    server.serve("/two", "application/rss+xml", Installation.rss("two", 2));
    place().settings();
    place().sources(server.url("/one"), server.url("/two"));
  }

  @AfterEach
  void stop() throws JoranException {
    server.close();
    Said.restoreLogs();
  }

  private Installation place() {
    return new Installation(folder);
  }

  private Said say(String command, String... more) {
    return place().say(command, more);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void answerAlikeWithADaemonAndWithout(boolean daemon) {
    try (var _ = daemon ? running() : (AutoCloseable) () -> {}) {
      var poll = say("poll", "--json");
      assertThat(poll.code()).as(poll.err()).isZero();
      assertThat(poll.json()).hasSize(2);
      var sources = say("sources", "--json").json();
      assertThat(sources).hasSize(2);
      assertThat(sources.get(0).propertyNames())
          .contains(
              "url",
              "title",
              "kind",
              "tags",
              "entries",
              "last_poll",
              "last_success",
              "next_poll",
              "last_error",
              "failures",
              "moved_to",
              "state");
      assertThat(sources.get(0).get("entries").asInt()).isEqualTo(3);
      assertThat(sources.get(0).get("state").asString()).isEqualTo("active");
      assertThat(sources.get(0).get("last_error").isNull()).isTrue();
      var tags = say("tags", "--json").json();
      assertThat(tags.get(0).get("name").asString()).isEqualTo("maroc");
      assertThat(tags.get(0).get("entries").asInt()).isEqualTo(5);
      var lines = say("export").out().lines().toList();
      assertThat(lines).hasSize(5);
      assertThat(JsonMapper.shared().readTree(lines.getFirst()).propertyNames())
          .containsExactlyInAnyOrder(
              "id",
              "link",
              "title",
              "summary",
              "content",
              "published",
              "updated",
              "first_seen",
              "language",
              "authors",
              "tags",
              "categories",
              "enclosures",
              "sources");
      assertThat(say("export", "--limit", "2").out().lines()).hasSize(2);
      assertThat(say("export", "--source", "two").out().lines()).hasSize(2);
      assertThat(say("export", "--tag", "maroc+sport").out()).isEmpty();
      var none = say("export", "--since", "2999-01-01");
      assertThat(none.out()).isEmpty();
      assertThat(none.err()).contains("seguia export --opml FILE --opml");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private Daemon running() {
    var daemon = place().daemon();
    daemon.start();
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> say("tags", "--json").out().contains("\"entries\" : 5"));
    return daemon;
  }

  @Test
  void pollEndsInOneWhereASourceFailedAndSaysWhich() {
    place().sources(server.url("/one"), server.url("/lost"));
    var said = say("poll");
    assertThat(said.code()).isEqualTo(Exit.FAILED);
    assertThat(said.out())
        .containsPattern("one +ok +3 entries: 3 new")
        .containsPattern("lost +failed .*404");
    assertThat(say("poll", "one").code()).isZero();
    assertThat(say("poll", server.url("/one").toString()).code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"poll three", "export --source three"})
  void namesASourceThatDoesNotExist(String words) {
    var parts = words.split(" ");
    var said = say(parts[0], List.of(parts).subList(1, parts.length).toArray(String[]::new));
    assertThat(said.code()).isEqualTo(Exit.USAGE);
    assertThat(said.err().lines()).singleElement().asString().contains("three");
    assertThat(said.out()).isEmpty();
  }

  @Test
  void namesTheNearestKeyOfAMistypedOne() {
    var said = say("sources", "--set", "polling.min-intervall=30s");
    assertThat(said.code()).isEqualTo(Exit.USAGE);
    assertThat(said.err()).contains("polling.min-intervall").contains("polling.min-interval?");
  }

  @Test
  void namesTheNearestCommandOfAMistypedOne() {
    var said = Said.by(List.of("sorces"));
    assertThat(said.code()).isEqualTo(Exit.USAGE);
    assertThat(said.err()).contains("sources");
  }

  @Test
  void tellsEveryFaultOfBothFilesAtOnce() {
    place().settings("feeds: {size: many, formats: [pdf]}");
    place()
        .breakSources("<opml version='2.0'><body><outline type='rss' xmlUrl='::'/></body></opml>");
    var said = say("check");
    assertThat(said.code()).isEqualTo(Exit.USAGE);
    assertThat(said.err()).contains("feeds.size").contains("feeds.formats").contains("::");
  }

  @Test
  void exportsTheListOfSourcesWhereOpmlNamesNoFile() {
    var config = place().config().toString();
    var data = place().data().toString();
    var said = Said.by(List.of("export", "--config", config, "--opml", "--data", data));
    // Without a file the list is the one in the working directory.
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out()).startsWith("<?xml").contains("<opml").doesNotContain("{\"id\"");
    assertThat(say("export", "--opml").out()).contains(server.url("/one").toString());
  }

  /// The list is the operator's own: it is whole.
  @Test
  void exportsAddressesWithWhatLetsTheirReaderIn() {
    var url = server.url("/one") + "?token=hunter2";
    place().sources(URI.create(url));
    assertThat(say("export", "--opml").out()).contains(url);
    say("poll");
    assertThat(say("sources", "--json").json().get(0).get("url").asString()).isEqualTo(url);
  }

  @Test
  void pollTheSourcesOfListsOnTheWeb() {
    server.serve(
        "/list",
        "text/x-opml",
        "<opml version='2.0'><body><outline text='one' xmlUrl='%s'/></body></opml>"
            .formatted(server.url("/one")));
    place()
        .breakSources(
            "<opml version='2.0'><body><outline text='L' type='include' url='%s'/></body></opml>"
                .formatted(server.url("/list")));
    var check = say("check");
    assertThat(check.code()).isZero();
    assertThat(check.err()).contains("feeds.opml:1: there is no local copy yet of the list");
    assertThat(check.out()).contains("0 sources, 0 errors, 1 warning");
    var trial = say("check", "--fetch");
    assertThat(trial.out()).contains("one", "3 entries", "1 source, 0 errors, 0 warnings");
    assertThat(say("check").out()).as("a trial is not kept").contains("0 sources");
    assertThat(say("poll", "--json").json()).hasSize(1);
    assertThat(say("sources", "--json").json()).hasSize(1);
    server.on("/list", exchange -> TestServer.answer(exchange, 404, new byte[0]));
    var poll = say("poll", "--json");
    assertThat(poll.json()).hasSize(1);
    assertThat(poll.err()).contains("feeds.opml:1:", "404", "the last good copy is used");
  }

  @Test
  void letNoSourceWriteToTheTerminal() {
    server.serve(
        "/evil",
        "application/rss+xml",
        "<rss version='2.0'><channel><title>x&#155;2J</title><item><title>&#155;2J a</title>"
            + "<category>&#155;31m red</category><link>https://evil.example/1</link></item>"
            + "</channel></rss>");
    place().sources(server.url("/evil"));
    assertThat(say("poll").code()).isZero();
    var preview = say("preview", "evil");
    assertThat(preview.code()).isZero();
    for (var said : List.of(say("sources"), say("tags"), preview))
      assertThat((said.out() + said.err()).replace("\n", "").codePoints())
          .noneMatch(Character::isISOControl);
  }
}
