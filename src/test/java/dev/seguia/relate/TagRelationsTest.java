package dev.seguia.relate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.seguia.feed.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class TagRelationsTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Tag MAROC = new Tag("maroc");

  private final TagRelations relations = new TagRelations();

  private void add(int times, String... tags) {
    for (var time = 0; time < times; time++)
      relations.add(Stream.of(tags).map(Tag::new).toList(), NOON);
  }

  private List<String> related(Instant now) {
    return relations.related(MAROC, 8, now).stream().map(tag -> tag.tag().name()).toList();
  }

  @Test
  void nameTheTagsThatGoAlongMostFirst() {
    add(4, "maroc", "rabat");
    add(3, "maroc", "agadir");
    add(1, "maroc", "fes");
    add(60, "sport");
    assertThat(related(NOON)).containsExactly("rabat", "agadir");
    assertThat(relations.related(MAROC, 1, NOON))
        .singleElement()
        .satisfies(
            tag -> assertThat(tag.score()).isEqualTo(4 / (10 * Math.pow(6, .25)), within(1e-9)));
  }

  @Test
  void leaveOutTagsThatStandOnEverything() {
    add(10, "maroc", "monde", "rabat");
    add(20, "monde");
    add(40, "sport");
    assertThat(related(NOON)).containsExactly("rabat");
  }

  @Test
  void wantThreeEntriesWhereThereAreMany() {
    add(2, "maroc", "rabat");
    add(3, "maroc", "agadir");
    add(10_000, "sport");
    assertThat(related(NOON)).containsExactly("agadir");
  }

  @Test
  void fadeWithTime() {
    add(4, "maroc", "rabat");
    add(40, "sport");
    assertThat(related(NOON.plus(Duration.ofDays(35)))).containsExactly("rabat");
    assertThat(related(NOON.plus(Duration.ofDays(60)))).isEmpty();
  }

  @Test
  void countTwelveTagsOfAnEntry() {
    var tags = IntStream.range(0, 40).mapToObj(number -> new Tag("t" + number)).toList();
    relations.add(tags, NOON);
    assertThat(relations.size()).isEqualTo(12 * 11 / 2);
    assertThat(relations.takeChanges().tags()).hasSize(12);
  }

  @Test
  void countATagOnceAnEntry() {
    add(1, "maroc", "maroc");
    assertThat(relations.takeChanges())
        .isEqualTo(
            new TagCounts(
                new DecayedCount(1, NOON), Map.of(MAROC, new DecayedCount(1, NOON)), Map.of()));
  }

  @Test
  void giveOutEachChangeOnce() {
    add(1, "maroc", "rabat");
    assertThat(relations.takeChanges().pairs())
        .containsOnly(Map.entry(new TagPair(MAROC, new Tag("rabat")), new DecayedCount(1, NOON)));
    assertThat(relations.takeChanges().pairs()).isEmpty();
  }

  @Test
  void answerAlikeOnceTheyAreRestored() {
    add(4, "maroc", "rabat");
    add(3, "maroc", "agadir");
    add(60, "sport");
    var restored = new TagRelations();
    restored.restore(relations.takeChanges());
    assertThat(restored.related(MAROC, 8, NOON)).isEqualTo(relations.related(MAROC, 8, NOON));
    assertThat(restored.takeChanges().tags()).isEmpty();
  }

  @Test
  void forgetWhatHasFadedOnceItIsTaken() {
    add(1, "maroc", "rabat");
    relations.forget(NOON.plus(Duration.ofDays(61)));
    assertThat(relations.size()).isEqualTo(1);
    relations.takeChanges();
    relations.forget(NOON.plus(Duration.ofDays(59)));
    assertThat(relations.size()).isEqualTo(1);
    relations.forget(NOON.plus(Duration.ofDays(61)));
    assertThat(relations.size()).isZero();
  }
}
