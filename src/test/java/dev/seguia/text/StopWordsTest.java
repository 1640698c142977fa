package dev.seguia.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StopWordsTest {
  @ParameterizedTest
  @ValueSource(strings = {"the", "apres", "الي", "fur", "что", "tudi", "sao"})
  void areHeldFoldedForEachLanguage(String word) {
    assertThat(StopWords.contains(word)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"maroc", "election", "المغرب", "2024", ""})
  void areNoWordsThatSaySomething(String word) {
    assertThat(StopWords.contains(word)).isFalse();
  }
}
