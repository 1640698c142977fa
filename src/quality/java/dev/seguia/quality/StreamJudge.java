package dev.seguia.quality;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// Measures what telling copies and stories costs on a week of real feeds, and how many it finds:
/// no labels here, so what was merged is written down for the eye.
///
/// First the rules and the stories alone, then on the way that polls take, into a store.
final class StreamJudge implements Judge {
  /// The first ones warm up, and of all the least costly one counts: whatever else the machine does
  /// only adds.
  private static final int ROUNDS = 6;

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
    var copies = leastOf(() -> new CopyPass(rows).run(), CopyPass::micros);
    var stories = leastOf(() -> new StoryPass(rows).run(), StoryPass::micros);
    var figures = new ArrayList<>(copies.figures());
    figures.addAll(stories.figures());
    figures.addAll(store(data, StreamPoll.of(rows, BETWEEN, LENGTH), copies));
    return figures;
  }

  private static <T> T leastOf(Supplier<T> round, ToDoubleFunction<T> cost) {
    return Stream.generate(round).limit(ROUNDS).min(Comparator.comparingDouble(cost)).orElseThrow();
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
