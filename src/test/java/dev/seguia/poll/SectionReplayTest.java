package dev.seguia.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.source.Source;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.testing.Corpus;
import dev.seguia.testing.TestServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Section and front pages of three newspapers as they were one after the other, served by a real
/// server and polled: of the articles that each of them is the first to name, how many become
/// entries, and how much else does.
final class SectionReplayTest {
  /// @param host in whose place our server stands
  /// @param article what addresses of articles look like behind the host
  private record Site(
      String file, String host, String path, String item, String link, Pattern article) {}

  private static final List<Site> SITES =
      List.of(
          new Site(
              "reuters_world_section_page.tar.gz",
              "https://www.reuters.com",
              "/world/",
              "[class*=story-card-module__tpl]",
              "a[data-testid=TitleLink]",
              Pattern.compile("^/[a-z-]+/[^\"?#]*-20\\d\\d-\\d\\d-\\d\\d/")),
          new Site(
              "heise_frontpage.tar.gz",
              "https://www.heise.de",
              "/",
              "article, article li, section li",
              "a[href~=-\\d+\\.html]",
              Pattern.compile("^/[^\"?#]*-\\d{6,8}\\.html")),
          new Site(
              "spiegel_frontpage_monthly.tar.gz",
              "https://www.spiegel.de",
              "/",
              "article, main li, main nav a, main section a",
              "a[href*=-a-]",
              Pattern.compile("^/[^\"?#]*-a-[0-9a-f-]{36}")));

  /// What all replays together came to.
  private int expected;

  private int found;
  private int entries;
  private int others;

  @ParameterizedTest(name = "by selectors: {0}")
  @CsvSource({"true, 0.98", "false, 0.85"})
  void givesTheArticlesThatThePageNames(boolean bySelectors, double least)
      throws IOException, InterruptedException {
    for (var site : SITES) replay(site, bySelectors);
    assertThat((double) found / expected)
        .as("%d of %d found", found, expected)
        .isGreaterThanOrEqualTo(least);
    assertThat((double) others / entries)
        .as("%d of %d entries are no articles", others, entries)
        .isLessThan(0.05);
  }

  private void replay(Site site, boolean bySelectors) throws IOException, InterruptedException {
    var files = new TreeMap<>(Snapshots.files(Corpus.path("html-sections/" + site.file())));
    var firsts = firsts(site, files);
    try (var world = new PollWorld()) {
      world.server.on("/", exchange -> TestServer.answer(exchange, 404, new byte[0]));
      var source = listed(world, site, bySelectors);
      var snapshot = 0;
      for (var file : files.entrySet()) {
        if (!file.getKey().endsWith(".html")) continue;
        world.clock.set(time(file.getKey()));
        serve(world, site, file.getValue());
        world.poll(source);
        count(paths(world), firsts.getOrDefault(snapshot++, Set.of()));
      }
      var articles = paths(world).stream().filter(path -> site.article().matcher(path).find());
      entries += paths(world).size();
      others += paths(world).size() - (int) articles.count();
    }
  }

  private static Source listed(PollWorld world, Site site, boolean bySelectors) {
    var selectors =
        bySelectors
            ? " seguia:select-item='%s' seguia:select-link='%s'".formatted(site.item(), site.link())
            : "";
    return ListedSource.of(
        world, site.path(), "seguia:kind='page' seguia:dedup='false'" + selectors);
  }

  private static void serve(PollWorld world, Site site, byte[] page) {
    var base = world.server.url("").toString();
    var text = new String(page, StandardCharsets.UTF_8).replace(site.host(), base);
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    world.server.on(
        site.path(),
        exchange -> {
          var isPage = exchange.getRequestURI().getPath().equals(site.path());
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          TestServer.answer(exchange, isPage ? 200 : 404, isPage ? bytes : new byte[0]);
        });
  }

  /// The addresses of all entries, without the server.
  private static Set<String> paths(PollWorld world) {
    var paths = new HashSet<String>();
    for (var entry : world.all()) links(entry).map(SectionReplayTest::path).forEach(paths::add);
    return paths;
  }

  private static Stream<String> links(StoredEntry entry) {
    return Stream.concat(
        entry.entry().link().stream(),
        entry.sightings().stream().flatMap(sighting -> sighting.link().stream()));
  }

  private static String path(String link) {
    return link.replaceFirst("^https?://[^/]+", "").replaceFirst("[?#].*", "");
  }

  private void count(Set<String> have, Set<String> wanted) {
    expected += wanted.size();
    found += (int) wanted.stream().filter(have::contains).count();
  }

  /// The articles that each snapshot is the first to name.
  private static Map<Integer, Set<String>> firsts(Site site, Map<String, byte[]> files) {
    var firsts = new TreeMap<Integer, Set<String>>();
    for (var name : files.keySet())
      if (name.endsWith("urls.tsv"))
        new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8)
            .lines()
            .map(line -> line.split("\t", -1))
            .filter(columns -> columns.length == 2 && columns[0].matches("\\d+"))
            .forEach(columns ->
                firsts
                    .computeIfAbsent(Integer.valueOf(columns[0]), _ -> new HashSet<>())
                    .add(path(columns[1].strip().replace(site.host(), "https://host"))));
    return firsts;
  }

  /// `0001_20251123T123822Z.html`
  private static Instant time(String name) {
    return Instant.parse(
        name.replaceFirst(
            ".*_(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)Z\\.html", "$1-$2-$3T$4:$5:$6Z"));
  }
}
