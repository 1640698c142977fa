package dev.seguia.quality;

import dev.seguia.dedup.CopySketch;
import dev.seguia.dedup.SameArticle;
import dev.seguia.quality.Figure.AtMost;
import dev.seguia.quality.Figure.Told;
import dev.seguia.relate.Stories;
import dev.seguia.store.entry.Sighting;
import dev.seguia.store.entry.Sighting.JoinedBy;
import dev.seguia.store.entry.StoredEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The stream on the way that polls take: through normaliser and tagger into a store in a file, and
/// through what follows it.
final class StreamRun {
  /// By name, since only the store itself sees it.
  private static final String COPIES = "dev.seguia.store.arrival.Copies";

  private final List<StreamPoll> polls;
  private final Path directory;
  private final Set<String> byText = new HashSet<>();
  private final Set<String> byLink = new HashSet<>();
  private final List<String> merged = new ArrayList<>();
  private int repeated;
  private int joined;
  private long following;

  StreamRun(List<StreamPoll> polls, Path directory) {
    this.polls = polls;
    this.directory = directory;
  }

  /// Runs all of it.
  ///
  /// @return the figures
  List<Figure> run(CopyPass direct) throws IOException {
    var start = polls.getFirst().now().minus(Duration.ofHours(1));
    var listed = polls.stream().map(StreamPoll::source).distinct().toList();
    try (var store = new StreamStore(directory, listed, start)) {
      var profile = CpuProfile.of(directory.resolveSibling("stream.jfr"), () -> run(store));
      store.forEach(this::read);
      return figures(profile, direct);
    }
  }

  private void run(StreamStore store) {
    var slot = polls.getFirst().now();
    for (var poll : polls) {
      if (poll.now().isAfter(slot)) follow(store);
      slot = poll.now();
      store.poll(poll);
    }
    follow(store);
  }

  private void follow(StreamStore store) {
    var start = ThreadTime.now();
    store.follow();
    following += ThreadTime.now() - start;
  }

  private void read(StoredEntry entry) {
    if (entry.story().filter(place -> place.story() != entry.seq()).isPresent()) joined++;
    for (var sighting : entry.sightings())
      if (sighting.joinedBy() != JoinedBy.FIRST) count(entry, sighting);
  }

  private void count(StoredEntry entry, Sighting sighting) {
    var row = sighting.entryId().orElseThrow();
    if (sighting.source().equals(entry.origin())) repeated++;
    else if (sighting.joinedBy() == JoinedBy.LINK) byLink.add(row);
    else byText.add(row);
    merged.add(
        String.join(
            "\t",
            sighting.joinedBy().label(),
            row,
            entry.entry().title(),
            sighting.title(),
            entry.origin().url().toString(),
            sighting.source().url().toString()));
  }

  /// What was merged, and why, for the reader who wants to see.
  List<String> merged() {
    return List.copyOf(merged);
  }

  private List<Figure> figures(CpuProfile profile, CopyPass direct) {
    var across = new HashSet<>(byText);
    across.addAll(byLink);
    var entries = polls.stream().mapToInt(StreamPoll::entries).sum();
    return List.of(
        new AtMost("store: merged across sources, %", 100.0 * across.size() / entries, 3),
        new Told("store: of these by their links, %", 100.0 * byLink.size() / entries),
        new Told("store: merged there only, entries", without(across, direct.across())),
        new Told(
            "store: merged by the rules alone only, entries", without(direct.across(), across)),
        new Told("store: merged within a source, %", 100.0 * repeated / entries),
        new AtMost(
            "store: keys and comparison, us an entry",
            profile.microsOf(CopySketch.class.getName(), SameArticle.class.getName(), COPIES)
                / entries,
            100),
        new Told("store: of these to read and write copies", profile.microsOf(COPIES) / entries),
        new AtMost(
            "store: story linking, us an entry",
            profile.microsOf(Stories.class.getName()) / entries,
            100),
        new Told("store: stories and tags, read and written", following / 1e3 / entries),
        new Told("store: all, us an entry", profile.micros() / entries),
        new Told("store: entries that join a story, %", 100.0 * joined / entries));
  }

  private static int without(Set<String> some, Set<String> others) {
    return (int) some.stream().filter(row -> !others.contains(row)).count();
  }
}
