package dev.seguia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.core.joran.spi.JoranException;
import dev.seguia.source.Source;
import dev.seguia.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What `preview` shows, by each of the ways to name a source, and what `check --fetch` tries.
@Timeout(60)
final class PreviewTest {
  @TempDir private Path folder;

  private final TestServer server = new TestServer();

  @BeforeEach
  void prepare() {
    server.serve("/one", "application/rss+xml", Installation.rss("one", 3));
    place().settings();
    place().sources(server.url("/one"));
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
  @ValueSource(strings = {"url", "id", "title", "title in capitals"})
  void showsAListedSourceWithTheTagsOfItsFolders(String way) {
    var name =
        switch (way) {
          case "url" -> server.url("/one").toString();
          case "id" -> Source.idOf(server.url("/one"));
          case "title" -> "one";
          default -> "ONE";
        };
    var said = say("preview", name);
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out())
        .startsWith("one (rss 2.0), 3 entries")
        .contains("Entry 1 of one", "https://one.example/news/1", "tags: maroc (");
  }

  @Test
  void showsAFeedThatIsNotListed() {
    server.serve("/two", "application/rss+xml", Installation.rss("two", 2));
    assertThat(say("preview", server.url("/two").toString()).out())
        .startsWith("two (rss 2.0), 2 entries")
        .doesNotContain("maroc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "file:", "file://"})
  void showsAFile(String scheme) throws IOException {
    var file = Files.writeString(folder.resolve("saved.xml"), Installation.rss("saved", 2));
    var said = say("preview", scheme + file);
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out()).startsWith("saved (rss 2.0), 2 entries").contains("saved.example");
  }

  /// Where a copy lay before is not known: what it names by parts of a path leads nowhere.
  @Test
  void leadsFromAFileToNoOtherFile() throws IOException {
    var feed =
        "<rss version='2.0'><channel><title>x</title><item><title>a</title><link>/a</link>"
            + "<description>&lt;img src='b.png'&gt; text</description></item></channel></rss>";
    var file = Files.writeString(folder.resolve("saved.xml"), feed);
    var said = say("preview", file.toString(), "--json");
    assertThat(said.code()).as(said.err()).isZero();
    assertThat(said.out()).doesNotContain("file:");
  }

  @Test
  void givesProgramsTheSameInOneOrder() {
    var said = say("preview", "one", "--json");
    assertThat(said.json().propertyNames())
        .containsExactly("format", "feed", "entries", "warnings");
    assertThat(said.json().get("entries").get(0).propertyNames())
        .containsExactly("entry", "tags", "audience");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "xne, did you mean one?",
    "example.org/feed, begins with http:// or https://",
    "ftp://example.org/feed, begins with http:// or https://",
    "http://[, is not a URL"
  })
  void saysWhatCanBeNamed(String name, String words) {
    var said = say("preview", name);
    assertThat(said.code()).isEqualTo(Exit.USAGE);
    assertThat(said.err().lines()).singleElement().asString().contains(name, words);
  }

  @Test
  void saysWhyThereIsNothing() throws IOException {
    var page = Files.writeString(folder.resolve("page.html"), "<html><p>no feed</p></html>");
    assertThat(say("preview", page.toString()).err()).contains("an HTML page, not a feed");
    assertThat(say("preview", folder.toString()).err()).contains("this is a directory");
    assertThat(say("preview", server.url("/lost").toString()).err()).contains("404");
    assertThat(say("preview", server.url("/lost").toString()).code()).isEqualTo(Exit.FAILED);
  }

  @Test
  void saysWhatIsWrongWithAListThatMayHoldTheName() {
    place().breakSources("not an OPML document");
    var said = say("preview", "one");
    assertThat(said.code()).isEqualTo(Exit.USAGE);
    assertThat(said.err()).contains(place().opml().toString()).contains("one");
  }

  @Test
  void checkTriesEachSourceThatIsNotPaused() {
    place()
        .breakSources(
            "<opml version='2.0' xmlns:seguia='https://seguia.dev/opml'><body>"
                + "<outline type='rss' text='one' xmlUrl='%s'/>".formatted(server.url("/one"))
                + "<outline type='rss' text='two' xmlUrl='%s'/>".formatted(server.url("/two"))
                + "<outline type='rss' text='three' seguia:paused='true' xmlUrl='%s'/>"
                    .formatted(server.url("/three"))
                + "</body></opml>");
    var said = say("check", "--fetch");
    assertThat(said.code()).isEqualTo(Exit.FAILED);
    assertThat(said.out())
        .contains("3 sources, 0 errors, 0 warnings")
        .containsPattern("one +ok +rss 2.0, 3 entries")
        .containsPattern("two +failed .*404")
        .doesNotContain("three ");
    assertThat(server.requests()).noneMatch(request -> request.path().equals("/three"));
    assertThat(say("check", "--fetch", "--json").json().propertyNames())
        .containsExactly("errors", "warnings", "sources");
  }
}
