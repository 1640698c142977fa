package dev.seguia.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpDateTest {
  private static final Instant DATE = Instant.parse("1994-11-06T08:49:37Z");

  /// The three formats of RFC 9110 section 5.6.7, and what careless programs make of them.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sun, 06 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
        "Mon, 06 Nov 1994 08:49:37 GMT",
        "sun, 6 nov 1994 08:49:37 utc",
        "06 Nov 1994 08:49:37 +0000",
        " Sun, 06 Nov 1994 08:49:37 GMT ",
      })
  void readsEveryFormat(String text) {
    assertThat(HttpDate.parse(text)).contains(DATE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "1994-11-06", "Sun, 31 Feb 1994 08:49:37 GMT"})
  void readsNothingElse(String text) {
    assertThat(HttpDate.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"69, 2069", "70, 1970", "26, 2026"})
  void tellsCenturiesApart(String written, int year) {
    assertThat(HttpDate.parse("Sunday, 06-Nov-" + written + " 08:49:37 GMT"))
        .contains(Instant.parse(year + "-11-06T08:49:37Z"));
  }

  @Test
  void writesTheFixedFormat() {
    assertThat(HttpDate.of(DATE)).isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
  }
}
