package dev.seguia.cli;

import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import dev.seguia.admin.SourceReport;
import dev.seguia.daemon.Daemon;
import dev.seguia.daemon.DaemonException;
import dev.seguia.daemon.DaemonFile;
import dev.seguia.lists.ListStore;
import dev.seguia.source.Source;
import dev.seguia.testing.TestServer;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// The whole daemon on free ports: feeds served here, polled, and the published ones read back.
@Timeout(60)
final class DaemonTest {
  /// Two seconds are promised; a busy machine that runs tests gets more.
  private static final Duration SOON = Duration.ofSeconds(6);

  @TempDir private Path folder;

  private final TestServer server = new TestServer();
  private final HttpClient client = HttpClient.newHttpClient();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Logger ours = (Logger) LoggerFactory.getLogger("dev.seguia");

  @BeforeEach
  void prepare() {
    log.start();
    ours.addAppender(log);
    ours.setAdditive(false);
    ours.setLevel(Level.INFO);
    server.serve("/one", "application/rss+xml", Installation.rss("one", 3));
    server.serve("/two", "application/rss+xml", Installation.rss("two", 2));
    place().settings();
    place().sources(server.url("/one"), server.url("/two"));
  }

  @AfterEach
  void stop() {
    ours.detachAppender(log);
    ours.setLevel(null);
    ours.setAdditive(true);
    client.close();
    server.close();
  }

  private Installation place() {
    return new Installation(folder);
  }

  @Test
  void publishesWhatItPolledInAllFormatsUnderItsOwnAddress() throws Exception {
    try (var daemon = started()) {
      awaitEntries(daemon, 5);
      var atom = feed(daemon, "/feeds/maroc.atom");
      assertThat(atom.getEntries())
          .extracting(SyndEntry::getUri)
          .containsExactlyInAnyOrder(
              "tag:one,2025:1",
              "tag:one,2025:2",
              "tag:one,2025:3",
              "tag:two,2025:1",
              "tag:two,2025:2");
      assertThat(get(daemon, "/feeds/maroc.atom"))
          .contains("http://localhost:%d/feeds/maroc.atom".formatted(daemon.port()));
      assertThat(feed(daemon, "/feeds/maroc.rss").getEntries()).hasSize(5);
      var json = JsonMapper.shared().readTree(get(daemon, "/feeds/maroc.json"));
      assertThat(json.get("items")).hasSize(5);
      assertThat(get(daemon, "/readyz")).isNotBlank();
    }
  }

  @Test
  void pollsNothingAgainAfterARestartAndKeepsIdsAndDates() throws Exception {
    String before;
    try (var daemon = started()) {
      awaitEntries(daemon, 5);
      before = items(daemon);
    }
    try (var daemon = started()) {
      assertThat(items(daemon)).isEqualTo(before);
      // A third source is polled at once: by then the others would have been, too.
      place().sources(server.url("/one"), server.url("/two"), server.url("/three"));
      server.serve("/three", "application/rss+xml", Installation.rss("three", 1));
      daemon.apply(place().options().readSources().sources());
      awaitEntries(daemon, 6);
      assertThat(server.requests()).hasSize(3);
    }
  }

  @Test
  void pollsASourceThatIsAddedToTheList() throws Exception {
    server.serve("/three", "application/rss+xml", Installation.rss("three", 4));
    try (var daemon = started();
        var _ = watched(daemon)) {
      awaitEntries(daemon, 5);
      place().sources(server.url("/one"), server.url("/two"), server.url("/three"));
      awaitEntries(daemon, 9);
      assertThat(logged()).anyMatch(line -> line.contains("sources applied") && line.contains("1"));
    }
  }

  @Test
  void refusesABrokenListOfSourcesAndGoesOnWithTheOldOne() throws Exception {
    try (var daemon = started();
        var _ = watched(daemon)) {
      awaitEntries(daemon, 5);
      place().breakSources("this is no list");
      awaitLogged("keeping the previous version");
      assertThat(get(daemon, "/sources.opml")).contains("/one").contains("/two");
    }
  }

  @Test
  void refusesBrokenSettingsAndAppliesThoseThatAreRight() throws Exception {
    try (var daemon = started();
        var _ = watched(daemon)) {
      awaitEntries(daemon, 5);
      place().settings("feeds: {size: many}");
      awaitLogged("keeping the previous version");
      assertThat(feed(daemon, "/feeds/maroc.atom").getEntries()).hasSize(5);
      place().settings("feeds: {size: 2}");
      awaitEntries(daemon, 2);
    }
  }

  /// Sizes that do not fit together are no fault: the smaller one counts.
  @Test
  void goesOnServingWhateverSizesItIsGiven() throws Exception {
    try (var daemon = started();
        var _ = watched(daemon)) {
      awaitEntries(daemon, 5);
      place().settings("feeds: {size: 2000}");
      awaitLogged("settings applied");
      awaitEntries(daemon, 5);
      place().settings("feeds: {max-size: 3}");
      awaitEntries(daemon, 3);
    }
  }

  @Test
  void appliesAnotherLevelOfTheLog() throws Exception {
    var logger = (Logger) LoggerFactory.getLogger("dev.seguia");
    try (var daemon = started();
        var _ = watched(daemon)) {
      place().settings("log: {level: trace}");
      await().atMost(SOON).until(() -> Level.TRACE.equals(logger.getLevel()));
      assertThat(daemon.port()).isPositive();
    } finally {
      Said.restoreLogs();
    }
  }

  @Test
  void appliesAnotherPaceWithoutLosingASource() throws Exception {
    try (var daemon = started();
        var _ = watched(daemon)) {
      awaitEntries(daemon, 5);
      place()
          .settings(
              List.of(
                  "http: {port: 0}",
                  "fetch: {allow-addresses: [127.0.0.0/8]}",
                  "polling: {min-interval: 1s, max-interval: 1s}"));
      awaitLogged("settings applied");
      server.serve("/three", "application/rss+xml", Installation.rss("three", 1));
      place().sources(server.url("/one"), server.url("/two"), server.url("/three"));
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() ->
              server.requests().stream().filter(request -> request.path().equals("/three")).count()
                  >= 3);
    }
  }

  @Test
  void joinsNoSourcesAnyMoreOnceToldNotTo() throws Exception {
    for (var path : List.of("/one", "/two", "/three", "/four"))
      server.serve(path, "application/rss+xml", Installation.rss("one", 3));
    try (var daemon = started();
        var _ = watched(daemon)) {
      place().sources(server.url("/one"), server.url("/two"), server.url("/three"));
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(entriesOf(daemon, "/three")).isEqualTo(3));
      awaitEntries(daemon, 3);
      place().settings("dedup: {enabled: false}");
      awaitLogged("settings applied");
      place()
          .sources(
              server.url("/one"), server.url("/two"), server.url("/three"), server.url("/four"));
      awaitEntries(daemon, 6);
    }
  }

  private int entriesOf(Daemon daemon, String path) throws Exception {
    var id = Source.idOf(server.url(path));
    return feed(daemon, "/sources/" + id + ".atom").getEntries().size();
  }

  @Test
  void movesToAnotherAddressOfItsPort() throws Exception {
    try (var daemon = started();
        var _ = watched(daemon)) {
      awaitEntries(daemon, 5);
      var port = daemon.port();
      place()
          .settings(
              List.of(
                  "http: {bind: 0.0.0.0, port: " + port + "}",
                  "fetch: {allow-addresses: [127.0.0.0/8]}"));
      await().atMost(SOON).until(() -> daemon.config().http().bind().equals("0.0.0.0"));
      assertThat(daemon.port()).isEqualTo(port);
      awaitEntries(daemon, 5);
    }
  }

  @Test
  void movesToAnotherPort() throws Exception {
    try (var daemon = started();
        var _ = watched(daemon)) {
      awaitEntries(daemon, 5);
      var port = freePort();
      place().settings(moved(port));
      await().atMost(SOON).until(() -> daemon.port() == port);
      assertThat(get(daemon, "/feeds/maroc.atom")).contains("http://localhost:" + port + "/feeds/");
      assertThat(DaemonFile.in(place().data()).read())
          .contains(URI.create("http://127.0.0.1:" + port));
    }
  }

  @Test
  void isAskedByTheCommandsAlsoWhereItIsBehindAProxyAndByNobodyElse() throws Exception {
    place()
        .settings(
            List.of(
                "http: {port: 0, base-url: 'https://feeds.example'}",
                Installation.USUAL.get(1),
                Installation.USUAL.get(2)));
    var key = DaemonFile.in(place().data()).keyFile();
    try (var daemon = started()) {
      awaitEntries(daemon, 5);
      try (var commands =
          Operator.of(place().readConfig(), List.of(), place().data(), Clock.systemUTC())) {
        assertThat(commands).isInstanceOf(DaemonClient.class);
        assertThat(commands.sources()).extracting(SourceReport::entries).contains(3L, 2L);
      }
      assertThat(Files.getPosixFilePermissions(key))
          .containsExactlyInAnyOrder(OWNER_READ, OWNER_WRITE);
      var url = URI.create("http://127.0.0.1:" + daemon.port() + "/admin/sources");
      var answer = client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(403);
    }
    assertThat(key).doesNotExist();
  }

  /// What lies in the directories of its parts is as closed as these are.
  @Test
  void makesItsFilesForTheirOwnerAlone() throws Exception {
    server.serve("/list", "text/x-opml", list(""));
    place()
        .breakSources(
            list("<outline text='L' type='include' url='%s'/>".formatted(server.url("/list"))));
    try (var daemon = started();
        var _ = watched(daemon)) {
      await().atMost(SOON).until(() -> Files.exists(place().data().resolve("lists")));
      assertThat(modes(place().data()))
          .containsOnlyKeys(
              "",
              "daemon.key",
              "daemon.url",
              "lists",
              "polls-begun",
              "search",
              "seguia.mark",
              "seguia.mv.db")
          .allSatisfy((name, mode) ->
              assertThat(mode)
                  .as(name)
                  .isEqualTo(
                      Files.isDirectory(place().data().resolve(name)) ? "rwx------" : "rw-------"));
    }
  }

  /// Of a directory and what lies in it.
  private static Map<String, String> modes(Path directory) throws IOException {
    var modes = new TreeMap<String, String>();
    try (var files = Files.walk(directory, 1)) {
      for (var file : files.toList())
        modes.put(
            directory.relativize(file).toString(),
            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
    return modes;
  }

  @Test
  void staysWhereItIsWhenTheNewPortIsTaken() throws Exception {
    try (var daemon = started();
        var _ = watched(daemon);
        var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      awaitEntries(daemon, 5);
      var port = daemon.port();
      place().settings(moved(taken.getLocalPort()));
      awaitLogged("keeping the previous version");
      assertThat(logged()).anyMatch(line -> line.contains("cannot listen at"));
      assertThat(daemon.port()).isEqualTo(port);
      awaitEntries(daemon, 5);
      place().settings("feeds: {size: 1}");
      awaitEntries(daemon, 1);
    }
  }

  @Test
  void saysInOneLineThatThePortIsTaken() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      place().settings(moved(taken.getLocalPort()));
      try (var daemon = place().daemon()) {
        assertThatThrownBy(daemon::start)
            .isInstanceOf(DaemonException.class)
            .hasMessageContaining("cannot listen at 127.0.0.1 port " + taken.getLocalPort());
      }
    }
  }

  @Test
  void followsListsThatItsListIncludes() throws Exception {
    var more = folder.resolve("more.opml");
    Files.writeString(more, list(""));
    var two = "<outline type='rss' text='two' xmlUrl='%s'/>".formatted(server.url("/two"));
    var include = "<outline text='Encore' type='include' url='more.opml'/>";
    place().breakSources(list("<outline text='Maroc'>" + two + include + "</outline>"));
    try (var daemon = started();
        var _ = watched(daemon)) {
      awaitEntries(daemon, 2);
      Files.writeString(
          more, list("<outline type='rss' text='one' xmlUrl='%s'/>".formatted(server.url("/one"))));
      awaitEntries(daemon, 5);
      Files.writeString(more, "broken");
      awaitLogged("the included list more.opml");
      assertThat(get(daemon, "/sources.opml")).contains("/one");
      Files.writeString(more, list(""));
      awaitLogged("1 removed");
    }
  }

  @Test
  void followsListsOnTheWebThatItsListIncludes() throws Exception {
    place().settings(USUAL_BUT_FAST);
    var one = "<outline type='rss' text='one' xmlUrl='%s'/>".formatted(server.url("/one"));
    server.serve("/list", "text/x-opml", list(one));
    var include = "<outline text='Encore' type='include' url='%s'/>".formatted(server.url("/list"));
    place().breakSources(list("<outline text='Maroc'>" + include + "</outline>"));
    try (var daemon = started();
        var _ = watched(daemon)) {
      awaitEntries(daemon, 3);
      assertThat(feed(daemon, "/feeds/encore+maroc.atom").getEntries()).hasSize(3);
      server.serve("/list", "text/x-opml", list(one + two(one)));
      awaitEntries(daemon, 5);
      server.on("/list", exchange -> TestServer.answer(exchange, 500, new byte[0]));
      awaitLogged("the last good copy is used");
      assertThat(get(daemon, "/sources.opml")).contains("/one", "/two");
    }
    try (var daemon = started();
        var _ = watched(daemon)) {
      assertThat(get(daemon, "/sources.opml")).as("without the list's server").contains("/two");
      server.serve("/list", "text/x-opml", list(two(one)));
      awaitLogged("1 removed");
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(get(daemon, "/sources.opml")).doesNotContain("/one"));
    }
  }

  @Test
  void stopsInGoodOrderWhileALongListIsApplied() throws Exception {
    place().settings(USUAL_BUT_FAST);
    var times = new AtomicInteger();
    server.on(
        "/list",
        exchange -> TestServer.answer(exchange, 200, manySources(times.incrementAndGet())));
    var include = "<outline text='L' type='include' url='%s'/>".formatted(server.url("/list"));
    place().breakSources(list(include));
    for (var round = 0; round < 5; round++) {
      var before = times.get();
      try (var daemon = started();
          var _ = watched(daemon)) {
        await().pollInterval(Duration.ofMillis(1)).until(() -> times.get() > before);
        LockSupport.parkNanos(round * 40_000_000L); // into the applying, at another place each time
      }
    }
    try (var daemon = started();
        var _ = watched(daemon)) {
      await()
          .atMost(SOON)
          .untilAsserted(() -> assertThat(get(daemon, "/sources.opml")).contains("/none/2999"));
    }
    assertThat(log.list)
        .filteredOn(line -> line.getLevel().isGreaterOrEqual(Level.WARN))
        .extracting(ILoggingEvent::getFormattedMessage)
        .isEmpty();
  }

  private byte[] manySources(int time) {
    var sources =
        IntStream.range(0, 3_000)
            .mapToObj(number ->
                "<outline type='rss' text='t%d' seguia:paused='true' xmlUrl='%s'/>"
                    .formatted(time, server.url("/none/" + number)))
            .collect(Collectors.joining("\n"));
    return list(sources).getBytes(StandardCharsets.UTF_8);
  }

  private static String two(String one) {
    return one.replace("/one", "/two").replace("'one'", "'two'");
  }

  private static String list(String outlines) {
    return """
    <opml version='2.0' xmlns:seguia='https://seguia.dev/opml'><body>%s</body></opml>\
    """
        .formatted(outlines);
  }

  private static final List<String> USUAL_BUT_FAST =
      List.of(
          Installation.USUAL.get(0),
          Installation.USUAL.get(1),
          "polling: {min-interval: 1s, max-interval: 1s, new-per-second: 100, per-host: 8}");

  private static List<String> moved(int port) {
    return List.of(
        "http: {port: " + port + "}", Installation.USUAL.get(1), Installation.USUAL.get(2));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Daemon started() {
    var daemon = place().daemon();
    daemon.start();
    return daemon;
  }

  private Reload watched(Daemon daemon) {
    var lists = ListStore.in(place().data());
    return new Reload(place().options(), daemon, lists, place().options().readSources(lists));
  }

  private void awaitEntries(Daemon daemon, int count) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(feed(daemon, "/feeds/maroc.atom").getEntries()).hasSize(count));
  }

  private void awaitLogged(String words) {
    await().atMost(SOON).until(() -> logged().stream().anyMatch(line -> line.contains(words)));
  }

  private List<String> logged() {
    // The appender locks nothing of its own while it is read.
    return List.of(log.list.toArray(ILoggingEvent[]::new)).stream()
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  /// The entries of the JSON feed: what names the daemon's own address, and its port, is left out.
  private String items(Daemon daemon) throws Exception {
    return JsonMapper.shared().readTree(get(daemon, "/feeds/maroc.json")).get("items").toString();
  }

  private SyndFeed feed(Daemon daemon, String path) throws Exception {
    return new SyndFeedInput().build(new StringReader(get(daemon, path)));
  }

  private String get(Daemon daemon, String path) throws IOException, InterruptedException {
    var url = URI.create("http://127.0.0.1:" + daemon.port() + path);
    var response = client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    return response.body();
  }
}
