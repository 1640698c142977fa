package dev.seguia.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.testing.TestClock;
import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FreshnessTest {
  private final Freshness freshness = new Freshness(TestClock.standing()); // 12:00:00 GMT

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "max-age=600 | PT10M",
        "public, MAX-AGE = \"600\" | PT10M",
        "max-age=600, max-age=900 | PT10M",
        "max-age=oops, max-age=900 | PT15M",
        "s-maxage=600 |",
        "x-max-age=600 |",
        "max-age=-5 |",
        "max-age=0 |",
        "max-age= |",
        "no-store, max-age=600 |",
        "max-age=600, no-cache=\"Set-Cookie\" |",
        "max-age=99999999999999999999 | PT8760H",
        ", ,= |"
      })
  void readsHowLongAnAnswerIsFresh(String cacheControl, @Nullable Duration expected) {
    assertThat(freshness.maxAge(answer("Cache-Control", cacheControl)))
        .isEqualTo(Optional.ofNullable(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Fri, 14 Nov 2025 12:10:00 GMT | PT10M",
        "Friday, 14-Nov-25 12:10:00 GMT | PT10M",
        "Fri Nov 14 12:10:00 2025 | PT10M",
        "Fri, 14 Nov 2025 11:00:00 GMT |",
        "Fri, 14 Nov 9999 11:00:00 GMT | PT8760H",
        "0 |",
        "-1 |",
        "soon |"
      })
  void readsTheDateOfExpiry(String expires, @Nullable Duration expected) {
    assertThat(freshness.maxAge(answer("Expires", expires)))
        .isEqualTo(Optional.ofNullable(expected));
  }

  @ParameterizedTest
  @CsvSource({"100, PT8M20S", "600, ", "'', PT10M", "-1, PT10M", "old, PT10M"})
  void countsTheTimeInCaches(String age, @Nullable Duration expected) {
    var answer = answer("Cache-Control", "max-age=600");
    answer.addHeader("Age", age);
    assertThat(freshness.maxAge(answer)).isEqualTo(Optional.ofNullable(expected));
  }

  @ParameterizedTest
  @CsvSource({"max-age=60, PT1M", "max-age=0, ", "public, PT1H"})
  void heedsExpiryOnlyWhereNothingElseIsSaid(String cacheControl, @Nullable Duration expected) {
    var answer = answer("Cache-Control", cacheControl);
    answer.addHeader("Date", "Fri, 14 Nov 2025 10:00:00 GMT"); // the server's clock is late
    answer.addHeader("Expires", "Fri, 14 Nov 2025 11:00:00 GMT");
    assertThat(freshness.maxAge(answer)).isEqualTo(Optional.ofNullable(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "120 | PT2M",
        " 120  | PT2M",
        "Fri, 14 Nov 2025 13:00:00 GMT | PT1H",
        "Fri, 14 Nov 2025 11:00:00 GMT |",
        "0 |",
        "-5 |",
        "1.5 |",
        "soon |",
        "99999999999999999999 | PT8760H",
        "Fri, 14 Nov 9999 11:00:00 GMT | PT8760H"
      })
  void readsWhenToComeBack(String retryAfter, @Nullable Duration expected) {
    assertThat(freshness.retryAfter(answer("Retry-After", retryAfter)))
        .isEqualTo(Optional.ofNullable(expected));
  }

  @Property(seed = "20251114")
  void isNeverZeroOrThrownWhateverTheHeadersSay(
      @ForAll String cacheControl, @ForAll String expires, @ForAll String retryAfter) {
    var answer = answer("Cache-Control", cacheControl);
    answer.addHeader("Expires", expires);
    answer.addHeader("Retry-After", retryAfter);
    assertThat(freshness.maxAge(answer).stream()).allMatch(Duration::isPositive);
    assertThat(freshness.retryAfter(answer).stream()).allMatch(Duration::isPositive);
  }

  private static BasicHttpResponse answer(String name, String value) {
    var answer = new BasicHttpResponse(200);
    answer.addHeader(name, value);
    return answer;
  }
}
