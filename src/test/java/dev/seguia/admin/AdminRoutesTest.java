package dev.seguia.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.seguia.poll.EntryRules;
import dev.seguia.poll.PollResult;
import dev.seguia.source.Source;
import dev.seguia.store.StoreWorld;
import dev.seguia.store.StoreWorld.Item;
import dev.seguia.tag.Tagger;
import dev.seguia.testing.TestSettings;
import dev.seguia.web.BadRequestException;
import dev.seguia.web.Request;
import dev.seguia.web.Response;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class AdminRoutesTest {
  private static final Source ONE = StoreWorld.source("https://one.example/feed", "Maroc");
  private static final Source TWO = StoreWorld.source("https://two.example/feed", "Sport");

  private final StoreWorld world = new StoreWorld();
  private final EntryRules rules =
      new EntryRules(List.of(), new Tagger(TestSettings.of("tags.drop=[]").tags()));

  @BeforeEach
  void fill() {
    world.sources.list(List.of(ONE, TWO));
    for (var number = 1; number <= 3; number++) {
      world.poll(
          ONE, Item.of("tag:one,2025:" + number, "https://one.example/" + number, "One " + number));
      world.clock.advance(Duration.ofHours(1));
    }
    world.poll(TWO, Item.of("tag:two,2025:1", "https://two.example/1", "Two 1"));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private Response ask(Optional<String> token, String remote, String query, String... headers) {
    return ask("/admin/entries", Map.of(), token, remote, query, headers);
  }

  private Response ask(
      String template,
      Map<String, String> variables,
      Optional<String> token,
      String remote,
      String query,
      String... headers) {
    var given = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    for (var at = 0; at < headers.length; at += 2) given.put(headers[at], headers[at + 1]);
    var reports = new Reports(world.sources, world.entries, () -> List.of(ONE, TWO));
    var route =
        new AdminRoutes(
                reports,
                new EntryActions(world.entries, () -> rules),
                new OperatorForms.SourceActions(AdminRoutesTest::polled, AdminRoutesTest::held),
                TestSettings.of("http.token=" + token.orElse("none")).http(),
                "key",
                new LoginThrottle(System::nanoTime))
            .routes().stream()
                .filter(candidate -> candidate.template().equals(template))
                .findFirst()
                .orElseThrow();
    return route
        .handler()
        .apply(
            new Request(
                route.method(),
                template,
                query,
                variables,
                name -> given.getOrDefault(name, ""),
                InetAddress.ofLiteral(remote)));
  }

  private static Optional<PollReport> polled(String id) {
    return Optional.of(ONE)
        .filter(source -> source.id().equals(id))
        .map(source -> PollReport.of(source, new PollResult.Unchanged()));
  }

  private static boolean held(String id, boolean held) {
    return ONE.id().equals(id);
  }

  private JsonNode entries(String query) {
    var response = ask(Optional.empty(), "127.0.0.1", query);
    assertThat(response.status()).isEqualTo(200);
    return JsonMapper.shared().readTree(new String(response.body(), StandardCharsets.UTF_8));
  }

  private List<String> ids(String query) {
    return entries(query).get("entries").valueStream().map(e -> e.get("id").asString()).toList();
  }

  @ParameterizedTest(name = "{0}: {1} entries")
  @CsvSource({
    "'', 4",
    "tag=maroc, 3",
    "tag=maroc%2Csport, 4",
    "tag=maroc%2Bsport, 0",
    "since=2025-11-14T14:00:00Z, 2",
    "limit=2, 2",
    "limit=0, 1",
    "limit=100000, 4"
  })
  void choosesByTagTimeAndNumber(String query, int count) {
    assertThat(ids(query)).hasSize(count);
  }

  @Test
  void choosesBySource() {
    assertThat(ids("source=" + TWO.id())).containsExactly("tag:two,2025:1");
    assertThat(ids("source=none")).isEmpty();
  }

  @Test
  void leadsFromPageToPageToTheEnd() {
    var all = new java.util.ArrayList<String>();
    var query = "limit=1";
    for (var page = 0; page < 5 && !query.isEmpty(); page++) {
      all.addAll(ids(query));
      var next = entries(query).get("next");
      query = next.isNull() ? "" : "limit=1&after=" + next.asString();
    }
    assertThat(all).isEqualTo(ids("")).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "since=yesterday",
        "since=-999999999999999999999",
        "after=x",
        "after=1",
        "limit=many",
        "limit=99999999999999",
        "tag=%c0%ae",
        "tag=a%2B%2Bb"
      })
  void saysWhatCannotBeRead(String query) {
    assertThat(ask(Optional.empty(), "127.0.0.1", query).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/admin/entries", "/admin/explain"})
  void refusesWhatIsNotWellEncoded(String path) {
    assertThatThrownBy(
            () -> ask(path, Map.of(), Optional.empty(), "127.0.0.1", "tag=%zz&entry=%zz"))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("is not correctly percent-encoded");
  }

  @Test
  void pollsASourceThatThereIs() {
    var path = "/admin/sources/{id}/poll";
    var found = ask(path, Map.of("id", ONE.id()), Optional.empty(), "127.0.0.1", "");
    assertThat(new String(found.body(), StandardCharsets.UTF_8)).contains("\"success\":true");
    assertThat(ask(path, Map.of("id", "x"), Optional.empty(), "127.0.0.1", "").status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"pause, true", "resume, false"})
  void pausesASourceThatThereIs(String act, boolean paused) {
    var path = "/admin/sources/{id}/" + act;
    var found = ask(path, Map.of("id", ONE.id()), Optional.empty(), "127.0.0.1", "");
    assertThat(new String(found.body(), StandardCharsets.UTF_8)).contains("\"paused\":" + paused);
    assertThat(ask(path, Map.of("id", "x"), Optional.empty(), "127.0.0.1", "").status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "/admin/sources/{id}/poll, '', source polled by the operator",
    "/admin/sources/{id}/pause, '', source paused by the operator",
    "/admin/sources/{id}/resume, '', source resumed by the operator",
    "/admin/tags/apply, '', operator started applying the tag rules to stored entries"
  })
  void logsWhatTheOperatorDoes(String path, String query, String words) {
    var log = (Logger) LoggerFactory.getLogger(OperatorLog.class);
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    log.setLevel(Level.INFO);
    log.addAppender(lines);
    try {
      ask(path, Map.of("id", ONE.id()), Optional.empty(), "127.0.0.1", query);
    } finally {
      log.detachAppender(lines);
    }
    assertThat(lines.list).hasSize(1);
    assertThat(lines.list.getFirst().getFormattedMessage()).isEqualTo(words);
    assertThat(lines.list.getFirst().getKeyValuePairs().toString()).contains("127.0.0.1");
  }

  @Test
  void keepsItsAnswersOutOfCaches() {
    assertThat(ask(Optional.empty(), "127.0.0.1", "").headers())
        .containsEntry("Cache-Control", "no-store");
  }
}
