package dev.seguia.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LessThanTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          $a<b$ and $c>d$        | $a&lt;b$ and $c>d$
          x<y\\) <i>z</i>        | x&lt;y\\) <i>z</i>
          <https://a.example/>   | &lt;https://a.example/>
          <ann@a.example>        | &lt;ann@a.example>
          <a.example>            | &lt;a.example>
          I </3 you              | I &lt;/3 you
          i<n and n<p>q</p>      | i&lt;n and n<p>q</p>
          i<n                    | i&lt;n
          n<m<b>o</b>            | n&lt;m<b>o</b>
          f(a<b,c>d)             | f(a&lt;b,c>d)
          """)
  void escapesWhatOpensNoTag(String html, String escaped) {
    assertThat(LessThan.escaped(html)).isEqualTo(escaped);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p>a</p>",
        "<br/><BR />",
        "<p class='x'>a < b <= c <3 <- d</p>",
        "<a href=\"https://a.example/?x=<\">a</a>",
        "<img\nsrc=a.jpg>",
        "<o:p></o:p><my-element x='1'>a</my-element><unknown>b</unknown>",
        "<div\"x\">a</div>a<br\\>b",
        "<!-- a --><!doctype html><![CDATA[x]]><?php x ?>",
        "<a href=\"https://a.example/breaks-off",
        "a <",
        "a </",
        ""
      })
  void leavesTagsAsTheyAre(String html) {
    assertThat(LessThan.escaped(html)).isEqualTo(html);
  }
}
