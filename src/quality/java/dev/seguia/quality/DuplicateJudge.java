package dev.seguia.quality;

import dev.seguia.dedup.Copy;
import dev.seguia.dedup.CopySketch;
import dev.seguia.dedup.Match;
import dev.seguia.dedup.SameArticle;
import dev.seguia.quality.Figure.AtLeast;
import dev.seguia.quality.Figure.Told;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// Judges copies of articles by pairs that a person labelled.
///
/// Weighted figures stand for the stream that the pairs were drawn from.
final class DuplicateJudge implements Judge {
  /// How far apart the copies of one article are looked for, as in the daemon.
  static final Duration WINDOW = Duration.ofDays(3);

  private final SameArticle same = new SameArticle(WINDOW);

  @Override
  public List<Figure> judge(Judged data) throws IOException {
    var file = data.file("dup-pairs.tsv");
    return file.isEmpty() ? List.of() : judge(data, file.get());
  }

  private List<Figure> judge(Judged data, Path file) throws IOException {
    var pairs = Rows.named(file);
    var found = new HashMap<String, Boolean>();
    for (var pair : pairs) found.put(pair.text("pair"), match(pair).isPresent());
    var predictions =
        data.write("duplicates.tsv", pairs.stream().map(pair -> prediction(pair, found)));
    data.write("duplicates-explained.tsv", pairs.stream().map(this::explained));
    Scorer.run(data, "dup_score.py", file, predictions);
    return figures(DuplicateScore.of(pairs, found));
  }

  private static String prediction(Row pair, Map<String, Boolean> found) {
    var name = pair.text("pair");
    return name + "\t" + (found.getOrDefault(name, false) ? 1 : 0);
  }

  private Optional<Match> match(Row pair) {
    return same.compare(copy(pair, "_a"), copy(pair, "_b"));
  }

  private static Copy copy(Row pair, String side) {
    var traits = CopySketch.of(pair.text("title" + side), pair.text("summary" + side), "");
    // As the daemon does, which reads one side from its store.
    return new Copy(
        pair.text("source" + side),
        Instant.ofEpochSecond(pair.number("time" + side)),
        CopySketch.ofBytes(traits.toBytes()));
  }

  /// For the reader who wants to see why.
  private String explained(Row pair) {
    var rule = match(pair).map(match -> match.rule().label()).orElse("-");
    return String.join("\t", pair.text("label"), rule, pair.text("title_a"), pair.text("title_b"));
  }

  private static List<Figure> figures(DuplicateScore score) {
    var all = DuplicateScore.ALL;
    return List.of(
        new AtLeast("copies: F1, weighted, %", of(score.weighted(), all, Precision::f1), 97),
        new AtLeast(
            "copies: precision, weighted, %", of(score.weighted(), all, Precision::precision), 97),
        new Told("copies: recall, weighted, %", of(score.weighted(), all, Precision::recall)),
        new AtLeast("copies: F1, each pair once, %", of(score.plain(), all, Precision::f1), 92),
        new AtLeast(
            "copies: French F1, weighted, %", of(score.weighted(), "fr", Precision::f1), 96),
        new Told("copies: English F1, weighted, %", of(score.weighted(), "en", Precision::f1)),
        new Told("copies: Arabic F1, weighted, %", of(score.weighted(), "ar", Precision::f1)));
  }

  private static double of(
      Map<String, Precision> scores, String group, ToDoubleFunction<Precision> figure) {
    return figure.applyAsDouble(scores.getOrDefault(group, new Precision(0, 0, 0)));
  }
}
