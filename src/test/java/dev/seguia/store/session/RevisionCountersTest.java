package dev.seguia.store.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.feed.Tag;
import dev.seguia.feed.TagExpression;
import java.lang.management.ManagementFactory;
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
    var before = heap();
    for (var first = 0; first < TAGS; first += AT_ONCE)
      revisions.changed(
          IntStream.range(first, first + AT_ONCE).mapToObj(nr -> new Tag("tag-" + nr)).toList(),
          List.of());
    assertThat(heap() - before).isLessThan(1 << 20);
    var changed = revision("tag-7");
    revisions.changed(List.of(new Tag("tag-7")), List.of());
    assertThat(revision("tag-7")).isGreaterThan(changed);
  }

  private long revision(String tag) {
    return revisions.of(TagExpression.of(new Tag(tag)));
  }

  private static long heap() {
    var memory = ManagementFactory.getMemoryMXBean();
    for (var times = 0; times < 4; times++) memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }
}
