package dev.seguia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.core.joran.spi.JoranException;
import dev.seguia.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What commands leave behind that only read, and what they answer while something is wrong.
@Timeout(120)
final class ReadingCommandsTest {
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

  private static List<Path> files(Path directory) {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sources",
        "tags",
        "explain https://one.example/news/1",
        "export",
        "split https://one.example/news/1",
        "check",
        "export --opml"
      })
  void makeNothingInADirectoryThatIsMistyped(String line) {
    var before = files(folder);
    var parts = List.of(line.split(" ", -1));
    var said = place().say(parts.getFirst(), parts.subList(1, parts.size()).toArray(String[]::new));
    assertThat(files(folder)).isEqualTo(before);
    if (line.startsWith("check") || line.endsWith("--opml")) assertThat(said.code()).isZero();
    else {
      assertThat(said.code()).isEqualTo(Exit.FAILED);
      assertThat(said.err())
          .contains("the data directory " + place().data() + " has no store", "--data")
          .doesNotContain("Exception");
    }
  }

  @Test
  void keepTheModesOfTheStoresFiles() throws IOException {
    assertThat(place().say("poll").code()).isZero();
    var kept = PosixFilePermissions.fromString("rw-r-----");
    var mark = place().data().resolve("seguia.mark");
    var journal = place().data().resolve("polls-begun");
    for (var file : List.of(mark, journal)) Files.setPosixFilePermissions(file, kept);
    for (var command : List.of("sources", "tags", "export", "poll")) {
      assertThat(place().say(command).code()).as(command).isZero();
      for (var file : List.of(mark, journal))
        assertThat(Files.getPosixFilePermissions(file)).as(command + " " + file).isEqualTo(kept);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "sources, one",
    "tags, maroc",
    "explain https://one.example/news/1, Entry 1 of one",
    "export, Entry 1 of one"
  })
  void answerWhileTheListIsBroken(String line, String words) {
    assertThat(place().say("poll").code()).isZero();
    place().breakSources("<opml version='2.0'><body><outline text='cut");
    var parts = List.of(line.split(" ", -1));
    var said = place().say(parts.getFirst(), parts.subList(1, parts.size()).toArray(String[]::new));
    assertThat(said.err()).contains("is truncated", "showing what is in the store");
    assertThat(said.out()).contains(words);
    assertThat(said.code()).isZero();
  }

  @Test
  void pollsNothingWhileTheListIsBroken() {
    place().breakSources("<opml version='2.0'><body><outline text='cut");
    assertThat(place().say("poll").code()).isEqualTo(Exit.USAGE);
  }

  @Test
  void checkCountsWhatFailed() {
    place().sources(server.url("/one"), server.url("/two"), server.url("/three"));
    var said = place().say("check", "--fetch");
    assertThat(said.out().strip().lines().toList().getLast())
        .isEqualTo("3 sources, 0 errors, 0 warnings; 2 of 3 trials failed");
    assertThat(said.code()).isEqualTo(Exit.FAILED);
  }

  @Test
  void sourcesAndPreviewAndCheckTellOfDatesThatAreNotUnderstood() {
    server.serve(
        "/one",
        "application/rss+xml",
        "<rss version='2.0'><channel><title>one</title><item><title>E</title><guid>1</guid>"
            + "<pubDate>32 Brumaire</pubDate></item></channel></rss>");
    var words = "dates not understood: 1 of 1, as in '32 Brumaire'";
    assertThat(place().say("preview", "one").err()).contains(words);
    assertThat(place().say("check", "--fetch").out()).contains(words);
    assertThat(place().say("poll").code()).isZero();
    assertThat(place().say("sources").out()).contains(words);
    assertThat(place().say("sources", "--json").json().get(0).get("warning").asString())
        .isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "http.token=a, fewer than 12 characters",
    "http.bind=0.0.0.0, set http.base-url",
    "http.token=geheim-geheim-geheim, every account of this machine can read"
  })
  void checkWarnsOfSettingsThatAreHardlyMeant(String setting, String words) throws IOException {
    Files.setPosixFilePermissions(place().config(), PosixFilePermissions.fromString("rw-r--r--"));
    var said = place().say("check", "--set", setting);
    assertThat(said.err()).contains("warning: ", words).doesNotContain("geheim");
    assertThat(said.code()).isZero();
  }

  @Test
  void checkSaysNothingOfSettingsThatAreInOrder() throws IOException {
    Files.setPosixFilePermissions(place().config(), PosixFilePermissions.fromString("rw-r-----"));
    assertThat(place().say("check", "--set", "http.token=geheim-geheim-geheim").err()).isEmpty();
  }

  @Test
  void checkTellsWhatIsNeverPolled() {
    place()
        .breakSources(
            "<opml version='2.0'><body>\n<outline text='a' xmlUrl='http://one.example:22/feed'/>\n"
                + "<outline text='b' xmlUrl='http://[::1]/feed'/></body></opml>");
    var said = place().say("check");
    assertThat(said.err())
        .contains(":2: 'a' cannot be polled: port 22", ":3: 'b' cannot be polled: ::1 is at");
    assertThat(said.out()).contains("2 sources, 0 errors, 2 warnings");
  }
}
