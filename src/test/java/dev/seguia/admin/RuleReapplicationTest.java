package dev.seguia.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.seguia.admin.RuleReapplication.State;
import dev.seguia.poll.EntryRules;
import dev.seguia.source.Source;
import dev.seguia.store.StoreWorld;
import dev.seguia.store.StoreWorld.Item;
import dev.seguia.tag.Tagger;
import dev.seguia.testing.TestSettings;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class RuleReapplicationTest {
  private static final int ENTRIES = 450;
  private static final Source ONE = StoreWorld.source("https://one.example/feed", "Maroc");
  private static final EntryRules RULES =
      new EntryRules(List.of(), new Tagger(TestSettings.of("tags.drop=[]").tags()));

  private final StoreWorld world = new StoreWorld();
  private final CountDownLatch released = new CountDownLatch(1);

  @BeforeEach
  void fill() {
    world.sources.list(List.of(ONE));
    world.poll(
        ONE,
        IntStream.range(0, ENTRIES)
            .mapToObj(number ->
                Item.of("tag:one,2025:" + number, "https://one.example/" + number, "One " + number))
            .toArray(Item[]::new));
  }

  @AfterEach
  void close() {
    world.close();
  }

  private RuleReapplication applying(Supplier<EntryRules> rules) {
    return new RuleReapplication(new EntryActions(world.entries, rules));
  }

  private EntryRules whenReleased() {
    try {
      released.await();
      return RULES;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitEnd(RuleReapplication applying) {
    await().until(() -> applying.progress().orElseThrow().state() != State.RUNNING);
  }

  @Test
  void looksAtAllThatIsStored() {
    try (var applying = applying(() -> RULES)) {
      assertThat(applying.progress()).isEmpty();
      assertThat(applying.start()).isTrue();
      awaitEnd(applying);
      assertThat(applying.progress())
          .contains(new RuleReapplication.Progress(State.DONE, ENTRIES, 0, ENTRIES));
    }
  }

  @Test
  void isDoneOnceAtATime() {
    try (var applying = applying(this::whenReleased)) {
      assertThat(applying.start()).isTrue();
      assertThat(applying.start()).isFalse();
      released.countDown();
      awaitEnd(applying);
      assertThat(applying.start()).isTrue();
      awaitEnd(applying);
    }
  }

  @Test
  void saysThatItBrokeAndCanBeBegunAgain() {
    var broken = new java.util.concurrent.atomic.AtomicBoolean(true);
    Supplier<EntryRules> rules =
        () -> {
          if (broken.get()) throw new IllegalStateException("broken on purpose");
          return RULES;
        };
    try (var applying = applying(rules)) {
      applying.start();
      awaitEnd(applying);
      assertThat(applying.progress().orElseThrow().state()).isEqualTo(State.FAILED);
      broken.set(false);
      assertThat(applying.start()).isTrue();
      awaitEnd(applying);
      assertThat(applying.progress().orElseThrow().state()).isEqualTo(State.DONE);
    }
  }

  @Test
  void endsAfterTheStepThatIsBeingDone() {
    var applying = applying(this::whenReleased);
    applying.start();
    var closing = Thread.ofVirtual().start(applying::close);
    await().until(() -> closing.getState() == Thread.State.WAITING);
    released.countDown();
    await().until(() -> !closing.isAlive());
    assertThat(applying.progress().orElseThrow().looked()).isLessThan(ENTRIES);
    assertThat(applying.start()).isFalse();
  }
}
