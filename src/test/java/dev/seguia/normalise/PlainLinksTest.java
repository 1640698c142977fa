package dev.seguia.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlainLinksTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          See https://a.example/b.            | See [https://a.example/b].
          (https://a.example/b_(c)), next     | ([https://a.example/b_(c)]), next
          [https://a.example/b]               | [[https://a.example/b]]
          أنظر https://a.example/b، ثم        | أنظر [https://a.example/b]، ثم
          https://a.example/?b=1&c=2 d        | [https://a.example/?b=1&amp;c=2] d
          HTTPS and https:// alone            | HTTPS and https:// alone
          xhttps://a.example                  | xhttps://a.example
          http://a.example/1 http://a.example/2 | [http://a.example/1] [http://a.example/2]
          1 < 2 at "http://a.example/"        | 1 &lt; 2 at "[http://a.example/]"
          """)
  void makesLinksOfAddresses(String text, String expected) {
    var html = new StringBuilder();
    PlainLinks.write(html, text);
    assertThat(html.toString().replaceAll("<a href=\"([^\"]*)\"[^>]*>\\1</a>", "[$1]"))
        .isEqualTo(expected);
  }

  @Test
  void takesWhatFollowsTheReaderOutOfTheLink() {
    var html = new StringBuilder();
    PlainLinks.write(html, "https://a.example/b?utm_source=rss");
    assertThat(html)
        .hasToString(
            "<a href=\"https://a.example/b\" rel=\"noopener noreferrer\">"
                + "https://a.example/b?utm_source=rss</a>");
  }
}
