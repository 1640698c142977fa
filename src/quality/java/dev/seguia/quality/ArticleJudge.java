package dev.seguia.quality;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.seguia.scrape.article.ArticleCase;
import dev.seguia.scrape.article.ArticleReader;
import dev.seguia.scrape.article.ArticleScore;
import dev.seguia.scrape.article.ArticleScore.Measure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import net.dankito.readability4j.Readability4J;
import org.jsoup.Jsoup;
import org.slf4j.LoggerFactory;

/// Judges what is read of web pages that are articles, beside a library that only finds texts.
final class ArticleJudge implements Judge {
  private static final String ALL = "all";

  /// Only these are aims; what a single collection reaches is told.
  private static final Map<Measure, Double> AIMS =
      Map.of(Measure.TEXT, 0.93, Measure.TITLE, 0.98, Measure.DATE, 0.90, Measure.DAY, 0.90);

  /// The clock of an article is often told by structured data alone.
  private static final Map<Measure, Double> AIMS_WITHOUT =
      Map.of(Measure.TEXT, 0.93, Measure.TITLE, 0.98, Measure.DAY, 0.90);

  @Override
  public List<Figure> judge(Judged data) throws IOException {
    var folder = data.shared("corpus", "html-articles");
    if (folder.isEmpty()) return List.of();
    if (LoggerFactory.getLogger("net.dankito") instanceof Logger talkative)
      talkative.setLevel(Level.OFF);
    var pages = ArticleCase.of(folder.get());
    var ours = scores(pages, reading(new ArticleReader()));
    data.write("articles-missed.tsv", total(ours).misses().stream());
    var without = scores(pages, reading(new ArticleReader(false)));
    data.write("articles-missed-without.tsv", total(without).misses().stream());
    var figures = new ArrayList<>(figures("articles", ours, AIMS));
    figures.addAll(figures("without structured data", without, AIMS_WITHOUT));
    figures.addAll(figures("readability4j", scores(pages, ArticleJudge::library), Map.of()));
    return figures;
  }

  private static BiConsumer<ArticleScore, ArticleCase> reading(ArticleReader reader) {
    return (score, page) -> score.add(page, reader.read(page.page(), Optional.empty()));
  }

  private static void library(ArticleScore score, ArticleCase page) {
    var html = new String(page.bytes(), StandardCharsets.UTF_8);
    var article = new Readability4J(page.location().toString(), html).parse();
    score.addText(page, Jsoup.parse(String.valueOf(article.getContent())).text());
  }

  /// By collection, and over all.
  private static Map<String, ArticleScore> scores(
      List<ArticleCase> pages, BiConsumer<ArticleScore, ArticleCase> judging) {
    var scores = new TreeMap<String, ArticleScore>();
    for (var page : pages)
      for (var name : List.of(ALL, page.collection()))
        judging.accept(scores.computeIfAbsent(name, _ -> new ArticleScore()), page);
    return scores;
  }

  private static ArticleScore total(Map<String, ArticleScore> scores) {
    return scores.getOrDefault(ALL, new ArticleScore());
  }

  private static List<Figure> figures(
      String what, Map<String, ArticleScore> scores, Map<Measure, Double> aims) {
    var figures = new ArrayList<Figure>();
    for (var measure : Measure.values())
      scores.forEach((collection, score) ->
          score
              .mean(measure)
              .map(mean ->
                  figure(
                      name(what, measure, collection, score.count(measure)),
                      mean,
                      collection.equals(ALL)
                          ? Optional.ofNullable(aims.get(measure))
                          : Optional.empty()))
              .ifPresent(figures::add));
    return figures;
  }

  private static Figure figure(String name, double mean, Optional<Double> aim) {
    return aim.<Figure>map(least -> new Figure.AtLeast(name, mean, least))
        .orElseGet(() -> new Figure.Told(name, mean));
  }

  private static String name(String what, Measure measure, String collection, int count) {
    var words = measure.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return what + ": " + words + ", " + collection + " (" + count + ")";
  }
}
