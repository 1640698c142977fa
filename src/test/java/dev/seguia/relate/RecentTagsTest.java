package dev.seguia.relate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.seguia.feed.EntryTag;
import dev.seguia.feed.EntryTag.Provenance;
import dev.seguia.feed.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RecentTagsTest {
  private static final long MOST_BYTES = 100_000;
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final RecentTags tags = new RecentTags(MOST_BYTES);

  private static List<EntryTag> named(Stream<String> names) {
    return names.map(name -> new EntryTag(Tag.of(name), name, Provenance.ENTRY)).toList();
  }

  private double alone(String tag, Instant time) {
    return tags.of(Tag.of(tag), time).alone();
  }

  @Test
  void keepsToItsBoundHoweverManyTagsArrive() {
    for (var entry = 0; entry < 20_000; entry++) {
      var number = entry;
      tags.add(
          "source" + entry % 500,
          named(IntStream.range(0, 40).mapToObj(at -> "tag%d-%d".formatted(number, at))),
          NOON,
          true);
      assertThat(tags.heldBytes()).isLessThanOrEqualTo(MOST_BYTES);
    }
    assertThat(tags.size()).isPositive();
    assertThat(alone("tag0-0", NOON)).isZero();
    assertThat(alone("tag19999-0", NOON)).isEqualTo(1, within(1e-9));
  }

  @Test
  void countsOnlyTheEntriesThatAreHeld() {
    for (var entry = 0; entry < 10_000; entry++)
      tags.add("source", named(Stream.of("maroc", "sport")), NOON, true);
    var company = tags.of(Tag.of("maroc"), NOON);
    assertThat(tags.size()).isLessThan(10_000);
    assertThat(company.entries()).isEqualTo(tags.size(), within(1e-6));
    assertThat(company.alone()).isEqualTo(tags.size(), within(1e-6));
    assertThat(company.neighbours().getFirst().together()).isEqualTo(tags.size(), within(1e-6));
  }

  @Test
  void anEntryIsWorthHalfAfterThirtyDays() {
    tags.add("source", named(Stream.of("maroc")), NOON, true);
    assertThat(alone("maroc", NOON.plus(Duration.ofDays(30)))).isEqualTo(0.5, within(1e-9));
    assertThat(alone("maroc", NOON.plus(Duration.ofDays(60)))).isEqualTo(0.25, within(1e-9));
  }
}
