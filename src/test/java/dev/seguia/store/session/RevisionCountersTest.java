package dev.seguia.store.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.feed.Tag;
import dev.seguia.feed.TagExpression;
import dev.seguia.testing.LiveHeap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RevisionCountersTest {
  private static final int TAGS = 1_000_000;
  private static final int AT_ONCE = 1_000;

  private final RevisionCounters revisions = new RevisionCounters();

  @Test
  void aChangeOfATagCountsForItsFeedsAndForNoOthers() {
    var before = revision("maroc");
    var other = revision("sport");
    revisions.changed(List.of(new Tag("maroc")), List.of("a"));
    assertThat(revision("maroc")).isGreaterThan(before);
    assertThat(revision("sport")).isEqualTo(other);
    assertThat(revisions.ofSource("a")).isPositive();
    assertThat(revisions.ofSource("b")).isZero();
  }

  @Test
  void takeNoMoreMemoryForAMillionTags() {
    assertThat(LiveHeap.of(RevisionCountersTest::ofManyTags))
        .isLessThan(LiveHeap.of(RevisionCounters::new) + (1 << 18));
    var many = ofManyTags();
    var changed = many.of(TagExpression.of(new Tag("tag-7")));
    many.changed(List.of(new Tag("tag-7")), List.of());
    assertThat(many.of(TagExpression.of(new Tag("tag-7")))).isGreaterThan(changed);
  }

  private static RevisionCounters ofManyTags() {
    var revisions = new RevisionCounters();
    for (var first = 0; first < TAGS; first += AT_ONCE)
      revisions.changed(
          IntStream.range(first, first + AT_ONCE).mapToObj(nr -> new Tag("tag-" + nr)).toList(),
          List.of());
    return revisions;
  }

  private long revision(String tag) {
    return revisions.of(TagExpression.of(new Tag(tag)));
  }
}
