package dev.seguia.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReferencesTest {
  @ParameterizedTest
  @CsvSource({
    "/?a=1&amp;b=2, /?a=1&b=2",
    "/?a=1&amp;amp;b=2, /?a=1&b=2",
    "/?a=1&#038;b=2, /?a=1&b=2",
    "/?a=1&#38;b=2&#x26;c=3, /?a=1&b=2&c=3",
    "/?width&#61;1920, /?width=1920",
    "/?width&#x3D;1920, /?width=1920",
    "/it&#039;s, /it's",
    "/?a=1&b=2#c, /?a=1&b=2#c",
    "/?a=1&b;c=2, /?a=1&b;c=2",
    "/?a=&#8217;, /?a=&#8217;",
    "/?a=&#999999999999;, /?a=&#999999999999;",
    "/?a=&#10;b, /?a=&#10;b",
    "/?copy=1&copy=2, /?copy=1&copy=2"
  })
  void resolvesWhatWasEscapedOnceTooOften(String written, String meant) {
    assertThat(References.resolved(written)).isEqualTo(meant);
  }
}
