package dev.seguia.url;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UrlSecretsTest {
  @ParameterizedTest
  @CsvSource({
    "https://me:pw@a.example/f, https://***@a.example/f, https://a.example/f",
    "https://me@a.example/f, https://***@a.example/f, https://a.example/f",
    "https://a.example/f?token=x, https://a.example/f?token=***, https://a.example/f",
    "https://a.example/f?token=x&n=5, https://a.example/f?token=***&n=5, https://a.example/f?n=5",
    "https://a.example/f?n=5&token=x, https://a.example/f?n=5&token=***, https://a.example/f?n=5",
    "https://a.example/f?n=5;key=x#y, https://a.example/f?n=5;key=***#y, https://a.example/f?n=5#y",
    "https://a.example/f?a=1&auth=x&b=2, https://a.example/f?a=1&auth=***&b=2, https://a.example/f?a=1&b=2",
    "https://a.example/?feed_token=x&PW=y, https://a.example/?feed_token=***&PW=***, https://a.example/",
    "https://a.example/?oauth_signature=x, https://a.example/?oauth_signature=***, https://a.example/",
    "https://a.example/?rss-key=x, https://a.example/?rss-key=***, https://a.example/",
    "https://a.example/?session=x&sid=y, https://a.example/?session=***&sid=***, https://a.example/"
  })
  void goFromALogAndFromWhatIsPublished(String url, String masked, String open) {
    assertThat(UrlSecrets.areIn(url)).isTrue();
    assertThat(UrlSecrets.masked(url)).isEqualTo(masked);
    assertThat(UrlSecrets.without(url)).isEqualTo(open);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example/rss",
        "https://a.example/rss?outputType=xml&page=2",
        "https://a.example/?author=5&keyword=maroc&passage=3&q=token",
        "https://a.example/@someone/feed",
        "https://a.example/?token="
      })
  void areNotSeenWhereThereAreNone(String url) {
    assertThat(UrlSecrets.areIn(url)).isFalse();
    assertThat(UrlSecrets.without(url)).isEqualTo(url);
  }

  @Test
  void areMaskedWhereverAUrlStandsInAText() {
    assertThat(
            UrlSecrets.masked(
                "from https://u:p@a.example/?key=x; to {\"url\":\"http://b.example/?token=y\"}"))
        .isEqualTo(
            "from https://***@a.example/?key=***; to {\"url\":\"http://b.example/?token=***\"}");
  }
}
