package dev.seguia.quality;

import dev.seguia.dedup.Copy;
import dev.seguia.dedup.Rule;
import dev.seguia.dedup.Traits;
import dev.seguia.quality.Figure.AtMost;
import dev.seguia.quality.Figure.Told;
import dev.seguia.relate.Headline;
import dev.seguia.relate.Stories;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Measures what telling copies and stories costs on a week of real feeds, and how many it finds:
/// no labels here, so what was merged is written down for the eye.
final class StreamJudge implements Judge {
  private static final int WARM_UP = 2;

  @Override
  public List<Figure> judge(Judged data) throws IOException {
    var file = data.file("stream.tsv.gz");
    return file.isEmpty() ? List.of() : judge(data, Rows.named(file.get()));
  }

  private List<Figure> judge(Judged data, List<Row> rows) throws IOException {
    var figures = new ArrayList<>(copies(data, rows));
    figures.addAll(stories(rows));
    return figures;
  }

  private static List<Figure> copies(Judged data, List<Row> rows) throws IOException {
    IntStream.range(0, WARM_UP).forEach(round -> new CopyPass(rows).run());
    var before = Heap.used();
    var pass = new CopyPass(rows);
    var micros = micros(rows, pass);
    var held = Heap.used() - before;
    data.write("stream-merged.tsv", pass.merged.stream());
    return List.of(
        new AtMost("stream: merged across sources, %", 100.0 * pass.across / rows.size(), 3),
        new Told("stream: repeated within a source, %", 100.0 * pass.repeated / rows.size()),
        new AtMost("stream: keys and comparison, us an entry", micros, 100),
        new Told("stream: comparisons an entry", (double) pass.index.compared() / rows.size()),
        new Told("stream: traits, bytes an entry", (double) pass.bytes / rows.size()),
        new Told("stream: keys an entry", (double) pass.keys / rows.size()),
        new Told("stream: memory of three days of copies, MB", held));
  }

  private static List<Figure> stories(List<Row> rows) {
    IntStream.range(0, WARM_UP).forEach(round -> new StoryPass(rows).run());
    var before = Heap.used();
    var pass = new StoryPass(rows);
    var micros = micros(rows, pass);
    var held = Heap.used() - before;
    return List.of(
        new AtMost("stream: story linking, us an entry", micros, 100),
        new Told("stream: entries that join a story, %", 100.0 * pass.joined / rows.size()),
        new Told("stream: memory of three days of stories, MB", held));
  }

  /// Of the processor; the clock counts what else the machine does.
  private static double micros(List<Row> rows, Runnable pass) {
    var clock = ManagementFactory.getThreadMXBean();
    var start = clock.getCurrentThreadCpuTime();
    pass.run();
    return (clock.getCurrentThreadCpuTime() - start) / 1e3 / rows.size();
  }

  /// One way through the stream by stories.
  private static final class StoryPass implements Runnable {
    private final List<Row> rows;
    private final Stories stories = new Stories();
    private int joined;

    StoryPass(List<Row> rows) {
      this.rows = rows;
    }

    @Override
    public void run() {
      for (var at = 0; at < rows.size(); at++)
        if (stories.add(headline(rows.get(at), at)).story() != at) joined++;
    }

    private static Headline headline(Row row, int seq) {
      return new Headline(
          seq,
          Optional.of(row.text("lang")),
          row.text("title"),
          row.text("summary"),
          Instant.ofEpochSecond(row.number("time")));
    }
  }

  /// One way through the stream by copies.
  private static final class CopyPass implements Runnable {
    private final List<Row> rows;
    private final CopyIndex index = new CopyIndex();
    private final List<String> merged = new ArrayList<>();
    private int across;
    private int repeated;
    private long bytes;
    private long keys;

    CopyPass(List<Row> rows) {
      this.rows = rows;
    }

    @Override
    public void run() {
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
