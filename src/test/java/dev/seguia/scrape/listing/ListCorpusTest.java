package dev.seguia.scrape.listing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.scrape.WebPage;
import dev.seguia.source.ScrapeSettings;
import dev.seguia.testing.Corpus;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Guesses the lists of pages that real sites served.
final class ListCorpusTest {
  private static final Instant NOW = Instant.parse("2025-12-01T00:00:00Z");
  private static final int BLOCK = 512;

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "reuters_world_section_page | https://www.reuters.com/world/ | (?:https://www\\.reuters\\.com)?(/[a-z-]+/[^\"?#]*-20\\d\\d-\\d\\d-\\d\\d/) | 98 | 2",
        "heise_frontpage | https://www.heise.de/ | (?:https://www\\.heise\\.de)?(/[^\"?#]*-\\d{6,8}\\.html) | 98 | 2",
        "spiegel_frontpage_monthly | https://www.spiegel.de/ | (https://www\\.spiegel\\.de/[^\"?#]*-a-[0-9a-f-]{36}) | 92 | 3"
      })
  void findsTheArticlesOfARealPage(
      String name, URI location, Pattern article, double least, double mostFalse)
      throws IOException {
    var files = files(name);
    var expected = expected(files);
    var found = new HashSet<String>();
    var items = 0;
    var wrong = 0;
    for (var file : files.entrySet()) {
      if (!file.getKey().endsWith(".html")) continue;
      var page = WebPage.of(location, Optional.empty(), file.getValue());
      var result = ListReader.read(page, ScrapeSettings.none(), Optional.empty(), NOW);
      if (!(result instanceof ListResult.Listed(var feed, _))) continue;
      for (var entry : feed.entries()) {
        var link = article.matcher(entry.link().orElseThrow());
        items++;
        if (link.lookingAt()) found.add(link.group(1));
        else wrong++;
      }
    }
    var missed = expected.stream().filter(url -> !found.contains(url)).collect(Collectors.toSet());
    assertThat(100.0 * (expected.size() - missed.size()) / expected.size())
        .as("found, without %s", missed)
        .isGreaterThanOrEqualTo(least);
    assertThat(100.0 * wrong / items).as("false").isLessThanOrEqualTo(mostFalse);
  }

  private static Set<String> expected(Map<String, byte[]> files) {
    var urls = new HashSet<String>();
    for (var file : files.entrySet())
      if (file.getKey().endsWith("urls.tsv"))
        new String(file.getValue(), StandardCharsets.UTF_8)
            .lines()
            .skip(1)
            .map(line -> line.substring(line.indexOf('\t') + 1).strip())
            .forEach(urls::add);
    return urls;
  }

  /// The files of an archive, which is in the form that POSIX calls `ustar`.
  private static Map<String, byte[]> files(String name) throws IOException {
    var files = new TreeMap<String, byte[]>();
    var packed = Files.readAllBytes(Corpus.path("html-sections/" + name + ".tar.gz"));
    try (var blocks = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(packed)))) {
      for (var header = blocks.readNBytes(BLOCK);
          header.length == BLOCK && header[0] != 0;
          header = blocks.readNBytes(BLOCK)) {
        var size = Integer.parseInt(text(header, 124, 135), 8);
        files.put(text(header, 0, 100), blocks.readNBytes(size));
        blocks.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
      }
    }
    return files;
  }

  private static String text(byte[] header, int from, int to) {
    var field = new String(Arrays.copyOfRange(header, from, to), StandardCharsets.UTF_8);
    return field.substring(0, (field + '\0').indexOf('\0')).strip();
  }
}
