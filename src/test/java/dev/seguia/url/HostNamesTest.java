package dev.seguia.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HostNamesTest {
  @ParameterizedTest
  @CsvSource({
    "a.example, a.example",
    "A.Example, A.Example",
    "été.example, xn--t-9fab.example",
    "مثال.إختبار, xn--mgbh0fb.xn--kgbechtv",
  })
  void areWrittenInAscii(String host, String expected) {
    assertThat(HostNames.ascii(host)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a..example", ".example", "é..example"})
  void haveNoEmptyLabels(String host) {
    assertThat(HostNames.ascii(host)).isEmpty();
  }

  @Test
  void haveNoLabelsBeyondTheLengthOfTheStandard() {
    assertThat(HostNames.ascii("a".repeat(64) + ".example")).isEmpty();
    assertThat(HostNames.ascii("a".repeat(63) + ".example")).isPresent();
  }
}
