package dev.seguia.quality;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Measures what telling copies and stories costs on a week of real feeds, and how many it finds:
/// no labels here, so what was merged is written down for the eye.
///
/// First the rules and the stories alone, then on the way that polls take, into a store.
final class StreamJudge implements Judge {
  private static final int WARM_UP = 2;

  /// Between two polls of a source, in the store.
  private static final Duration BETWEEN = Duration.ofMinutes(15);

  /// Of a document, in entries.
  private static final int LENGTH = 30;

  @Override
  public List<Figure> judge(Judged data) throws IOException {
    var file = data.file("stream.tsv.gz");
    return file.isEmpty() ? List.of() : judge(data, Rows.named(file.get()));
  }

  private static List<Figure> judge(Judged data, List<Row> rows) throws IOException {
    for (var round = 0; round < WARM_UP; round++) {
      new CopyPass(rows).run();
      new StoryPass(rows).run();
    }
    var copies = new CopyPass(rows).run();
    var figures = new ArrayList<>(copies.figures());
    figures.addAll(new StoryPass(rows).run().figures());
    figures.addAll(store(data, StreamPoll.of(rows, BETWEEN, LENGTH), copies));
    return figures;
  }

  private static List<Figure> store(Judged data, List<StreamPoll> polls, CopyPass copies)
      throws IOException {
    var directory = data.predictions().resolve("stream-store");
    new StreamRun(polls, directory).run(copies);
    var run = new StreamRun(polls, directory);
    var figures = run.run(copies);
    data.write("stream-merged.tsv", run.merged().stream());
    return figures;
  }
}
