package dev.seguia.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.store.entry.StoredEntry;
import dev.seguia.testing.Corpus;
import dev.seguia.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Real feeds, polled as they were found over days or months.
final class TimeSeriesTest {

  /// @param updated how many edits are of the text, by our own measure: what the archive counts as
  ///   edits are also dates, links, changes of punctuation and white space, and edits of what the
  ///   source posted again elsewhere, which is one entry with the first
  @ParameterizedTest
  @CsvSource({
    "aljazeera_english_youtube_atom, 25",
    "bbc_home_uk_20210301, 548",
    "bbc_politics, 11",
    "bbc_world_africa, 12",
    "bbc_world_europe, 4",
    "foxnews_feedburner, 4",
    "generated_ollama_blog, 0",
    "generated_thebell_ru, 0",
    "nytimes_home, 166",
    "philstar, 1",
    "rnz_headlines, 108",
    "smh, 185"
  })
  void addsEachEntryOnceAndNeverChangesItsIdOrDate(String name, int updated)
      throws IOException, InterruptedException {
    var archive = Corpus.path("timeseries/" + name + ".tar.gz");
    var snapshots = Snapshots.read(archive);
    var place = new AtomicInteger();
    try (var world = new PollWorld()) {
      world.server.on(
          "/feed",
          exchange -> {
            var body = snapshots.all().get(place.get()).body();
            var etag = "\"" + Integer.toHexString(Arrays.hashCode(body)) + "\"";
            exchange.getResponseHeaders().set("ETag", etag);
            exchange.getResponseHeaders().set("Content-Type", "application/xml");
            var same = etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            TestServer.answer(exchange, same ? 304 : 200, same ? new byte[0] : body);
          });
      var source = world.source("/feed");
      var dates = new HashMap<String, Instant>();
      var tally = new Tally();
      for (var at = 0; at < snapshots.all().size(); at++) {
        place.set(at);
        var snapshot = snapshots.all().get(at);
        world.clock.set(snapshot.fetchedAt());
        tally.count(world.poll(source), snapshot, at, snapshots);
        if (at % 50 == 0 || at == snapshots.all().size() - 1) check(world, dates);
      }
      tally.check(world, stated(name), updated);
    }
  }

  private static void check(PollWorld world, Map<String, Instant> dates) {
    var entries = world.all();
    for (var entry : entries) {
      var before = dates.putIfAbsent(entry.id(), entry.published());
      if (before != null) assertThat(entry.published()).as(entry.id()).isEqualTo(before);
    }
    assertThat(entries).extracting(StoredEntry::id).hasSize(dates.size());
    assertThat(dates.keySet())
        .containsExactlyInAnyOrderElementsOf(entries.stream().map(StoredEntry::id).toList());
  }

  private static final class Tally {
    private int added;
    private int joined;
    private int updated;
    private int pollsThatAddNothing;
    private int wronglyNew;
    private int textEdits;

    void count(PollResult result, Snapshots.Snapshot snapshot, int at, Snapshots snapshots) {
      switch (result) {
        case PollResult.Read read -> {
          added += read.added();
          joined += read.joined();
          updated += read.updated();
          if (read.added() + read.joined() == 0) pollsThatAddNothing++;
          if (read.added() + read.joined() != snapshot.newIds()) wronglyNew++;
        }
        case PollResult.Unchanged _ -> pollsThatAddNothing++;
        case PollResult.Postponed _,
            PollResult.Gone _,
            PollResult.Failed _,
            PollResult.Running _,
            PollResult.BackedOff _ ->
            throw new AssertionError("snapshot " + at + ": " + result.words());
      }
      textEdits +=
          (int)
              snapshots.edits().getOrDefault(at, java.util.List.of()).stream()
                  .filter(Snapshots.Edit::isOfText)
                  .count();
    }

    void check(PollWorld world, Map<String, Integer> stated, int expectedUpdates) {
      assertThat(updated).as("edits of the text, of %s", textEdits).isEqualTo(expectedUpdates);
      assertThat(added + joined).as("ids").isEqualTo(stated.get("series.distinct_ids"));
      assertThat(world.all()).hasSize(added);
      assertThat(pollsThatAddNothing)
          .as("polls that add nothing")
          .isEqualTo(stated.get("series.snapshots_without_new_ids"));
      assertThat(wronglyNew).as("polls with another number of new ids than stated").isZero();
    }
  }

  private static Map<String, Integer> stated(String name) throws IOException {
    var stated = new HashMap<String, Integer>();
    for (var line : Files.readAllLines(Corpus.path("timeseries/expectations.tsv"))) {
      var row = line.split("\t", -1);
      if (row[0].equals(name + ".tar.gz") && row[2].equals("count"))
        stated.put(row[1], Integer.valueOf(row[3]));
    }
    return stated;
  }
}
