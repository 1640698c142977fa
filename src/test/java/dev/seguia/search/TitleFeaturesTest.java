package dev.seguia.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TitleFeaturesTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Les élections à Rabat | fr | {electi=1.0, rabat=1.3}",
        "LES ÉLECTIONS | fr | {electi=1.0}",
        "الانتخابات في المغرب | ar | {انتخابات=1.0, مغرب=1.0}",
        "Die Wahl in Berlin 2021 | de | {2021=1.0, berlin=1.3, wahl=1.3}",
        "Gross tables 7 | en | {7=1.0, gross=1.3, tabl=1.0}",
        "?! | en | {}",
      })
  void areFoldedStemmedAndCut(String title, String language, String features) {
    assertThat(new TreeMap<>(TitleFeatures.of(title, Optional.of(language)))).hasToString(features);
  }
}
