package dev.seguia.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StemTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "elections, election",
    "crashes, crash",
    "journaux, journau",
    "france, franc",
    "press, press",
    "jeux, jeux",
    "maroc, maroc",
    "والمنتخب, منتخب",
    "للمغرب, مغرب",
    "الكره, كره",
    "الله, الله",
    "الي, الي"
  })
  void cutsPluralsAndArabicArticlesOfLongWords(String word, String stem) {
    assertThat(Stem.of(word)).isEqualTo(stem);
  }
}
