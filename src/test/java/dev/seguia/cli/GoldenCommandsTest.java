package dev.seguia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.core.joran.spi.JoranException;
import dev.seguia.testing.ArcSite;
import dev.seguia.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the commands print that look at sites, word for word. `-Dgolden.update=true` writes the
/// golden files anew.
@Timeout(60)
final class GoldenCommandsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/commands");
  private static final Instant MORNING = Instant.parse("2025-11-14T10:06:00Z");
  private static final Pattern LOCAL_TIME =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}");

  @TempDir private Path folder;

  private final TestServer server = new TestServer();
  private final ArcSite site = new ArcSite(server);

  @BeforeEach
  void publish() {
    new Installation(folder).settings();
    for (var number = 1; number <= 4; number++)
      site.publish(ArcSite.economy(number, MORNING.plusSeconds(3600L * number)));
    site.feedOf(site.all()).sitemapOf(site.all());
  }

  @AfterEach
  void stop() throws JoranException {
    server.close();
    Said.restoreLogs();
  }

  @ParameterizedTest(name = "{0}: {1} {2} {3}")
  @CsvSource({
    "discover-page, discover, /economie/, ''",
    "discover-page-json, discover, /economie/, --json",
    "discover-feed, discover, /arc/outboundfeeds/rss/, ''",
    "discover-sitemap, discover, /sitemap-index.xml, ''",
    "discover-nothing, discover, /qui-sommes-nous/, ''",
    "preview-page, preview, /economie/, ''",
    "preview-sitemap, preview, /sitemap-index.xml, ''",
    "preview-feed-json, preview, /arc/outboundfeeds/rss/, --json"
  })
  void looksAtASite(String name, String command, String path, String option) throws IOException {
    sources("");
    var url = server.url(path).toString();
    compare(name, option.isEmpty() ? say(command, url) : say(command, url, option));
  }

  @Test
  void triesEachSource() throws IOException {
    sources(
        """
        <outline text="Économie" xmlUrl="%1$s/economie/" seguia:kind="page"
          seguia:select-item="div.article-list--text-container"/>
        <outline text="Sport" xmlUrl="%1$s/sport/" seguia:kind="page" seguia:select-item="li.news"/>
        <outline text="Plan du site" xmlUrl="%1$s/sitemap-index.xml" seguia:kind="sitemap"/>
        <outline text="Kafila" xmlUrl="%1$s/economie/?flux"/>
        <outline text="Recherche" xmlUrl="%1$s/recherche" seguia:kind="page"/>
        <outline text="Absent" xmlUrl="%1$s/absent"/>
        """
            .formatted(server.url("")));
    compare("check-fetch", say("check", "--fetch"));
  }

  private void sources(String outlines) {
    new Installation(folder)
        .breakSources(
            "<opml version=\"2.0\" xmlns:seguia=\"https://seguia.dev/opml\"><body>\n%s</body></opml>"
                .formatted(outlines));
  }

  private Said say(String command, String... more) {
    return new Installation(folder).say(command, more);
  }

  private void compare(String name, Said said) throws IOException {
    var text =
        "exit code %d\n--- out\n%s--- err\n%s"
            .formatted(said.code(), lasting(said.out()), lasting(said.err()));
    var golden = GOLDEN.resolve(name + ".golden");
    if (Boolean.getBoolean("golden.update")) Files.writeString(golden, text);
    assertThat(text).isEqualTo(Files.readString(golden));
  }

  /// Ports and folders change from run to run, and times are those of the machine's zone.
  private String lasting(String text) {
    var port = String.valueOf(server.url("/").getPort());
    var written = text.replace(port, "PORT").replace(folder.toString(), "FOLDER");
    return LOCAL_TIME.matcher(written).replaceAll(time -> utc(time.group()));
  }

  private static String utc(String local) {
    var format = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    var moment = format.withZone(ZoneId.systemDefault()).parse(local, Instant::from);
    return format.withZone(ZoneId.of("UTC")).format(moment);
  }

  @Test
  void findsNothingWhereThereIsNoServer() {
    sources("");
    var said = say("discover", "http://127.0.0.1:1025/");
    assertThat(said.code()).isEqualTo(Exit.FAILED);
    assertThat(said.err()).contains("connection refused");
    assertThat(said.out()).isEmpty();
  }

  @Test
  void takesAnAddressWithoutItsScheme() {
    sources("");
    assertThat(say("discover", "127.0.0.1:1025").err()).contains("127.0.0.1:1025");
    assertThat(say("discover", "ht tp://x").code()).isEqualTo(Exit.USAGE);
  }
}
