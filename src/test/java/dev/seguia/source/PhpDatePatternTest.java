package dev.seguia.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PhpDatePatternTest {
  @ParameterizedTest(name = "{0} is {1} and reads {2}")
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '`',
      value = {
        "d/m/Y H:i → d/M/yyyy H:mm → 04/11/2025 9:05",
        "Ymd → yyyyMMdd → 20251104",
        "dmY, Hi → ddMMyyyy, HHmm → 04112025, 0905",
        "j F Y → d MMMM yyyy → 4 November 2025",
        "l, M jS, Y g:i a → EEEE, MMM d['st']['nd']['rd']['th'], yyyy h:mm a → Tuesday, Nov 4th, 2025 9:05 am",
        "D d.n.y → EEE d.M.yy → Tue 4.11.25",
        "Y-m-d\\TH:i:sP → yyyy-M-d'T'H:mm:ss[XXX][XX][VV][z] → 2025-11-04T09:05:00+01:00",
        "!d/m/Y| → d/M/yyyy → 4/11/2025",
        "\\L\\e d m Y à H\\hi → 'Le 'd M yyyy' à 'H'h'mm → Le 04 11 2025 à 09h05",
        "d 'm' Y → d' '''M''' 'yyyy → 4 '11' 2025"
      })
  void isWrittenAsOurPatterns(String php, String pattern, String text) {
    assertThat(PhpDatePattern.translated(php)).contains(pattern);
    var formatter =
        new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern(pattern)
            .toFormatter(Locale.ENGLISH);
    assertThat(formatter.parse(text).getLong(ChronoField.EPOCH_DAY))
        .isEqualTo(LocalDate.of(2025, 11, 4).toEpochDay());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2006-01", "U", "H:i", "d/m/Y+", "z Y", "d*Y", "c", "\\"})
  void hasNoneWhereOursSayLess(String php) {
    assertThat(PhpDatePattern.translated(php)).isEmpty();
  }

  @Property(tries = 1000, seed = "20251114")
  void anyTextIsAPatternThatCanBeUsedOrNone(@ForAll String text) {
    PhpDatePattern.translated("d" + text)
        .ifPresent(pattern ->
            assertThat(new DateTimeFormatterBuilder().appendPattern(pattern)).isNotNull());
  }
}
