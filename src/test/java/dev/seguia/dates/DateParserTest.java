package dev.seguia.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DateParserTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Fri, 14 Nov 2025 10:00:00 GMT | 2025-11-14T10:00:00Z",
        "Fri, 14 Nov 2025 10:00:00 +0100 | 2025-11-14T09:00:00Z",
        "14 Nov 2025 10:00 EST | 2025-11-14T15:00:00Z",
        "2025-11-14T10:00:00.123+01:00 | 2025-11-14T09:00:00.123Z",
        "2025-11-14 10:00:00 | 2025-11-14T10:00:00Z",
        "2025-11 | 2025-11-01T00:00:00Z",
        "20251114T101500Z | 2025-11-14T10:15:00Z",
        "Nov 14, 2025 4:07 PM | 2025-11-14T16:07:00Z",
        "Fri Nov 14 10:00:00 2025 | 2025-11-14T10:00:00Z",
        "Le 14/11/2025 | 2025-11-14T00:00:00Z",
        "11/14/2025 - 10:00 | 2025-11-14T10:00:00Z",
        "vendredi 14 novembre 2025 à 10h30 | 2025-11-14T10:30:00Z",
        "ven. 14 août 2025 | 2025-08-14T00:00:00Z",
        "Fr, 14 Mär 2025 10:00:00 MEZ | 2025-03-14T09:00:00Z",
        "14 Νοε 2025 10:00:00 EET | 2025-11-14T08:00:00Z",
        "الجمعة 14 نونبر 2025 - 10:06 | 2025-11-14T10:06:00Z",
        "١٤ غشت ٢٠٢٥ | 2025-08-14T00:00:00Z",
        "2025년 11월 14일 10:00:00 | 2025-11-14T01:00:00Z",
        "Fri, 14 Nov 2025 10:00:00 Europe/Paris | 2025-11-14T09:00:00Z",
        "Fri, 14 Nov 2025 24:00:00 GMT | 2025-11-15T00:00:00Z",
        "Sat, 31 Dec 2016 23:59:60 GMT | 2016-12-31T23:59:59Z",
        "2025-11-14T25:00:00Z | 2025-11-14T00:00:00Z",
        "Fri, 14 Nov 2025 34:50:00 +0100 | 2025-11-13T23:00:00Z",
        "14 Nov 2025 10:75 | 2025-11-14T00:00:00Z",
        "1763114400 | 2025-11-14T10:00:00Z"
      })
  void readsManySpellings(String text, Instant expected) {
    assertThat(DateParser.parse(text)).contains(expected);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "",
        "now",
        "31 Feb 2025",
        "2025-13-01",
        "0000-00-00 00:00:00",
        "-0001-11-30T00:00:00+00:00",
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "Fri, 31 Dec 9999 23:59:59 GMT",
        "99999999999999999999",
        "2025-11-14T10:xx:00Z",
        "Fri, 14 Xyz 2025 10:00:00 GMT",
        "the 14 quick brown foxes"
      })
  void refusesWhatIsNoDate(String text) {
    assertThat(DateParser.parse(text)).isEmpty();
  }

  @Property(seed = "20251114")
  void neverThrows(@ForAll String text) {
    assertThat(DateParser.parse(text)).isNotNull();
  }

  @Property(seed = "20251114")
  void neverThrowsOnWhatLooksLikeADate(@ForAll("almostDates") String text) {
    assertThat(DateParser.parse(text)).isNotNull();
  }

  @Provide
  Arbitrary<String> almostDates() {
    return Arbitraries.of(
            "Fri", ", ", "14", " ", "Nov", "2025", "10", ":", "00", "+", "0100", "-", "/", "T", "Z",
            "août", "h", "PM", "at", "GMT", ".", "년", "٢")
        .list()
        .ofMaxSize(16)
        .map(parts -> String.join("", parts));
  }

  @Property(seed = "20251114")
  void readsBackWhatTheStandardsWrite(
      @ForAll("seconds") long second, @ForAll("offsets") int minutes) {
    var moment = Instant.ofEpochSecond(second);
    var local = moment.atOffset(ZoneOffset.ofTotalSeconds(60 * minutes));
    for (var format :
        new DateTimeFormatter[] {
          DateTimeFormatter.RFC_1123_DATE_TIME,
          DateTimeFormatter.ISO_OFFSET_DATE_TIME,
          DateTimeFormatter.ofPattern("EEEE d MMMM yyyy HH:mm:ss xx", Locale.FRENCH),
          DateTimeFormatter.ofPattern("MMM d, yyyy h:mm:ss a xxx", Locale.ENGLISH),
          DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss xx", Locale.ROOT)
        })
      assertThat(DateParser.parse(format.format(local))).as(format.format(local)).contains(moment);
  }

  @Provide
  Arbitrary<Long> seconds() {
    var first = Instant.parse("1990-01-02T00:00:00Z").getEpochSecond();
    var last = Instant.parse("2099-12-30T00:00:00Z").getEpochSecond();
    return Arbitraries.longs().between(first, last);
  }

  @Provide
  Arbitrary<Integer> offsets() {
    return Arbitraries.integers().between(-12 * 4, 14 * 4).map(quarters -> 15 * quarters);
  }
}
