package dev.seguia.quality;

import dev.seguia.quality.Figure.AtLeast;
import dev.seguia.quality.Figure.Told;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Judges related articles by the stories that people made: those of an article's own story are to
/// be found. Which articles are asked for is the scorer's choice, made by chance.
final class RelatedJudge implements Judge {
  @Override
  public List<Figure> judge(Judged data) throws IOException {
    var entries = data.file("story-items.tsv");
    if (entries.isEmpty()) return List.of();
    var folder = entries.get().toAbsolutePath().getParent();
    return folder == null ? List.of() : judge(data, folder);
  }

  private static List<Figure> judge(Judged data, Path folder) throws IOException {
    var order = score(data, folder, false);
    var shown = score(data, folder, true);
    if (order.isEmpty() || shown.isEmpty()) return List.of();
    return List.of(
        new AtLeast("related articles: P@10", order.getFirst(), 0.85),
        new AtLeast("related articles: MRR", order.getLast(), 0.92),
        new Told("related articles: P@10 of what is shown", shown.getFirst()));
  }

  /// Precision and reciprocal rank, by the scorer; empty where it cannot be run.
  private static List<Double> score(Judged data, Path folder, boolean shown) throws IOException {
    var lines = RelatedArticlesRun.lines(folder.resolve("story-items.tsv"), shown);
    var run = data.write(shown ? "related-shown.tsv" : "related-articles.tsv", lines.stream());
    return Scorer.output(data, "related_articles.py", folder, "--run", run).stream()
        .filter(line -> line.startsWith("| judged"))
        .findFirst()
        .map(line -> line.split("\\s*\\|\\s*", -1))
        .map(cells -> List.of(Double.parseDouble(cells[2]), Double.parseDouble(cells[4])))
        .orElse(List.of());
  }
}
