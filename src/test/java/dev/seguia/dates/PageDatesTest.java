package dev.seguia.dates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PageDatesTest {
  private static final Instant NOW = Instant.parse("2025-11-15T12:30:45Z");
  private static final PageDates DATES = new PageDates(NOW, ZoneOffset.UTC, Locale.ROOT);

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Le 20/04/2025 à 10h06 | 2025-04-20T10:06:00Z",
        "Le 14/11/97 à 10h06 | 1997-11-14T10:06:00Z",
        "Le 14/11/25 à 10h06 | 2025-11-14T10:06:00Z",
        "vendredi 14 novembre 2025 | 2025-11-14T00:00:00Z",
        "Publié le 14 nov. 2025 à 09:05 | 2025-11-14T09:05:00Z",
        "Par Karim D. le 1er août 2025 à 7 h 05 | 2025-08-01T07:05:00Z",
        "Freitag, 14. November 2025, 18.30 Uhr | 2025-11-14T18:30:00Z",
        "14. März 2025, 8 Uhr | 2025-03-14T08:00:00Z",
        "Posted on November 14th, 2025 at 4:07 pm by Jane Doe | 2025-11-14T16:07:00Z",
        "Nov 14, 2025 10:00 EST | 2025-11-14T15:00:00Z",
        "14 de noviembre de 2025 | 2025-11-14T00:00:00Z",
        "14 novembre 2025 alle 10:15 | 2025-11-14T10:15:00Z",
        "14 novembre 2025 à 26h80 | 2025-11-14T00:00:00Z",
        "2025-11-14 09:05 | 2025-11-14T09:05:00Z",
        "2025-11-14T09:05:00+01:00 | 2025-11-14T08:05:00Z",
        "2025/11/14 | 2025-11-14T00:00:00Z",
        "14.11.25, 09:05 | 2025-11-14T09:05:00Z",
        "الجمعة 14 نونبر 2025 - 10:06 | 2025-11-14T10:06:00Z",
        "١٤ غشت ٢٠٢٥ | 2025-08-14T00:00:00Z",
        "14 جانفي 2025 | 2025-01-14T00:00:00Z",
        "14 يناير 2025 | 2025-01-14T00:00:00Z",
        "14 كانون الثاني 2025 | 2025-01-14T00:00:00Z",
        "14 تشرين الأول 2025 | 2025-10-14T00:00:00Z",
        "14 نوفمبر/تشرين الثاني 2025 | 2025-11-14T00:00:00Z",
        "نشر في 14 جويلية 2025 الساعة 3:45 مساء | 2025-07-14T15:45:00Z",
        "2025年11月14日 | 2025-11-14T00:00:00Z"
      })
  void readsDaysOfTheCalendarInWords(String text, Instant expected) {
    assertThat(DATES.in(text)).contains(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "منذ ساعتين | 2025-11-15T10:30:00Z",
        "منذ 3 أيام | 2025-11-12T00:00:00Z",
        "قبل 5 دقائق | 2025-11-15T12:25:00Z",
        "منذ ٧ ساعات | 2025-11-15T05:30:00Z",
        "قبل ساعة | 2025-11-15T11:30:00Z",
        "أمس | 2025-11-14T00:00:00Z",
        "أول أمس | 2025-11-13T00:00:00Z",
        "اليوم، 10:06 | 2025-11-15T10:06:00Z",
        "2 hours ago | 2025-11-15T10:30:00Z",
        "an hour ago | 2025-11-15T11:30:00Z",
        "32 mins ago | 2025-11-15T11:58:00Z",
        "1 hour 5 minutes ago | 2025-11-15T11:25:00Z",
        "yesterday | 2025-11-14T00:00:00Z",
        "Yesterday at 6:15 pm | 2025-11-14T18:15:00Z",
        "il y a 5 minutes | 2025-11-15T12:25:00Z",
        "Il y a une heure | 2025-11-15T11:30:00Z",
        "hier à 18h30 | 2025-11-14T18:30:00Z",
        "aujourd'hui à 08:00 | 2025-11-15T08:00:00Z",
        "avant-hier | 2025-11-13T00:00:00Z",
        "vor 3 Stunden | 2025-11-15T09:30:00Z",
        "vor einem Tag | 2025-11-14T00:00:00Z",
        "gestern | 2025-11-14T00:00:00Z",
        "Gestern, 18:30 Uhr | 2025-11-14T18:30:00Z",
        "hace 2 horas | 2025-11-15T10:30:00Z",
        "3 giorni fa | 2025-11-12T00:00:00Z",
        "2 weeks ago | 2025-11-01T00:00:00Z"
      })
  void readsHowLongAgo(String text, Instant expected) {
    assertThat(DATES.in(text)).contains(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "14 novembre | 2025-11-14T00:00:00Z",
        "15 Nov | 2025-11-15T00:00:00Z",
        "16 novembre | 2024-11-16T00:00:00Z",
        "Dec 3 at 10:00 | 2024-12-03T10:00:00Z",
        "29 février | 2024-02-29T00:00:00Z",
        "jeudi 13 novembre à 20h | 2025-11-13T20:00:00Z",
        "14 نونبر | 2025-11-14T00:00:00Z"
      })
  void aDayWithoutAYearIsTheNewestThatIsNotYetToCome(String text, Instant expected) {
    assertThat(DATES.in(text)).contains(expected);
  }

  @Test
  void theDayComesFirstUnlessItWouldLieAheadOrThePageIsAmerican() {
    var american = new PageDates(NOW, ZoneOffset.UTC, Locale.US);
    assertThat(DATES.in("03/04/2025")).contains(Instant.parse("2025-04-03T00:00:00Z"));
    assertThat(american.in("03/04/2025")).contains(Instant.parse("2025-03-04T00:00:00Z"));
    assertThat(DATES.in("11/12/2025")).contains(Instant.parse("2025-11-12T00:00:00Z"));
    assertThat(american.in("14/11/2025")).contains(Instant.parse("2025-11-14T00:00:00Z"));
  }

  @Test
  void clocksAreThoseOfTheZone() {
    var casablanca = new PageDates(NOW, ZoneId.of("Africa/Casablanca"), Locale.FRENCH);
    assertThat(casablanca.in("hier à 00h30")).contains(Instant.parse("2025-11-13T23:30:00Z"));
    assertThat(casablanca.in("14/11/2025 10:00")).contains(Instant.parse("2025-11-14T09:00:00Z"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "",
        "Sport",
        "Hier lesen Sie mehr",
        "31/02/2025",
        "99999 hours of work",
        "Five days that changed the town",
        "La Marche verte du 6 novembre expliquée aux enfants",
        "15/20",
        "3-2",
        "14 morts",
        "ما قبل الحرب",
        "12:30"
      })
  void refusesWhatIsNoDate(String text) {
    assertThat(DATES.in(text)).isEmpty();
  }

  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "d MMMM yyyy 'à' HH'h'mm | fr | 14 novembre 2025 à 09h05 | 2025-11-14T09:05:00Z",
        "dd.MM.yy | de | 14.11.25 | 2025-11-14T00:00:00Z",
        "d MMMM yyyy | ar-MA | ١٤ نونبر ٢٠٢٥ | 2025-11-14T00:00:00Z",
        "d MMMM | en | 16 november | 2024-11-16T00:00:00Z",
        "MMMM yyyy | fr | Novembre 2025 | 2025-11-01T00:00:00Z",
        "HH:mm | fr | 08:15 | 2025-11-15T08:15:00Z",
        "yyyy-MM-dd HH:mm xx | en | 2025-11-14 10:00 +0100 | 2025-11-14T09:00:00Z"
      })
  void readsByAPattern(String pattern, String language, String text, Instant expected) {
    var dates = new PageDates(NOW, ZoneOffset.UTC, Locale.forLanguageTag(language));
    assertThat(dates.by(pattern, text)).contains(expected);
  }

  @Test
  void whatDoesNotFitAPatternIsNoDate() {
    assertThat(DATES.by("dd/MM/yyyy", "hier")).isEmpty();
    assertThat(DATES.by("dd/MM", "30/02")).isEmpty();
    assertThatThrownBy(() -> DATES.by("no pattern", "14"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property(seed = "20251114")
  void readsBackWhatAPatternWrites(
      @ForAll("languages") Locale language,
      @ForAll("patterns") String pattern,
      @ForAll("minutes") long minute) {
    var moment = Instant.ofEpochSecond(60 * minute);
    var dates = new PageDates(NOW, ZoneOffset.UTC, language);
    var text =
        DateTimeFormatter.ofPattern(pattern, language).format(moment.atOffset(ZoneOffset.UTC));
    assertThat(dates.by(pattern, text)).as(text).contains(moment);
  }

  @Property(seed = "20251114")
  void readsBackWhatPeopleWrite(
      @ForAll("spokenLanguages") Locale language,
      @ForAll("spoken") String pattern,
      @ForAll("pastMinutes") long minute) {
    var moment = Instant.ofEpochSecond(60 * minute);
    var text =
        DateTimeFormatter.ofPattern(pattern, language).format(moment.atOffset(ZoneOffset.UTC));
    assertThat(DATES.in(text)).as(text).contains(moment);
  }

  @Property(seed = "20251114")
  void aDayWithoutAYearIsNeverToCome(@ForAll @IntRange(min = 0, max = 364) int daysAgo) {
    var day = LocalDate.of(2025, 11, 15).minusDays(daysAgo);
    var text = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.FRENCH).format(day);
    assertThat(DATES.in(text)).contains(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  @Property(seed = "20251114")
  void neverThrows(@ForAll("almostDates") String text) {
    assertThat(DATES.in(text)).isNotNull();
  }

  @Provide
  Arbitrary<Locale> languages() {
    return Arbitraries.of("fr", "en", "de", "es", "it", "pt", "ar", "ar-MA", "nl", "ru", "tr")
        .map(Locale::forLanguageTag);
  }

  @Provide
  Arbitrary<Locale> spokenLanguages() {
    return Arbitraries.of("fr", "en", "de", "es", "it", "pt", "ar", "ar-MA", "nl")
        .map(Locale::forLanguageTag);
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.of(
        "EEEE d MMMM yyyy HH:mm", "dd/MM/yyyy HH:mm", "d MMM yyyy, HH:mm", "yyyy-MM-dd'T'HH:mm");
  }

  @Provide
  Arbitrary<String> spoken() {
    return Arbitraries.of(
        "EEEE d MMMM yyyy HH:mm",
        "d MMMM yyyy HH'h'mm",
        "dd/MM/yyyy '-' HH:mm",
        "MMMM d, yyyy HH:mm");
  }

  @Provide
  Arbitrary<Long> minutes() {
    return minutesUntil(Instant.parse("2068-12-30T00:00:00Z"));
  }

  /// `11/12/2025` is read as of the day that is not yet to come.
  @Provide
  Arbitrary<Long> pastMinutes() {
    return minutesUntil(Instant.parse("2025-11-15T00:00:00Z"));
  }

  private static Arbitrary<Long> minutesUntil(Instant last) {
    var first = Instant.parse("1990-01-02T00:00:00Z").getEpochSecond() / 60;
    return Arbitraries.longs().between(first, last.getEpochSecond() / 60);
  }

  @Provide
  Arbitrary<String> almostDates() {
    return Arbitraries.of(
            "il y a",
            "منذ",
            " ",
            "Nov",
            "2025",
            "14",
            ":",
            "/",
            "-",
            "h",
            "ago",
            "hier",
            "9999",
            "vor",
            "days",
            "à",
            "ساعتين",
            ".",
            ",",
            "29 février",
            "٢")
        .list()
        .ofMaxSize(14)
        .map(parts -> String.join("", parts));
  }
}
