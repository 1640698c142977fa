package dev.seguia.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.seguia.config.Config;
import dev.seguia.config.PollingSettings;
import dev.seguia.fetch.Fetcher;
import dev.seguia.fetch.HostDelay;
import dev.seguia.fetch.HostGate;
import dev.seguia.fetch.ServerBackoff;
import dev.seguia.source.Source;
import dev.seguia.source.SourceList;
import dev.seguia.source.WebInclude;
import dev.seguia.testing.TestClock;
import dev.seguia.testing.TestServer;
import dev.seguia.testing.TestSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lists on the web, asked of a real server and kept in a real directory.
final class ListRefreshTest {
  private static final PollingSettings POLLING = Config.defaults().polling();

  @TempDir private Path data;

  private final TestServer server = new TestServer();
  private final TestClock clock = TestClock.standing();
  private final Fetcher fetcher = fetcher(3 << 20);

  private Fetcher fetcher(int maxBody) {
    var rests = new ServerBackoff(Duration.ofMinutes(5), () -> clock.millis() * 1_000_000);
    return new Fetcher(
        TestSettings.fetch(Duration.ofSeconds(10), maxBody),
        "Seguia/test",
        new HostGate(4, 64, rests, HostDelay.none()),
        clock);
  }

  @BeforeEach
  void include() throws IOException {
    Files.writeString(userList(), opml(feed("mine") + include(server.url("/list.opml"))));
  }

  @AfterEach
  void close() {
    fetcher.close();
    server.close();
  }

  private Path userList() {
    return data.resolve("feeds.opml");
  }

  private static String opml(String outlines) {
    return "<opml version='2.0'><body>\n" + outlines + "\n</body></opml>";
  }

  private static String include(URI url) {
    return "<outline text='x' type='include' url='%s'/>".formatted(url);
  }

  private static String feed(String name) {
    return "<outline text='%1$s' xmlUrl='https://%1$s.example/rss'/>".formatted(name);
  }

  private void serve(String path, String outlines) {
    serveBytes(path, opml(outlines));
  }

  /// Answers with validators, as servers of files do, and 304 to whoever has them.
  private void serveBytes(String path, String document) {
    var bytes = document.getBytes(StandardCharsets.UTF_8);
    var tag = "\"%s\"".formatted(document.hashCode());
    server.on(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("ETag", tag);
          var isKnown = tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
          TestServer.answer(exchange, isKnown ? 304 : 200, isKnown ? new byte[0] : bytes);
        });
  }

  private void fail(int status) {
    server.on("/list.opml", exchange -> TestServer.answer(exchange, status, new byte[0]));
  }

  /// For twenty hours.
  private void askForLess() {
    server.on(
        "/list.opml",
        exchange -> {
          exchange.getResponseHeaders().set("Retry-After", "72000");
          TestServer.answer(exchange, 503, new byte[0]);
        });
  }

  /// A program that was started again, and has what lies in the directory.
  private ListStore store() {
    return ListStore.in(data);
  }

  private SourceList read(ListStore store) {
    return SourceList.read(userList(), store);
  }

  /// Whether it was news.
  private boolean refresh(ListStore store) throws InterruptedException {
    return refresh(store, fetcher);
  }

  private boolean refresh(ListStore store, Fetcher by) throws InterruptedException {
    var before = store.revision();
    new ListRefresh(store, by, POLLING, clock).refresh(read(store).web());
    return store.revision() > before;
  }

  private List<String> titles(ListStore store) {
    return read(store).sources().stream().map(Source::title).toList();
  }

  private int asked() {
    return server.requests().size();
  }

  @Test
  void bringsAListAndWhatItIncludes() throws InterruptedException {
    serve("/list.opml", feed("a") + include(URI.create("deep/more.opml")));
    serve("/deep/more.opml", feed("b"));
    var list = new ListRefresh(store(), fetcher, POLLING, clock).readAnew(userList());
    assertThat(list.faults()).isEmpty();
    assertThat(list.sources()).extracting(Source::title).containsExactly("mine", "a", "b");
    assertThat(asked()).isEqualTo(2);
    assertThat(titles(store())).containsExactly("mine", "a", "b");
    assertThat(store().of(server.url("/list.opml")).copy())
        .hasValueSatisfying(copy -> assertThat(copy.isPublic()).isFalse());
  }

  @Test
  void asksAnHourLaterAndOnlyWhetherItHasChanged() throws InterruptedException {
    serve("/list.opml", feed("a"));
    assertThat(refresh(store())).isTrue();
    clock.advance(Duration.ofMinutes(59));
    assertThat(refresh(store())).isFalse();
    assertThat(asked()).isEqualTo(1);
    clock.advance(Duration.ofMinutes(1));
    assertThat(refresh(store())).isFalse();
    assertThat(asked()).isEqualTo(2);
    assertThat(server.requests().getLast().header("If-None-Match")).isNotEmpty();
    assertThat(titles(store())).containsExactly("mine", "a");
  }

  @Test
  void keepsAPaceThatHasBecomeAnother() throws InterruptedException {
    serve("/list.opml", feed("a"));
    refresh(store());
    clock.advance(Duration.ofSeconds(10));
    var fast = polling("1s", "10s");
    new ListRefresh(store(), fetcher, fast, clock).refresh(read(store()).web());
    assertThat(asked()).isEqualTo(2);
    clock.advance(Duration.ofHours(1));
    var slow = polling("2h", "2h");
    new ListRefresh(store(), fetcher, slow, clock).refresh(read(store()).web());
    assertThat(asked()).isEqualTo(2);
  }

  private static PollingSettings polling(String minInterval, String maxInterval) {
    return TestSettings.of(
            "polling.min-interval=" + minInterval, "polling.max-interval=" + maxInterval)
        .polling();
  }

  @Test
  void isNotAskedForWhileItIsFresh() throws InterruptedException {
    server.on(
        "/list.opml",
        exchange -> {
          exchange.getResponseHeaders().set("Cache-Control", "max-age=36000");
          TestServer.answer(exchange, 200, opml(feed("a")).getBytes(StandardCharsets.UTF_8));
        });
    refresh(store());
    clock.advance(Duration.ofHours(9));
    refresh(store());
    assertThat(asked()).isEqualTo(1);
    clock.advance(Duration.ofHours(1));
    refresh(store());
    assertThat(asked()).isEqualTo(2);
  }

  @Test
  void followsWhatIsAddedAndTakenOut() throws InterruptedException {
    serve("/list.opml", feed("a") + feed("b"));
    refresh(store());
    serve("/list.opml", feed("b") + feed("c"));
    clock.advance(Duration.ofHours(1));
    assertThat(refresh(store())).isTrue();
    assertThat(titles(store())).containsExactly("mine", "b", "c");
    serve("/list.opml", "");
    clock.advance(Duration.ofHours(1));
    assertThat(refresh(store())).isTrue();
    assertThat(titles(store())).containsExactly("mine");
    assertThat(read(store()).faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410, 500, 301})
  void keepsTheLastGoodCopyThroughAnOutage(int status) throws InterruptedException {
    serve("/list.opml", feed("a"));
    refresh(store());
    fail(status);
    clock.advance(Duration.ofHours(1));
    assertThat(refresh(store())).isTrue();
    assertThat(titles(store())).containsExactly("mine", "a");
    assertThat(read(store()).errors()).isEmpty();
    assertThat(read(store()).warnings())
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.file()).isEqualTo(userList().toString());
          assertThat(fault.line()).isEqualTo(2);
          assertThat(fault.toString()).contains(String.valueOf(status), "last good copy is used");
        });
    clock.advance(Duration.ofHours(2));
    assertThat(refresh(store())).as("no news").isFalse();
    serve("/list.opml", feed("c"));
    clock.advance(Duration.ofHours(4));
    assertThat(refresh(store())).isTrue();
    assertThat(titles(store())).containsExactly("mine", "c");
    assertThat(read(store()).faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html><body>Maintenance</body></html>",
        "<opml version='2.0'><head><title>cut",
        "<opml version='2.0'><body><outline text='b' xmlUrl='https://b.example/'/><outline text='c",
        "<opml version='2.0'><body><outline text='b' xmlUrl='https://b.example/'/>\n</body>",
        "{\"error\": \"no such list\"}"
      })
  void keepsItWhereWhatComesIsNoList(String document) throws InterruptedException {
    serve("/list.opml", feed("a"));
    refresh(store());
    serveBytes("/list.opml", document);
    clock.advance(Duration.ofHours(1));
    refresh(store());
    assertThat(titles(store())).containsExactly("mine", "a");
    assertThat(read(store()).warnings()).hasSize(1);
    // The validators are still those of the copy.
    serve("/list.opml", feed("a"));
    clock.advance(Duration.ofHours(2));
    assertThat(refresh(store())).isTrue();
    assertThat(read(store()).faults()).isEmpty();
  }

  @Test
  void takesAWholeListThatIsNotWellFormed() throws InterruptedException {
    serveBytes("/list.opml", opml(feed("a") + "<outline text='R&D'/>") + "\n<!-- end -->\n");
    refresh(store());
    assertThat(titles(store())).containsExactly("mine", "a");
  }

  @ParameterizedTest
  @ValueSource(ints = {2 << 20, 4 << 20})
  void keepsItWhereWhatComesIsTooLarge(int size) throws InterruptedException {
    serve("/list.opml", feed("a"));
    refresh(store());
    serve("/list.opml", feed("b") + " ".repeat(size));
    clock.advance(Duration.ofHours(1));
    refresh(store());
    assertThat(titles(store())).containsExactly("mine", "a");
    assertThat(read(store()).warnings().getFirst().what())
        .containsPattern("larger than 2 MB|limit is 3MB");
  }

  @Test
  void leavesAServerAloneThatAsksForLess() throws InterruptedException {
    serve("/list.opml", feed("a"));
    refresh(store());
    askForLess();
    clock.advance(Duration.ofHours(1));
    assertThat(refresh(store())).isFalse();
    clock.advance(Duration.ofHours(19));
    refresh(store());
    assertThat(asked()).isEqualTo(2);
    clock.advance(Duration.ofHours(1));
    assertThat(read(store()).faults()).isEmpty();
    refresh(store());
    assertThat(asked()).isEqualTo(3);
  }

  @Test
  void doesSoWhereThereIsNoCopyEither() throws InterruptedException {
    askForLess();
    refresh(store());
    clock.advance(Duration.ofHours(19));
    refresh(store());
    assertThat(asked()).isEqualTo(1);
    assertThat(read(store()).warnings()).hasSize(1);
  }

  @Test
  void tellsOfAServerThatAsksForLessAgainAndAgain() throws InterruptedException {
    serve("/list.opml", feed("a"));
    refresh(store());
    fail(503);
    clock.advance(Duration.ofHours(1));
    assertThat(refresh(store())).isFalse();
    clock.advance(Duration.ofHours(2));
    assertThat(refresh(store())).isTrue();
    assertThat(read(store()).warnings().getFirst().what()).contains("503");
    assertThat(titles(store())).containsExactly("mine", "a");
  }

  /// As where changed settings make another fetcher.
  @Test
  void isNotToBlameWhereTheRequestWasBrokenOff() throws Exception {
    Files.writeString(
        userList(), opml(include(server.url("/list.opml")) + include(server.url("/slow.opml"))));
    serve("/list.opml", feed("a"));
    serve("/slow.opml", feed("s"));
    var store = store();
    refresh(store);
    clock.advance(Duration.ofHours(1));
    serve("/list.opml", feed("b"));
    var asked = new CountDownLatch(1);
    var end = new CountDownLatch(1);
    server.on(
        "/slow.opml",
        exchange -> {
          asked.countDown();
          awaitQuietly(end);
        });
    var before = store.revision();
    var first = fetcher(3 << 20);
    var closing =
        Thread.ofVirtual()
            .start(() -> {
              awaitQuietly(asked);
              await().until(() -> store.revision() > before);
              first.close();
            });
    assertThatThrownBy(() -> refresh(store, first)).isInstanceOf(InterruptedException.class);
    closing.join();
    end.countDown();
    assertThat(store.revision()).as("the news of the other").isGreaterThan(before);
    assertThat(titles(store)).containsExactly("b", "s");
    assertThat(read(store).faults()).isEmpty();
    assertThat(store.get(server.url("/slow.opml")).isDue(clock.instant(), new ListPace(POLLING)))
        .isTrue();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void asksLessAndLessOftenWhereThereIsNothing() throws InterruptedException {
    fail(404);
    for (var minutes = 0; minutes < 36 * 60; minutes += 5) {
      refresh(store());
      clock.advance(Duration.ofMinutes(5));
    }
    // After 2, 4, 8 and then every 12 hours.
    assertThat(asked()).isEqualTo(5);
    assertThat(titles(store())).containsExactly("mine");
    assertThat(read(store()).warnings().getFirst().mend()).contains("missing");
  }

  @Test
  void bringsAnewWhatWasDamagedOnTheDisk() throws IOException, InterruptedException {
    serve("/list.opml", feed("a"));
    refresh(store());
    for (var ending : List.of(".list", ".opml")) {
      var file = held(ending);
      var whole = Files.readAllBytes(file);
      for (var damage :
          List.of(
              new byte[0],
              "nonsense".getBytes(StandardCharsets.UTF_8),
              Arrays.copyOf(whole, whole.length - 3))) {
        Files.write(file, damage);
        assertThat(titles(store())).as(ending).containsExactly("mine");
        var store = store();
        assertThat(titles(store)).containsExactly("mine");
        refresh(store);
        assertThat(titles(store())).as(ending).containsExactly("mine", "a");
      }
      Files.delete(file);
      var store = store();
      assertThat(titles(store)).containsExactly("mine");
      refresh(store);
      assertThat(titles(store())).containsExactly("mine", "a");
    }
  }

  private Path held(String ending) throws IOException {
    try (var files = Files.list(data.resolve("lists"))) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .reduce((_, _) -> Path.of("more than one"))
          .orElseThrow();
    }
  }

  @Test
  void leavesNoOldDocumentBehind() throws IOException, InterruptedException {
    for (var name : List.of("a", "b", "c")) {
      serve("/list.opml", feed(name));
      refresh(store());
      clock.advance(Duration.ofHours(1));
    }
    assertThat(Files.readString(held(".opml"))).contains("https://c.example/rss");
    try (var files = Files.list(data.resolve("lists"))) {
      assertThat(files).hasSize(2);
    }
  }

  /// The note is written after the document: an end between the two leaves the older pair.
  @Test
  void standsWhereTheProgramEndedBetweenTheDocumentAndItsNote()
      throws IOException, InterruptedException {
    serve("/list.opml", feed("a"));
    refresh(store());
    var note = Files.readAllBytes(held(".list"));
    var document = held(".opml");
    var bytes = Files.readAllBytes(document);
    serve("/list.opml", feed("b"));
    clock.advance(Duration.ofHours(1));
    refresh(store());
    Files.write(held(".list"), note);
    Files.write(document, bytes);
    assertThat(titles(store())).containsExactly("mine", "a");
    clock.advance(Duration.ofHours(1));
    refresh(store());
    assertThat(titles(store())).containsExactly("mine", "b");
  }

  @Test
  void worksOnWhereNothingCanBeWritten() throws IOException, InterruptedException {
    serve("/list.opml", feed("a"));
    Files.writeString(data.resolve("lists"), "in the way");
    var store = store();
    refresh(store);
    assertThat(titles(store)).containsExactly("mine", "a");
    clock.advance(Duration.ofHours(1));
    refresh(store);
    assertThat(titles(store)).containsExactly("mine", "a");
    Files.delete(data.resolve("lists"));
    clock.advance(Duration.ofHours(1));
    refresh(store);
    assertThat(titles(store())).as("written when it can be").containsExactly("mine", "a");
  }

  @Test
  void writesAlsoWhereItIsInterrupted() throws InterruptedException {
    serve("/list.opml", feed("a"));
    refresh(store());
    var store = store();
    var url = server.url("/list.opml");
    Thread.currentThread().interrupt();
    store.put(store.get(url).failed("HTTP 500"), Optional.empty());
    assertThat(Thread.interrupted()).isTrue();
    assertThat(store().of(url).trouble()).contains("HTTP 500");
  }

  @Test
  void forgetsWhatNobodyIncludesAndNothingElse() throws IOException, InterruptedException {
    serve("/list.opml", feed("a"));
    refresh(store());
    var others = data.resolve("lists/clubs.opml");
    Files.writeString(others, opml(feed("a")));
    var store = store();
    store.keepOnly(List.of(server.url("/list.opml")));
    assertThat(titles(store)).containsExactly("mine", "a");
    store.keepOnly(List.of());
    assertThat(data.resolve("lists")).isDirectoryContaining("glob:**clubs.opml");
    try (var files = Files.list(data.resolve("lists"))) {
      assertThat(files).containsExactly(others);
    }
    assertThat(titles(store)).containsExactly("mine");
  }

  @Test
  void reachesNoPrivateNetworkForStrangers() throws InterruptedException {
    serve("/list.opml", feed("secret"));
    var store = store();
    var url = server.url("/list.opml");
    var refresh = new ListRefresh(store, fetcher, POLLING, clock);
    refresh.refresh(List.of(new WebInclude(url, true)));
    assertThat(asked()).isZero();
    assertThat(store.of(url).copy()).isEmpty();
    assertThat(store.of(url).trouble())
        .hasValueSatisfying(trouble -> assertThat(trouble).contains("not a public address"));
  }

  @Test
  void isAskedForAtOnceWhereTheClockWasSetBack() throws InterruptedException {
    serve("/list.opml", feed("a"));
    clock.advance(Duration.ofDays(400));
    refresh(store());
    clock.advance(Duration.ofDays(-400));
    refresh(store());
    assertThat(asked()).isEqualTo(2);
  }
}
