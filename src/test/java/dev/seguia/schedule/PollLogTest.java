package dev.seguia.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.seguia.poll.PollResult;
import dev.seguia.poll.Polled;
import dev.seguia.source.Source;
import dev.seguia.store.arrival.Poll;
import dev.seguia.store.database.StoreException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

final class PollLogTest {
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger(PollLog.class);
  private final PollLog log = new PollLog();

  @BeforeEach
  void listen() {
    lines.start();
    logger.addAppender(lines);
    logger.setAdditive(false);
    logger.setLevel(Level.DEBUG);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(lines);
    logger.setAdditive(true);
    logger.setLevel(null);
  }

  @ParameterizedTest(name = "{0} after {1}: {2}")
  @CsvSource({"HTTP 404, , WARN", "HTTP 404, HTTP 404, DEBUG", "HTTP 500, HTTP 404, WARN"})
  void warnsOfAFailureOnlyWhenItIsNews(String reason, @Nullable String former, String level) {
    tell(new PollResult.Failed(reason), former);
    assertThat(line().getLevel()).hasToString(level);
    assertThat(keys()).contains("reason=\"" + reason + "\"", "next=");
  }

  @Test
  void saysThatASourceWorksAgain() {
    tell(new PollResult.Unchanged(), "HTTP 404");
    assertThat(line().getLevel()).isEqualTo(Level.INFO);
    assertThat(line().getFormattedMessage()).isEqualTo("source works again, unchanged");
  }

  @Test
  void writesOneLineWithFiguresForWhatWasStored() {
    tell(new PollResult.Read(9, 0, new Poll.Stored(3, 2, 1, 0, List.of("Other")), List.of()), null);
    assertThat(lines.list)
        .singleElement()
        .extracting(ILoggingEvent::getLevel)
        .isEqualTo(Level.INFO);
    assertThat(keys()).contains("source=", "added=\"3\"", "updated=\"2\"", "joined=\"1\"");
  }

  @Test
  void isQuietAboutWhatIsAsItWas() {
    tell(new PollResult.Unchanged(), null);
    assertThat(line().getLevel()).isEqualTo(Level.DEBUG);
  }

  @Test
  void isQuietAboutADocumentThatChangedAndBroughtNothing() {
    tell(new PollResult.Read(9, 0, Poll.Stored.NOTHING, List.of()), null);
    assertThat(line().getLevel()).isEqualTo(Level.DEBUG);
  }

  @Test
  void saysThatASourceWorksAgainThoughItBroughtNothing() {
    tell(new PollResult.Read(9, 0, Poll.Stored.NOTHING, List.of()), "HTTP 404");
    assertThat(line().getLevel()).isEqualTo(Level.INFO);
  }

  @ParameterizedTest
  @CsvSource({
    "https://user:secret@one.example/feed, https://***@one.example/feed",
    "https://one.example/feed?token=secret&page=2, https://one.example/feed?token=***&page=2",
    "https://one.example/feed?a=b&private_token=secret, https://one.example/feed?a=b&private_token=***",
    "https://one.example/feed?apikey=secret#x, https://one.example/feed?apikey=***#x",
    "https://one.example/feed?key=secret, https://one.example/feed?key=***",
    "https://one.example/a@b?keyword=news, https://one.example/a@b?keyword=news"
  })
  void keepsSecretsToItself(URI url, String shown) {
    log.tell(source(url), new Polled(new PollResult.Failed("no"), Instant.EPOCH, Optional.empty()));
    assertThat(keys()).contains("source=\"" + shown + "\"").doesNotContain("secret");
  }

  @Test
  void cutsAUrlThatIsTooLong() {
    log.broke(
        source(URI.create("https://one.example/" + "a".repeat(2_000))),
        new StoreException("full", new java.io.IOException()));
    assertThat(keys().length()).isLessThan(500);
  }

  @Test
  void saysOnceAndWithoutATraceThatTheStoreCannotBeWritten() {
    var one = URI.create("https://one.example/feed");
    for (var poll = 0; poll < 3; poll++)
      log.broke(
          source(one), new StoreException("no space left on device", new java.io.IOException()));
    assertThat(lines.list)
        .extracting(ILoggingEvent::getLevel)
        .containsExactly(Level.ERROR, Level.DEBUG, Level.DEBUG);
    assertThat(lines.list).allMatch(line -> line.getThrowableProxy() == null);
    tell(new PollResult.Unchanged(), null);
    assertThat(lines.list.get(3).getFormattedMessage()).isEqualTo("polls can be stored again");
  }

  @Test
  void writesTheTraceOfABugOfOurs() {
    log.broke(source(URI.create("https://one.example/feed")), new IllegalStateException("bug"));
    assertThat(line().getThrowableProxy()).isNotNull();
  }

  private void tell(PollResult result, @Nullable String former) {
    log.tell(
        source(URI.create("https://one.example/feed")),
        new Polled(result, Instant.EPOCH, Optional.ofNullable(former)));
  }

  private static Source source(URI url) {
    return new Source(url, "", Optional.empty(), List.of(), Source.Settings.defaults());
  }

  private ILoggingEvent line() {
    return lines.list.getLast();
  }

  private String keys() {
    return line().getKeyValuePairs().toString();
  }
}
