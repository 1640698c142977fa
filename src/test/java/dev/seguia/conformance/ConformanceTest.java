package dev.seguia.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.parse.FeedParser;
import dev.seguia.parse.ParseResult;
import dev.seguia.testing.Corpus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/// Reads the whole corpus and writes down what came of it: `docs/conformance.md` holds the figures,
/// and this test fails when they change. `-Dgolden.update=true` writes them anew.
final class ConformanceTest {
  private static final Path DOCUMENT = Path.of("docs/conformance.md");
  private static final URI BASE = URI.create("http://127.0.0.1:8097/");
  private static final List<String> FAMILIES =
      List.of(
          "feedparser",
          "gofeed",
          "feed-rs",
          "rome",
          "misc-parsers",
          "jsonfeed",
          "realworld",
          "feedvalidator",
          "hostile");

  private final FeedParser parser = new FeedParser();

  @Test
  void meetsTheExpectationsThatTheDocumentSays() throws IOException {
    var corpus = Corpus.path("README.md").resolveSibling(".").normalize();
    var report = new ConformanceReport(Reasons.read());
    for (var family : FAMILIES) read(corpus.resolve(family), family, report);
    lists(corpus.resolve("opml"), report, OpmlFamily::judge);
    lists(corpus.resolve("sitemaps"), report, SitemapFamily::judge);
    lists(corpus.resolve("feed-discovery"), report, DiscoveryFamily::judge);
    report.dates(DateFamily.read(corpus.resolve("dates/dates.tsv"), parser));
    var text = report.text();
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(DOCUMENT.toAbsolutePath().getParent());
      Files.writeString(DOCUMENT, text);
    }
    assertThat(text)
        .as("update with -Dgolden.update=true, if the change is for the better")
        .isEqualTo(Files.readString(DOCUMENT));
  }

  private void read(Path folder, String family, ConformanceReport report) throws IOException {
    var expectations =
        Files.exists(folder.resolve("expectations.tsv"))
            ? Expectation.of(folder)
            : List.<Expectation>of();
    var byFile = expectations.stream().collect(Collectors.groupingBy(Expectation::file));
    for (var file : files(folder)) {
      var name = folder.relativize(file).toString();
      var expected = byFile.getOrDefault(name, List.of());
      report.read(family, name, outcome(file, expected), expected);
    }
  }

  /// What becomes of an expectation about a file that is no feed.
  private interface ListJudge {
    Verdict judge(Path folder, Expectation expectation) throws IOException;
  }

  private static void lists(Path folder, ConformanceReport report, ListJudge judge)
      throws IOException {
    var byFile = new TreeMap<String, Map<Expectation, Verdict>>();
    for (var expectation : Expectation.of(folder))
      byFile
          .computeIfAbsent(expectation.file(), file -> new LinkedHashMap<>())
          .put(expectation, judge.judge(folder, expectation));
    var family = folder.getFileName().toString();
    byFile.values().forEach(verdicts -> report.list(family, verdicts));
  }

  /// What came of a file, or the exception that should not have been.
  private Map.Entry<Optional<ParseResult>, String> outcome(Path file, List<Expectation> expected)
      throws IOException {
    var given =
        expected.stream()
            .filter(expectation -> expectation.operator().equals("given"))
            .collect(
                Collectors.toMap(
                    Expectation::field, Expectation::text, (first, second) -> first, TreeMap::new));
    var location =
        BASE.resolve("tests/" + file.getFileName().toString().replaceAll("[^\\w.-]", "_"));
    var moved =
        Optional.ofNullable(given.get("http.header.content-location"))
            .filter(text -> !text.isEmpty());
    try {
      var at = moved.map(location::resolve).filter(URI::isAbsolute).orElse(location);
      return Map.entry(
          Optional.of(
              parser.parse(
                  at, Optional.ofNullable(given.get("http.header.content-type")), bytes(file))),
          "");
    } catch (RuntimeException | StackOverflowError e) {
      return Map.entry(Optional.empty(), e.toString());
    }
  }

  private static byte[] bytes(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    if (!file.toString().endsWith(".gz")) return bytes;
    try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return unzipped.readAllBytes();
    } catch (IOException e) {
      return bytes;
    }
  }

  private static List<Path> files(Path folder) {
    try (var files = Files.walk(folder)) {
      return new ArrayList<>(
          files
              .filter(Files::isRegularFile)
              .filter(file ->
                  !file.getFileName()
                      .toString()
                      .matches(
                          "expectations.tsv|reference_feedparser.jsonl|.*\\.jsonl\\.gz|RECIPES.txt"))
              .sorted(java.util.Comparator.comparing((Function<Path, String>) Path::toString))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
