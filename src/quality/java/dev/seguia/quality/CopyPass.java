package dev.seguia.quality;

import dev.seguia.dedup.Copy;
import dev.seguia.dedup.CopySketch;
import dev.seguia.dedup.Rule;
import dev.seguia.quality.Figure.AtMost;
import dev.seguia.quality.Figure.Told;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// One way through the stream by copies alone, without a store: what the rules say.
final class CopyPass {
  private final List<Row> rows;
  private final CopyIndex index = new CopyIndex();
  private final Set<String> across = new HashSet<>();
  private int repeated;
  private long bytes;
  private long keys;
  private double megabytes;
  private double micros;

  CopyPass(List<Row> rows) {
    this.rows = rows;
  }

  CopyPass run() {
    var before = Heap.used();
    var start = ThreadTime.now();
    for (var at = 0; at < rows.size(); at++) add(at);
    micros = ThreadTime.microsSince(start) / rows.size();
    megabytes = Heap.used() - before;
    return this;
  }

  private void add(int at) {
    var row = rows.get(at);
    var traits = CopySketch.of(row.text("title"), row.text("summary"), "");
    bytes += traits.toBytes().length;
    keys += traits.keys().length;
    var date = Instant.ofEpochSecond(row.number("time"));
    index
        .add(at, new Copy(row.text("source"), date, traits))
        .ifPresent(found -> count(row, found.match().rule()));
  }

  private void count(Row row, Rule rule) {
    if (rule == Rule.REPEAT) repeated++;
    else across.add(row.text("id"));
  }

  /// The rows that are a copy of another source's.
  Set<String> across() {
    return Set.copyOf(across);
  }

  /// Of an entry.
  double micros() {
    return micros;
  }

  List<Figure> figures() {
    return List.of(
        new AtMost("stream: merged across sources, %", 100.0 * across.size() / rows.size(), 3),
        new Told("stream: repeated within a source, %", 100.0 * repeated / rows.size()),
        new AtMost("stream: keys and comparison, us an entry", micros, 100),
        new Told("stream: comparisons an entry", (double) index.compared() / rows.size()),
        new Told("stream: traits, bytes an entry", (double) bytes / rows.size()),
        new Told("stream: keys an entry", (double) keys / rows.size()),
        new Told("stream: memory of three days of copies, MB", megabytes));
  }
}
