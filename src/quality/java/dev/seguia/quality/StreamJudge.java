package dev.seguia.quality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Measures what telling copies and stories costs on a week of real feeds, and how many it finds:
/// no labels here, so what was merged is written down for the eye.
final class StreamJudge implements Judge {
  private static final int WARM_UP = 2;

  @Override
  public List<Figure> judge(Judged data) throws IOException {
    var file = data.file("stream.tsv.gz");
    return file.isEmpty() ? List.of() : judge(data, Rows.named(file.get()));
  }

  private static List<Figure> judge(Judged data, List<Row> rows) throws IOException {
    for (var round = 0; round < WARM_UP; round++) new CopyPass(rows).run();
    var figures = new ArrayList<>(new CopyPass(rows).run().figures());
    var polls = StreamPoll.of(rows);
    new StreamRun(polls).run();
    var run = new StreamRun(polls).run();
    data.write("stream-merged.tsv", run.merged().stream());
    figures.addAll(run.figures());
    return figures;
  }
}
