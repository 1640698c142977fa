package dev.seguia.quality;

import dev.seguia.dedup.Copy;
import dev.seguia.dedup.Rule;
import dev.seguia.dedup.Traits;
import dev.seguia.quality.Figure.AtMost;
import dev.seguia.quality.Figure.Told;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Measures what telling copies costs on a week of real feeds, and how many it finds: no labels
/// here, so what was merged is written down for the eye.
final class StreamJudge implements Judge {
  private static final int WARM_UP = 2;

  @Override
  public List<Figure> judge(Judged data) throws IOException {
    var file = data.file("stream.tsv.gz");
    return file.isEmpty() ? List.of() : judge(data, Rows.named(file.get()));
  }

  private List<Figure> judge(Judged data, List<Row> rows) throws IOException {
    IntStream.range(0, WARM_UP).forEach(round -> new Pass(rows).run());
    var pass = new Pass(rows);
    var start = System.nanoTime();
    pass.run();
    var micros = (System.nanoTime() - start) / 1e3 / rows.size();
    data.write("stream-merged.tsv", pass.merged.stream());
    return List.of(
        new AtMost("stream: merged across sources, %", 100.0 * pass.across / rows.size(), 3),
        new Told("stream: repeated within a source, %", 100.0 * pass.repeated / rows.size()),
        new AtMost("stream: keys and comparison, us an entry", micros, 100),
        new Told("stream: comparisons an entry", (double) pass.index.compared() / rows.size()),
        new Told("stream: traits, bytes an entry", (double) pass.bytes / rows.size()),
        new Told("stream: keys an entry", (double) pass.keys / rows.size()));
  }

  /// One way through the stream.
  private static final class Pass {
    private final List<Row> rows;
    private final CopyIndex index = new CopyIndex();
    private final List<String> merged = new ArrayList<>();
    private int across;
    private int repeated;
    private long bytes;
    private long keys;

    Pass(List<Row> rows) {
      this.rows = rows;
    }

    void run() {
      for (var at = 0; at < rows.size(); at++) add(at);
    }

    private void add(int at) {
      var row = rows.get(at);
      var traits = Traits.of(row.text("title"), row.text("summary"), "");
      bytes += traits.toBytes().length;
      keys += traits.keys().length;
      var date = Instant.ofEpochSecond(row.number("time"));
      index
          .add(at, new Copy(row.text("source"), date, traits))
          .ifPresent(found -> count(rows.get(found.row()), row, found.match().rule()));
    }

    private void count(Row first, Row again, Rule rule) {
      if (rule == Rule.REPEAT) repeated++;
      else across++;
      merged.add(
          String.join(
              "\t",
              rule.label(),
              first.text("title"),
              again.text("title"),
              first.text("source"),
              again.text("source"),
              first.text("summary"),
              again.text("summary")));
    }
  }
}
