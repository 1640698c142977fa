package dev.seguia.scrape;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WebPageTest {
  @ParameterizedTest
  @CsvSource({
    "windows-1256, <meta charset=x-cp1256>, , أخبار",
    "windows-1255, , text/html; charset=iso-8859-8-i, “חדשות”",
    "windows-1252, <meta charset=iso-8859-1>, , l’été",
    "UTF-8, \uFEFF<meta charset=windows-1256>, , أخبار",
    "UTF-16, <meta charset=utf-8>, , أخبار",
    "UTF-32, , , أخبار"
  })
  void isReadInItsCharset(String written, String head, String header, String words) {
    var html = Optional.ofNullable(head).orElse("") + "<title>" + words + "</title>";
    var bytes = html.getBytes(Charset.forName(written));
    var page = WebPage.of(URI.create("https://h.example/"), Optional.ofNullable(header), bytes);
    assertThat(page.document().title()).isEqualTo(words);
  }
}
