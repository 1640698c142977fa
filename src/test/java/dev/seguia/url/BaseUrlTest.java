package dev.seguia.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BaseUrlTest {
  @ParameterizedTest
  @CsvSource({
    "http://localhost:8360, http://localhost:8360, '', http://localhost:8360, false",
    "https://a.example, https://a.example, '', https://a.example, true",
    "https://a.example/, https://a.example, '', https://a.example, true",
    "https://a.example///, https://a.example, '', https://a.example, true",
    "https://a.example/news, https://a.example/news, /news, https://a.example, true",
    "https://a.example/news//, https://a.example/news, /news, https://a.example, true",
    "https://a.example/a//b/, https://a.example/a//b, /a//b, https://a.example, true",
    "https://a.example/%C3%A9, https://a.example/%C3%A9, /%C3%A9, https://a.example, true",
    "https://a.example/é, https://a.example/é, /é, https://a.example, true",
    "https://a.example:443/a, https://a.example:443/a, /a, https://a.example, true",
    "https://a.example:80, https://a.example:80, '', https://a.example:80, true",
    "http://a.example:80, http://a.example:80, '', http://a.example, false",
    "http://a.example:443, http://a.example:443, '', http://a.example:443, false",
    "http://a.example:, http://a.example:, '', http://a.example, false",
    "https://A.Example, https://A.Example, '', https://A.Example, true",
    "http://[::1]:8360/, http://[::1]:8360, '', http://[::1]:8360, false",
    "http://ann:pw@a.example, http://ann:pw@a.example, '', http://a.example, false"
  })
  void isReadWithAllThatItsPathForgives(
      String text, String shown, String path, String origin, boolean isHttps) {
    var base = BaseUrl.of(text);
    assertThat(base).hasToString(shown);
    assertThat(base.path()).isEqualTo(path);
    assertThat(base.origin()).isEqualTo(origin);
    assertThat(base.isHttps()).isEqualTo(isHttps);
    assertThat(base.resolve("feeds/all.atom")).isEqualTo(shown + "/feeds/all.atom");
    assertThat(BaseUrl.parse(text)).contains(base);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a.example",
        "//a.example",
        "/news",
        "ftp://a.example",
        "HTTP://a.example",
        "http:a.example",
        "http://",
        "http:///",
        "http:///news",
        "http://a_b.example",
        "http://a.example:port",
        "http://a.example?a",
        "http://a.example/?",
        "http://a.example/#a",
        "http://a.example/#",
        "http://a.example/a b"
      })
  void isNone(String text) {
    assertThat(BaseUrl.parse(text)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> BaseUrl.of(text));
  }

  @Test
  void namesHostAndPortAsTheyAreWritten() {
    var base = BaseUrl.of("http://[::1]:8360/news");
    assertThat(base.host()).isEqualTo("[::1]");
    assertThat(base.authority()).isEqualTo("[::1]:8360");
  }
}
