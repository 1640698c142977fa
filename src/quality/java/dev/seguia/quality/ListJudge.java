package dev.seguia.quality;

import dev.seguia.feed.RawEntry;
import dev.seguia.quality.Figure.AtLeast;
import dev.seguia.quality.Figure.AtMost;
import dev.seguia.quality.Figure.Told;
import dev.seguia.scrape.WebPage;
import dev.seguia.scrape.listing.ListReader;
import dev.seguia.scrape.listing.ListResult;
import dev.seguia.source.ScrapeSettings;
import dev.seguia.source.Selector;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Judges how well the articles that pages list are found, by section and front pages of three
/// sites over time: by selectors, and guessed.
final class ListJudge implements Judge {
  /// What an operator who looks at the page would write.
  ///
  /// @param article what addresses of articles look like, by the word of the data
  private record Site(String file, String address, String item, String link, Pattern article) {}

  private static final List<Site> SITES =
      List.of(
          new Site(
              "reuters_world_section_page.tar.gz",
              "https://www.reuters.com/world/",
              "[class*=story-card-module__tpl]",
              "a[data-testid=TitleLink]",
              Pattern.compile(
                  "^https://www\\.reuters\\.com(/[a-z-]+/[^\"?#]*-20\\d\\d-\\d\\d-\\d\\d/)")),
          new Site(
              "heise_frontpage.tar.gz",
              "https://www.heise.de/",
              "article, article li, section li",
              "a[href~=-\\d+\\.html]",
              Pattern.compile("^https://www\\.heise\\.de(/[^\"?#]*-\\d{6,8}\\.html)")),
          new Site(
              "spiegel_frontpage_monthly.tar.gz",
              "https://www.spiegel.de/",
              "article, main li, main nav a, main section a",
              "a[href*=-a-]",
              Pattern.compile("^(https://www\\.spiegel\\.de/[^\"?#]*-a-[0-9a-f-]{36})")));

  /// How a set of pages was read.
  private static final class Count {
    private int expected;
    private int found;
    private int items;
    private int wrong;
    private int dated;
    private int pictured;
    private long nanoseconds;
    private final Set<String> wrongs = new HashSet<>();
    private final Set<String> missed = new HashSet<>();

    double recall() {
      return 100.0 * found / expected;
    }

    double falseShare() {
      return 100.0 * wrong / Math.max(1, items);
    }

    void add(Count other) {
      expected += other.expected;
      found += other.found;
      items += other.items;
      wrong += other.wrong;
    }
  }

  @Override
  public List<Figure> judge(Judged data) throws IOException {
    var figures = new ArrayList<Figure>();
    var lines = new ArrayList<String>();
    var selected = new Count();
    var guessed = new Count();
    for (var site : SITES) {
      var archive =
          data.file(site.file()).or(() -> data.shared("corpus/html-sections", site.file()));
      if (archive.isEmpty()) return List.of();
      var files = Archive.files(archive.get());
      selected.add(judge(site, files, true, figures, lines));
      guessed.add(judge(site, files, false, figures, lines));
    }
    data.write("lists.tsv", lines.stream());
    figures.add(new AtLeast("lists: found by selectors, %", selected.recall(), 98));
    figures.add(new AtLeast("lists: found by guess, %", guessed.recall(), 85));
    figures.add(new AtMost("lists: false by selectors, %", selected.falseShare(), 5));
    figures.add(new AtMost("lists: false by guess, %", guessed.falseShare(), 5));
    return figures;
  }

  private static Count judge(
      Site site,
      Map<String, byte[]> files,
      boolean bySelectors,
      List<Figure> figures,
      List<String> lines) {
    var count = new Count();
    var snapshot = 0;
    for (var file : files.entrySet()) {
      if (!file.getKey().endsWith(".html")) continue;
      read(site, file.getKey(), file.getValue(), expected(files, snapshot++), bySelectors, count);
    }
    var way = bySelectors ? "selectors" : "guess";
    var name = site.file().substring(0, site.file().indexOf('_')) + ", " + way;
    figures.add(new Told("lists: " + name + ": found, %", count.recall()));
    figures.add(new Told("lists: " + name + ": false, %", count.falseShare()));
    figures.add(
        new Told("lists: " + name + ": dated, %", 100.0 * count.dated / Math.max(1, count.items)));
    figures.add(
        new Told(
            "lists: " + name + ": with a picture, %",
            100.0 * count.pictured / Math.max(1, count.items)));
    figures.add(
        new Told(
            "lists: " + name + ": ms a page", count.nanoseconds / 1e6 / Math.max(1, snapshot)));
    count.missed.stream().sorted().forEach(url -> lines.add(way + "\tmissed\t" + url));
    count.wrongs.stream().sorted().forEach(url -> lines.add(way + "\tfalse\t" + url));
    return count;
  }

  /// The addresses that a snapshot has first.
  private static Set<String> expected(Map<String, byte[]> files, int snapshot) {
    var urls = new HashSet<String>();
    for (var name : files.keySet())
      if (name.endsWith("urls.tsv"))
        for (var line : new String(files.get(name), StandardCharsets.UTF_8).split("\n", -1)) {
          var columns = line.split("\t", -1);
          if (columns.length == 2 && columns[0].equals(String.valueOf(snapshot)))
            urls.add(columns[1].strip());
        }
    return urls;
  }

  private static void read(
      Site site, String name, byte[] body, Set<String> expected, boolean bySelectors, Count count) {
    var began = System.nanoTime();
    var page =
        WebPage.of(URI.create(site.address()), Optional.of("text/html; charset=utf-8"), body);
    var result =
        ListReader.read(
            page,
            bySelectors ? settings(site) : ScrapeSettings.none(),
            Optional.empty(),
            time(name));
    count.nanoseconds += System.nanoTime() - began;
    var found = new HashSet<String>();
    if (result instanceof ListResult.Listed(var feed, _))
      for (var entry : feed.entries()) add(site, entry, found, count);
    count.expected += expected.size();
    for (var url : expected)
      if (found.contains(url)) count.found++;
      else count.missed.add(url);
  }

  private static void add(Site site, RawEntry entry, Set<String> found, Count count) {
    var link = entry.link().orElse("");
    var article = site.article().matcher(link);
    count.items++;
    if (entry.published().isPresent()) count.dated++;
    if (entry.image().isPresent()) count.pictured++;
    if (article.find()) found.add(article.group(1));
    else {
      count.wrong++;
      count.wrongs.add(link + "\t" + entry.title().value());
    }
  }

  private static ScrapeSettings settings(Site site) {
    var none = ScrapeSettings.none();
    return new ScrapeSettings(
        Optional.of(Selector.parse(site.item())),
        none.title(),
        Optional.of(Selector.parse(site.link())),
        none.date(),
        none.body(),
        none.image(),
        none.dateFormat(),
        none.timeZone(),
        1);
  }

  /// `0001_20251123T123822Z.html`
  private static Instant time(String name) {
    var digits = name.replaceAll(".*_(\\d{8})T(\\d{6})Z\\.html", "$1$2");
    return Instant.parse(
        digits.replaceAll(
            "(\\d{4})(\\d{2})(\\d{2})(\\d{2})(\\d{2})(\\d{2})", "$1-$2-$3T$4:$5:$6Z"));
  }
}
