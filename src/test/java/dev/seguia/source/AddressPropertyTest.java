package dev.seguia.source;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class AddressPropertyTest {
  @Property(tries = 1000, seed = "20251114")
  void anyTextIsAnAddressThatJavaTakesOrNone(@ForAll String text) {
    assertThat(Address.of("http://a.ma/" + text)).isPresent();
    assertThat(Address.of(text))
        .satisfiesAnyOf(
            url -> assertThat(url).isEmpty(),
            url -> assertThat(url.orElseThrow().isAbsolute()).isTrue());
  }
}
