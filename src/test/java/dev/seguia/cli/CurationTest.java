package dev.seguia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.core.joran.spi.JoranException;
import dev.seguia.testing.TestServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What the commands tell of single entries, and mend in them, with a daemon on the store and
/// without.
@Timeout(60)
final class CurationTest {
  private static final String TITLE =
      "Le barrage de Bin El Ouidane est plein pour la première fois";

  @TempDir private Path folder;

  private final TestServer server = new TestServer();

  private static String rss(String name, String title) {
    return """
    <rss version='2.0'><channel><title>%1$s</title><link>https://%1$s.example/</link>
    <item><title>%2$s</title><guid isPermaLink='false'>tag:%1$s,2025:1</guid>
    <link>https://%1$s.example/1</link><pubDate>Fri, 14 Nov 2025 08:00:00 GMT</pubDate></item>
    </channel></rss>
    """
        .formatted(name, title);
  }

  @BeforeEach
  void prepare() {
    server.serve("/one", "application/rss+xml", rss("one", TITLE));
    server.serve("/two", "application/rss+xml", rss("two", TITLE + " - Le Journal"));
    place().settings();
    place().sources(server.url("/one"), server.url("/two"));
    // one after the other, so that it is known which one is first
    assertThat(say("poll", "one").code()).isZero();
    assertThat(say("poll", "two").code()).isZero();
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

  private AutoCloseable daemon(boolean runs) {
    if (!runs) return () -> {};
    var daemon = place().daemon();
    daemon.start();
    return daemon;
  }

  private JsonNode explained(String name) {
    return say("explain", name, "--json").json();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void explainTellsByWhichRuleAndScoreSourcesWereMerged(boolean runs) throws Exception {
    try (var _ = daemon(runs)) {
      var entry = explained("https://two.example/1");
      assertThat(entry.get("id").asString()).isEqualTo("tag:one,2025:1");
      assertThat(entry.get("sources")).hasSize(2);
      assertThat(entry.get("sources").get(1).get("joined_by").asString()).isEqualTo("title");
      assertThat(entry.get("sources").get(1).get("score").asDouble()).isEqualTo(1);
      assertThat(explained(entry.get("page").asString())).isEqualTo(entry);
      assertThat(say("explain", "tag:one,2025:1").out())
          .contains(TITLE, "its title is the same", "1.00", "Maroc", "a folder of that name");
    }
  }

  @Test
  void explainHeadsAnEntryWithoutATitleAsPagesDo() {
    server.serve("/one", "application/rss+xml", rss("three", ""));
    assertThat(say("poll", "one").code()).isZero();
    var entry = explained("https://three.example/1");
    assertThat(entry.get("title").asString()).isEmpty();
    var heading = entry.get("heading").asString();
    assertThat(heading).isNotEmpty();
    assertThat(say("explain", "https://three.example/1").out()).startsWith(heading + "\n");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void splitUndoesAMergeForEver(boolean runs) throws Exception {
    try (var _ = daemon(runs)) {
      var split = say("split", "https://one.example/1");
      assertThat(split.code()).as(split.err()).isZero();
      assertThat(split.out()).contains("tag:two,2025:1");
      server.serve("/two", "application/rss+xml", rss("two", TITLE + ", dit-on - Le Journal"));
      assertThat(say("poll").code()).isZero();
      assertThat(say("export").out().lines()).hasSize(2);
      assertThat(say("split", "https://one.example/1").code()).isEqualTo(Exit.FAILED);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void rulesThatAreAddedLaterAreAppliedToWhatIsStored(boolean runs) throws Exception {
    place().settings("tags: {rules: [{query: 'barrages AND lang:fr OR barrage', tag: Eau}]}");
    try (var _ = daemon(runs)) {
      assertThat(say("tags", "--apply").out()).contains("looked at 1 entries, changed 1");
      assertThat(say("tags", "--apply").out()).contains("changed 0");
      assertThat(say("export", "--tag", "eau").out().lines()).hasSize(1);
      assertThat(say("explain", "https://one.example/1").out()).contains("it fits: barrages");
    }
    place().settings("tags: {rules: [{query: barrage, drop: true}]}");
    try (var _ = daemon(runs)) {
      assertThat(say("tags", "--apply").out()).contains("changed 1");
      assertThat(say("export").out()).isEmpty();
      assertThat(say("explain", "https://one.example/1").out())
          .contains("none, by the rule: barrage");
    }
    place().settings();
    try (var _ = daemon(runs)) {
      assertThat(say("tags", "--apply").out()).contains("changed 1");
      assertThat(say("export", "--tag", "maroc").out().lines()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anUnknownEntryIsToldInOneLine(boolean runs) throws Exception {
    try (var _ = daemon(runs)) {
      var said = say("explain", "https://none.example/");
      assertThat(said.code()).isEqualTo(Exit.USAGE);
      assertThat(said.err()).contains("no entry has the id, link or page https://none.example/");
    }
  }
}
