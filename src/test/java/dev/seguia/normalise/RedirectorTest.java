package dev.seguia.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RedirectorTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://www.google.com/url?rct=j&sa=t&url=https://news.example/barrage&ct=ga&cd=CAI&usg=AOv | https://news.example/barrage
          https://www.google.com/url?rct=j&url=https%3A%2F%2Fnews.example%2Fa%3Fid%3D7%26page%3D2&ct=ga | https://news.example/a?id=7&page=2
          https://www.google.com/url?rct=j&amp;sa=t&amp;url=https://news.example/a&amp;ct=ga | https://news.example/a
          https://www.google.co.ma/url?q=https://news.example/a&sa=D | https://news.example/a
          https://news.google.com/url?url=https://news.example/a | https://news.example/a
          https://www.google.com/amp/s/news.example/a | https://news.example/a
          https://l.facebook.com/l.php?u=https%3A%2F%2Fnews.example%2Fa%3Ffbclid%3Dx&h=AT | https://news.example/a
          https://www.bing.com/news/apiclick.aspx?ref=FexRss&aid=&url=https%3a%2f%2fnews.example%2fa&c=1 | https://news.example/a
          https://www.bing.com/ck/a?!&&p=1&u=a1aHR0cHM6Ly9uZXdzLmV4YW1wbGUvYQ&ntb=1 | https://news.example/a
          https://href.li/?https://news.example/a | https://news.example/a
          https://t.umblr.com/redirect?z=https%3A%2F%2Fnews.example%2Fa&t=x | https://news.example/a
          https://out.reddit.com/t3_x?url=https%3A%2F%2Fnews.example%2Fa&token=x | https://news.example/a
          https://www.youtube.com/redirect?q=https%3A%2F%2Fnews.example%2Fa | https://news.example/a
          https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fnews.example%2Fa&data=x | https://news.example/a
          https://duckduckgo.com/l/?uddg=https%3A%2F%2Fnews.example%2Fa&rut=x | https://news.example/a
          https://away.vk.com/away.php?to=https%3A%2F%2Fnews.example%2Fa | https://news.example/a
          https://news-example.cdn.ampproject.org/c/s/news.example/a | https://news.example/a
          https://www.google.com/url?url=https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3Dhttps%253A%252F%252Fnews.example%252Fa | https://news.example/a
          """)
  void thePageBehindARedirectorIsTheLinkThatIsPublished(String link, String page) {
    assertThat(LinkCleaner.clean(link)).contains(page);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://www.google.com/url?url=javascript:alert(1)",
        "https://www.google.com/url?sa=t",
        "https://www.google.com/search?q=https://news.example/a",
        "https://www.youtube.com/watch?v=AAA&q=https://news.example/a",
        "https://medium.com/@x/story?url=https://news.example/a",
        "https://news.example/share?url=https://other.example/a",
        "https://web.archive.example/save?url=https://news.example/a",
      })
  void aLinkThatIsNoRedirectorsStays(String link) {
    assertThat(LinkCleaner.clean(link)).contains(link);
  }
}
