package dev.seguia.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class DocumentCacheTest {
  private static final Instant NOON = Instant.parse("2025-11-14T12:00:00Z");

  private final DocumentCache cache = new DocumentCache(10_000);
  private final AtomicInteger builds = new AtomicInteger();

  private Optional<PublishedDocument> get(String key, long revision, String text) {
    return cache.get(
        key,
        revision,
        () -> {
          builds.incrementAndGet();
          return Optional.of(document(text));
        });
  }

  private static PublishedDocument document(String text) {
    return PublishedDocument.of(
        text.getBytes(StandardCharsets.UTF_8), "text/plain", Optional.of(NOON));
  }

  /// A text that gzip cannot make much shorter.
  private static String noise(int length) {
    var random = new java.util.Random(length);
    return random
        .ints(length, 33, 126)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void buildsOnceForARevision() {
    var first = get("a", 1, "one");
    assertThat(get("a", 1, "two").orElseThrow()).isSameAs(first.orElseThrow());
    assertThat(get("a", 2, "two").orElseThrow().bytes()).asString().isEqualTo("two");
    assertThat(builds).hasValue(2);
  }

  @Test
  void buildsOnceForAllWhoWait() throws InterruptedException {
    Callable<Optional<PublishedDocument>> request = () -> get("a", 1, "one");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(Collections.nCopies(100, request));
    }
    assertThat(builds).hasValue(1);
  }

  @Test
  void keepsNoMoreBytesThanItMayAndForgetsTheLeastWantedFirst() {
    get("a", 1, noise(3000));
    get("b", 1, noise(3001));
    get("a", 1, "never built");
    get("c", 1, noise(3002));
    assertThat(cache.bytes()).isLessThanOrEqualTo(10_000);
    builds.set(0);
    get("a", 1, "kept");
    assertThat(builds).hasValue(0);
    get("b", 1, "gone");
    assertThat(builds).hasValue(1);
  }

  @Test
  void looksUpWhatIsKeptOfThatRevisionOnly() {
    assertThat(cache.kept("a", 1)).isEmpty();
    var built = get("a", 1, "one");
    assertThat(cache.kept("a", 1)).isEqualTo(built);
    assertThat(cache.kept("a", 2)).isEmpty();
    assertThat(builds).hasValue(1);
  }

  @Test
  void whatIsLookedUpIsNotTheNextToBeForgotten() {
    get("a", 1, noise(2000));
    get("b", 1, noise(2001));
    cache.kept("a", 1);
    get("c", 1, noise(2002));
    assertThat(cache.kept("a", 1)).isPresent();
    assertThat(cache.kept("b", 1)).isEmpty();
  }

  @Test
  void doesNotKeepWhatIsNotThere() {
    assertThat(cache.get("a", 1, Optional::empty)).isEmpty();
    assertThat(get("a", 1, "one")).isPresent();
    assertThat(cache.get("a", 2, Optional::empty)).isEmpty();
    assertThat(cache.bytes()).isZero();
  }

  @Test
  void servesTheOldDocumentWhileTheNewOneCannotBeBuilt() {
    get("a", 1, "one");
    assertThat(cache.get("a", 2, DocumentCacheTest::broken).orElseThrow().bytes())
        .asString()
        .isEqualTo("one");
    assertThat(get("a", 2, "two").orElseThrow().bytes()).asString().isEqualTo("two");
    assertThatThrownBy(() -> cache.get("b", 1, DocumentCacheTest::broken))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aChangeThatLeavesNoDateIsDatedASecondLater() {
    assertThat(get("a", 1, "one").orElseThrow().lastModified()).contains(NOON);
    assertThat(get("a", 2, "one").orElseThrow().lastModified()).contains(NOON);
    assertThat(get("a", 3, "two").orElseThrow().lastModified()).contains(NOON.plusSeconds(1));
  }

  private static Optional<PublishedDocument> broken() {
    throw new IllegalStateException("the disk is full");
  }
}
