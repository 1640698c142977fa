package dev.seguia.store.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PollJournalTest {
  private static final Instant NOON = Instant.parse("2025-11-14T12:00:00Z");

  @TempDir private Path folder;

  @Test
  void remembersTheNewestPollOfEverySourceWithoutBeingClosed() {
    var killed = PollJournal.in(folder);
    killed.begin("one", NOON.minusSeconds(60));
    killed.begin("two", NOON.minusSeconds(30));
    killed.begin("one", NOON);
    try (var journal = PollJournal.in(folder)) {
      assertThat(journal.begun("one")).contains(NOON);
      assertThat(journal.begun("two")).contains(NOON.minusSeconds(30));
      assertThat(journal.begun("three")).isEmpty();
    }
    killed.close();
  }

  @Test
  void readsOnPastALineThatIsTorn() throws IOException {
    try (var journal = PollJournal.in(folder)) {
      journal.begin("one", NOON);
    }
    for (var torn : new String[] {"two", "two ", "two 99999999999999999999999", "two x\n"})
      Files.writeString(folder.resolve("polls-begun"), torn, StandardOpenOption.APPEND);
    try (var journal = PollJournal.in(folder)) {
      assertThat(journal.begun("one")).contains(NOON);
      assertThat(journal.begun("two")).isEmpty();
    }
  }

  @Test
  void growsNoFurtherThanItHasTo() throws IOException {
    try (var journal = PollJournal.in(folder)) {
      for (var poll = 0; poll < 400_000; poll++)
        journal.begin("s" + poll % 7, NOON.plusMillis(poll));
      assertThat(Files.size(folder.resolve("polls-begun"))).isLessThan(5 << 20);
    }
    try (var journal = PollJournal.in(folder)) {
      assertThat(journal.begun("s0")).contains(NOON.plusMillis(399_994));
    }
  }

  @Test
  void isKeptInMemoryWhereItCannotBeWritten() {
    var now = Instant.parse("2025-11-14T10:00:00Z");
    try (var journal = PollJournal.in(folder.resolve("missing"))) {
      journal.begin("one", now);
      assertThat(journal.begun("one")).contains(now);
    }
  }
}
