package dev.seguia.flood;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Tag;
import dev.seguia.memory.MemoryShare;
import dev.seguia.source.Source;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.slf4j.LoggerFactory;

/// One flood in a process of its own; prints a line for each third of it.
public final class FloodRun {
  private static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00Z");

  /// So that the search index is committed each few thousand entries, as it is under load.
  private static final Duration OF_AN_ENTRY = Duration.ofMillis(10);

  private static final int THIRDS = 3;

  /// In documents.
  private static final int BETWEEN_READERS = 10;

  private final EntryFlood flood;
  private final int entries;
  private final int samples;
  private final List<Source> sources;
  private final FloodedParts parts;
  private final HeapWatch heap = new HeapWatch();
  private final Map<MemoryShare, Long> most = new EnumMap<>(MemoryShare.class);
  private long taken;
  private long stored;
  private int documents;

  private FloodRun(EntryFlood flood, int entries, int samples, Path directory) {
    this.flood = flood;
    this.entries = entries;
    this.samples = samples;
    sources = IntStream.range(0, flood.sources(entries)).mapToObj(FloodRun::source).toList();
    parts = new FloodedParts(directory, sources, () -> BEGIN.plus(OF_AN_ENTRY.multipliedBy(taken)));
  }

  /// Runs one flood.
  ///
  /// @param arguments which, how many entries, how many samples in each third, and an empty
  ///   directory
  public static void main(String[] arguments) {
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
    var run =
        new FloodRun(
            EntryFlood.valueOf(arguments[0]),
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]),
            Path.of(arguments[3]));
    for (var third = 1; third <= THIRDS; third++) System.out.println(run.third(third).line());
    run.parts.close();
    System.out.println("end");
  }

  private static Source source(int number) {
    return new Source(
        URI.create("https://journal-" + number + ".example/feed"),
        "Journal " + number,
        Optional.empty(),
        List.<EntryTag>of(),
        Source.Settings.defaults());
  }

  private Third third(int third) {
    most.clear();
    var live = new long[samples];
    var first = (long) entries * (third - 1) / THIRDS;
    var last = (long) entries * third / THIRDS;
    for (var sample = 0; sample < samples; sample++) {
      takeUntil(first + (last - first) * (sample + 1) / samples);
      live[sample] = heap.live();
    }
    var cost = heap.cost();
    var sum = LongStream.of(live).summaryStatistics();
    return new Third(
        taken,
        stored,
        (long) sum.getAverage(),
        sum.getMax() - sum.getMin(),
        cost.cpuSeconds(),
        cost.gcShare(),
        held());
  }

  private void takeUntil(long end) {
    while (taken < end) take((int) Math.min(flood.ofADocument(), end - taken));
    parts.follow();
    note();
  }

  private void take(int count) {
    var source = sources.get(documents % sources.size());
    var document =
        flood.document(source.url(), taken, count, BEGIN.plus(OF_AN_ENTRY.multipliedBy(taken)));
    stored += parts.take(source, document).added();
    taken += count;
    documents++;
    note();
    if (documents % BETWEEN_READERS != 0) return;
    parts.follow();
    parts.publish(source, tag(document.entries().getLast().categories()));
    note();
  }

  private static Tag tag(List<String> categories) {
    return Tag.of(categories.getLast());
  }

  private void note() {
    parts.held().forEach((share, bytes) -> most.merge(share, bytes, Math::max));
  }

  private Map<MemoryShare, Third.Held> held() {
    var held = new EnumMap<MemoryShare, Third.Held>(MemoryShare.class);
    most.forEach((share, bytes) -> held.put(share, new Third.Held(bytes, share.bytes())));
    return held;
  }
}
