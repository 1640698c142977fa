package dev.seguia.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TextWordsTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "L’Été à Fès, c'est fini | l ete a fes c est fini",
        "Élection 2024: 35 % | election 2024 35",
        "snake_case J-7 | snake case j 7",
        "أُولمبياد إلى الكرة | اولمبياد الي الكره",
        "½ heure | 1 2 heure",
        "e\u0301te\u0301 | ete",
        "𝐁old 🔴 text | bold text"
      })
  void areFoldedRunsOfLettersOrDigits(String text, String words) {
    assertThat(String.join(" ", TextWords.of(text))).isEqualTo(words);
    assertThat(TextWords.spelled(text).stream().map(SpelledWord::folded))
        .isEqualTo(TextWords.of(text));
  }

  @Test
  void knowWhichBeginWithACapital() {
    assertThat(TextWords.spelled("À Fès, le RAJA gagne"))
        .filteredOn(SpelledWord::capital)
        .extracting(SpelledWord::folded)
        .isEqualTo(List.of("a", "fes", "raja"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\ud800", "a\udc00b\ud83d", "🔴🟢", "\u200f\u202bمرحبا\u202c"})
  void comeOfAnyText(String text) {
    assertThatCode(() -> TextWords.of(text)).doesNotThrowAnyException();
    assertThatCode(() -> TextWords.spelled(text)).doesNotThrowAnyException();
  }
}
