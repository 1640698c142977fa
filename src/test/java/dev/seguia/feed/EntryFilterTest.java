package dev.seguia.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The canonical spelling of a filter, and what is in.
final class EntryFilterTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "fr; ''; lang=fr",
        "fr,ar,fr; ''; lang=ar,fr",
        "fr-ma,fr,fr-fr; ''; lang=fr",
        "fr-ma,fr-fr; ''; lang=fr-fr,fr-ma",
        "frr,fr; ''; lang=fr,frr",
        "''; b,a,b; source=a,b",
        "ar; b; lang=ar&source=b",
        "''; ''; ''"
      })
  void hasOneSpelling(String languages, String sources, String query) {
    assertThat(new EntryFilter(list(languages), list(sources)).query()).isEqualTo(query);
  }

  @ParameterizedTest
  @CsvSource({
    "fr, fr, true",
    "fr, fr-ma, true",
    "fr-ma, fr, false",
    "fr, frr, false",
    "fr, '', false",
    "'', '', true",
    "'', ar, true"
  })
  void aLanguageHasItsVarietiesIn(String languages, String language, boolean isIn) {
    var own = Optional.of(language).filter(tag -> !tag.isEmpty());
    assertThat(new EntryFilter(list(languages), List.of()).fits(own, List.of("a"))).isEqualTo(isIn);
  }

  @ParameterizedTest
  @CsvSource({"a, a, true", "'a,b', b, true", "a, b, false"})
  void aSourceHasWhatItCarriesIn(String sources, String carrier, boolean isIn) {
    assertThat(new EntryFilter(List.of(), list(sources)).fits(Optional.empty(), List.of(carrier)))
        .isEqualTo(isIn);
  }

  private static List<String> list(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(",", -1));
  }
}
