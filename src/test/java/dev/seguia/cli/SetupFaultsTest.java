package dev.seguia.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.core.joran.spi.JoranException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is wrong around the program is told in one line: what, where, and how to mend it.
@Timeout(60)
final class SetupFaultsTest {
  @TempDir private Path folder;

  @BeforeEach
  void prepare() {
    place().settings();
    place().sources();
  }

  @AfterEach
  void restoreLogs() throws JoranException {
    Said.restoreLogs();
  }

  private Installation place() {
    return new Installation(folder);
  }

  private Said say(String command, String... more) {
    return place().say(command, more);
  }

  private static void assertOneLine(Said said, int code, String... words) {
    assertThat(said.code()).as(said.err()).isEqualTo(code);
    assertThat(said.err().lines()).singleElement().asString().contains(words);
    assertThat(said.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "sources", "poll", "export", "tags"})
  void aDataDirectoryThatCannotBeMade(String command) throws IOException {
    Files.createFile(place().data());
    assertOneLine(say(command), Exit.FAILED, "data directory", place().data() + "", "--data");
  }

  /// Not even root may write there.
  @EnabledOnOs(OS.LINUX)
  @ParameterizedTest
  @CsvSource({"run, cannot be written", "poll, cannot be written", "sources, has no store"})
  void aDataDirectoryThatCannotBeWritten(String command, String words) {
    var said = Said.by(List.of(command, "--opml", place().opml().toString(), "--data", "/proc"));
    assertOneLine(said, Exit.FAILED, "data directory /proc " + words, "--data");
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "run --demo"})
  void aPortThatIsTaken(String command) throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var port = String.valueOf(taken.getLocalPort());
      var said =
          say("run", "--port", port, command.endsWith("demo") ? "--demo" : "--set=log.level=warn");
      assertOneLine(said, Exit.FAILED, "port " + port, "in use by another program", "--port");
    }
  }

  @Test
  void anAddressThatThisMachineHasNot() {
    var said =
        say(
            "run",
            "--set",
            "http.bind=192.0.2.1",
            "--set",
            "http.base-url=http://feeds.example",
            "--port",
            "18360");
    assertOneLine(said, Exit.FAILED, "192.0.2.1", "http.bind");
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "--config, none.yaml, no such file",
    "--opml, none.opml, no such file",
    "--config, '', this is a directory",
    "--opml, '', this is a directory"
  })
  void aFileThatCannotBeRead(String option, String name, String words) {
    for (var command : List.of("run", "sources", "poll", "export")) {
      var file = folder.resolve(name).toString();
      assertOneLine(Said.by(List.of(command, option, file)), Exit.USAGE, file, words, "name");
    }
  }

  @Test
  void aFileThatThisUserMayNotRead() throws IOException {
    assumeTrue(
        place().opml().toFile().setReadable(false) && !Files.isReadable(place().opml()),
        "root reads everything");
    assertOneLine(say("sources"), Exit.USAGE, "no permission to read the file");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          soruces                | unknown command soruces; did you mean seguia sources?
          xyzzy                  | unknown command xyzzy; see seguia --help
          help exprot            | unknown command exprot; did you mean seguia export?
          poll --jsno            | unknown option --jsno; did you mean --json?
          --prot 8361            | unknown option --prot; did you mean --port?
          sources le360          | unexpected argument le360; see seguia sources --help
          run --port http        | 'http' is not a whole number
          run --port             | --port
          export --limit many    | 'many' is not a whole number
          export --limit 0       | --limit must be at least 1
          export --since gestern | 'gestern' is not a time: write 2025-11-14
          export --tag a+~       | 'a+~' is not a tag expression: write maroc
          sources --set x        | 'x' has no value; write key=value
          poll --set poling.x=1  | unknown key poling.x; did you mean polling.
          """)
  void aMistypedCommandLine(String line, String words) {
    assertOneLine(Said.by(List.of(line.split(" "))), Exit.USAGE, words);
  }

  @Test
  void aMistypedSource() {
    place().sources(URI.create("https://example.org/Hespress"));
    assertOneLine(say("poll", "Hesspres"), Exit.USAGE, "Hesspres", "did you mean Hespress?");
  }
}
