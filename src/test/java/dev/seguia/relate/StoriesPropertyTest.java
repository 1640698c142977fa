package dev.seguia.relate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Holds stories against the method as it is written down.
final class StoriesPropertyTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  /// Of the week of real headlines, so many: each is compared with all stories.
  private static final int OF_THE_STREAM = 3_000;

  /// What is written in an entry, and how long after the one before.
  record Line(String title, String summary, int seconds) {}

  @Property(tries = 200, seed = "20260301")
  void noOtherStoryFitsBetter(@ForAll("lines") List<Line> lines) {
    var stories = new Stories();
    var plain = new PlainStories();
    var date = NOON;
    for (var seq = 0; seq < lines.size(); seq++) {
      var line = lines.get(seq);
      date = date.plusSeconds(line.seconds());
      var headline = new Headline(seq, Optional.of("fr"), line.title(), line.summary(), date);
      plain.check(headline, stories.add(headline));
    }
  }

  @Property(tries = 200, seed = "20260301")
  void theBoundIsKept(@ForAll("lines") List<Line> lines) {
    var stories = new Stories(20_000);
    for (var seq = 0; seq < lines.size(); seq++) {
      var line = lines.get(seq);
      stories.add(new Headline(seq, Optional.of("fr"), line.title(), line.summary(), NOON));
      assertThat(stories.held().bytes()).isLessThanOrEqualTo(20_000);
    }
  }

  @Provide
  Arbitrary<List<Line>> lines() {
    var word = Arbitraries.integers().between(0, 60).map(number -> "Mot" + number * number);
    var text = word.list().ofMaxSize(14).map(words -> String.join(" ", words));
    var seconds = Arbitraries.integers().between(-20_000, 60_000);
    return Combinators.combine(text, text, seconds).as(Line::new).list().ofMinSize(1).ofMaxSize(80);
  }

  @Test
  void noOtherStoryFitsBetterInTheWeekOfRealHeadlines() throws IOException {
    var file = Path.of("../shared/dedup/stream.tsv.gz");
    Assumptions.assumeTrue(Files.exists(file), () -> "skipped: no stream at " + file);
    var stories = new Stories();
    var plain = new PlainStories();
    try (var lines = lines(file)) {
      var rows = lines.lines().skip(1).map(line -> line.split("\t", -1)).toList();
      for (var seq = 0; seq < OF_THE_STREAM; seq++) {
        var headline = headline(seq, rows.get(seq * rows.size() / OF_THE_STREAM));
        plain.check(headline, stories.add(headline));
      }
    }
  }

  private static BufferedReader lines(Path file) throws IOException {
    var bytes = new GZIPInputStream(Files.newInputStream(file));
    return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
  }

  private static Headline headline(int seq, String[] row) {
    var date = Instant.ofEpochSecond(Long.parseLong(row[2]));
    return new Headline(seq, Optional.of("en"), row[4], row[5], date);
  }
}
