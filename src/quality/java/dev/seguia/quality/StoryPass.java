package dev.seguia.quality;

import dev.seguia.quality.Figure.AtMost;
import dev.seguia.quality.Figure.Told;
import dev.seguia.relate.Headline;
import dev.seguia.relate.Stories;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One way through the stream by stories alone, without a store.
final class StoryPass {
  private final List<Row> rows;
  private final Stories stories = new Stories();
  private int joined;
  private double megabytes;
  private double micros;

  StoryPass(List<Row> rows) {
    this.rows = rows;
  }

  StoryPass run() {
    var before = Heap.used();
    var start = ThreadTime.now();
    for (var at = 0; at < rows.size(); at++)
      if (stories.add(headline(rows.get(at), rows.get(at).text("summary"), at)).story() != at)
        joined++;
    micros = ThreadTime.microsSince(start) / rows.size();
    megabytes = Heap.used() - before;
    return this;
  }

  static Headline headline(Row row, String summary, int seq) {
    return new Headline(
        seq,
        Optional.of(row.text("lang")),
        row.text("title"),
        summary,
        Instant.ofEpochSecond(row.number("time")));
  }

  /// Of an entry.
  double micros() {
    return micros;
  }

  List<Figure> figures() {
    return List.of(
        new AtMost("stream: story linking, us an entry", micros, 100),
        new Told("stream: entries that join a story, %", 100.0 * joined / rows.size()),
        new Told("stream: memory of three days of stories, MB", megabytes));
  }
}
