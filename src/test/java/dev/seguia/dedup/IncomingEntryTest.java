package dev.seguia.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.feed.Audience;
import dev.seguia.feed.RawEntry;
import dev.seguia.testing.PlainEntry;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IncomingEntryTest {
  private static final Instant NOW = at("12:00");

  private static Instant at(String time) {
    return Entries.NOON.atZone(ZoneOffset.UTC).with(LocalTime.parse(time)).toInstant();
  }

  private static IncomingEntry arrival(@Nullable String published, @Nullable String updated) {
    var entry =
        PlainEntry.of(
            Optional.of("id"),
            Optional.empty(),
            Optional.empty(),
            "Le titre",
            "",
            "texte",
            Optional.ofNullable(published).map(IncomingEntryTest::at),
            Optional.ofNullable(updated).map(IncomingEntryTest::at));
    var raw = RawEntry.builder().id(Optional.of("id")).build();
    return IncomingEntry.of(
        EntryKey.of(raw), Fingerprint.ofAll(raw), entry, List.of(), Audience.EVERYONE);
  }

  @ParameterizedTest
  @CsvSource({"10:00,,10:00", ",,12:00", "13:00,,12:00", ",09:00,09:00"})
  void isPublishedByItsDateUnlessThatIsInTheFuture(
      @Nullable String published, @Nullable String updated, String expected) {
    assertThat(arrival(published, updated).published(NOW)).isEqualTo(at(expected));
  }

  @ParameterizedTest
  @CsvSource({"10:00,11:00,11:00", "10:00,,10:00", "10:00,09:00,10:00", "10:00,13:00,10:00"})
  void isUpdatedByItsDateIfThatIsAfterThePublication(
      @Nullable String published, @Nullable String updated, String expected) {
    assertThat(arrival(published, updated).updated(NOW)).isEqualTo(at(expected));
  }

  @ParameterizedTest
  @CsvSource({"11:30,11:30", "11:00,12:00", "10:30,12:00", "13:00,12:00", ",12:00"})
  void isUpdatedAgainByItsDateIfThatIsAfterTheLastUpdate(
      @Nullable String updated, String expected) {
    assertThat(arrival("10:00", updated).updatedAgain(at("11:00"), NOW)).isEqualTo(at(expected));
  }
}
