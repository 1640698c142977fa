package dev.seguia.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.testing.Corpus;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

final class HtmlCleanerCorpusTest {
  private static String clean(String html) {
    return new HtmlCleaner().clean(html, Optional.of(URI.create("https://example.org/a/")));
  }

  @Test
  void isSafeOnEveryKnownAttack() throws IOException {
    var json = new JsonMapper();
    for (var line : Files.readAllLines(Corpus.path("sanitize/vectors.jsonl"))) {
      var vector = json.readTree(line);
      var once = clean(vector.get("input").asString());
      SafeHtml.assertSafe(once);
      assertThat(clean(once)).isEqualTo(once);
      if (vector.has("must_contain"))
        vector.get("must_contain").forEach(text -> assertThat(once).contains(text.asString()));
    }
  }

  /// The time is a guard against hanging.
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  @ParameterizedTest
  @ValueSource(strings = {"hostile/html-fuzz", "html-parsing", "sanitize/pages", "hostile/bombs"})
  void readsBrokenPages(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(Corpus.path(folder))) {
      for (var file : files.filter(HtmlCleanerCorpusTest::isPage).toList()) {
        var once = clean(read(file));
        SafeHtml.assertSafe(once);
        assertThat(clean(once)).as(file.toString()).isEqualTo(once);
      }
    }
  }

  private static boolean isPage(Path file) {
    return file.toString().matches(".*\\.html(\\.gz)?");
  }

  private static String read(Path file) throws IOException {
    try (InputStream bytes =
        file.toString().endsWith(".gz")
            ? new GZIPInputStream(Files.newInputStream(file))
            : Files.newInputStream(file)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
