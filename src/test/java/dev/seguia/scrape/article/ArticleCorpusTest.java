package dev.seguia.scrape.article;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.scrape.article.ArticleScore.Measure;
import dev.seguia.testing.Corpus;
import java.io.IOException;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/// Holds the floor of what is read of real pages; docs/quality.md tells what is reached.
final class ArticleCorpusTest {
  @Test
  void readsRealPagesAsWellAsBefore() throws IOException {
    var score = new ArticleScore();
    for (var page : ArticleCase.of(Corpus.path("html-articles")))
      score.add(page, new ArticleReader().read(page.page(), Optional.empty()));
    var softly = new SoftAssertions();
    floor(softly, score, Measure.TEXT, 0.95);
    floor(softly, score, Measure.CONTAINS, 0.94);
    floor(softly, score, Measure.CONTAINS_NOT, 0.94);
    floor(softly, score, Measure.TITLE, 0.94);
    floor(softly, score, Measure.DATE, 0.91);
    floor(softly, score, Measure.DAY, 0.93);
    floor(softly, score, Measure.AUTHORS, 0.82);
    softly.assertAll();
    assertThat(score.count(Measure.TEXT)).isGreaterThan(50);
  }

  private static void floor(
      SoftAssertions softly, ArticleScore score, Measure measure, double floor) {
    softly.assertThat(score.mean(measure).orElse(0.0)).as("%s", measure).isGreaterThan(floor);
  }
}
