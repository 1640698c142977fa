package dev.seguia.charsets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CharsetDetectorTest {

  @ParameterizedTest(name = "written in {0}, declared {1}, header {2}")
  @CsvSource({
    "UTF-8, , ",
    "UTF-8, ISO-8859-1, ",
    "UTF-8, , iso-8859-1",
    "windows-1252, , ",
    "windows-1252, ISO-8859-1, ",
    "windows-1252, utf-8, ",
    "windows-1252, , us-ascii",
    "windows-1252, no-such-charset, ",
    "ISO-8859-15, ISO-8859-15, ",
    "UTF-16BE, utf-8, ",
    "UTF-16LE, , ",
    "UTF-16, utf-16, ",
    "UTF-32BE, , utf-8",
    "IBM037, , "
  })
  void readsTheTextWhateverIsSaid(String written, String declared, String header) {
    var declaration =
        declared == null
            ? "<?xml version='1.0'?>"
            : "<?xml version='1.0' encoding='" + declared + "'?>";
    var text = declaration + "<t>été à Fès, où</t>";
    var type = Optional.ofNullable(header).map(charset -> "text/xml; charset=" + charset);
    assertThat(CharsetDetector.decode(text.getBytes(Charset.forName(written)), type).text())
        .isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "GB2312, 新闻",
    "Shift_JIS, ニュース",
    "EUC-KR, 뉴스",
    "windows-1256, أخبار",
    "ISO-8859-6, أخبار",
    "windows-1251, Новости",
    "ISO-2022-JP, ニュース"
  })
  void believesTheDeclarationOfOtherAlphabets(String charset, String word) {
    var text = "<?xml version='1.0' encoding='" + charset + "'?><t>" + word + "</t>";
    assertThat(
            CharsetDetector.decode(text.getBytes(Charset.forName(charset)), Optional.empty())
                .text())
        .isEqualTo(text);
  }

  @Test
  void keepsUtf8ThatOnlyBreaksOff() {
    var bytes = "<t>été à Fès</t>é".getBytes(StandardCharsets.UTF_8);
    var cut = java.util.Arrays.copyOf(bytes, bytes.length - 1);
    assertThat(CharsetDetector.decode(cut, Optional.empty()).text()).startsWith("<t>été à Fès</t>");
  }

  @Test
  void saysSoWhenTheDeclarationIsNotTrue() {
    var body =
        "<?xml version='1.0' encoding='utf-8'?><t>été</t>".getBytes(CharsetDetector.WINDOWS_1252);
    assertThat(CharsetDetector.decode(body, Optional.empty()).warnings())
        .containsExactly("says that it is utf-8, but was read as windows-1252");
  }

  @Property(seed = "20251114")
  void neverThrows(@ForAll byte[] body, @ForAll String header) {
    assertThat(CharsetDetector.decode(body, Optional.of(header)).text()).isNotNull();
  }

  @Property(seed = "20251114")
  void knowsUtf8(@ForAll String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(Utf8Shape.of(bytes).invalid()).isZero();
  }

  @ParameterizedTest(name = "{0} says {1}, header {2}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          windows-1256 | <meta charset=x-cp1256> | | أخبار المغرب
          windows-1256 | <META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=CP1256"> | | أخبار المغرب
          windows-1255 | <meta charset="iso-8859-8-i"> | | “חדשות” היום
          windows-1255 | | logical | “חדשות” היום
          x-windows-874 | <meta charset=dos-874> | | ข่าวไทย
          windows-1252 | <meta charset=iso-8859-1> | | l’été “à Fès”
          windows-1252 | <meta charset=utf-8> | | l’été “à Fès”
          windows-1252 | <meta charset=windows-1251> | iso-8859-1 | l’été “à Fès”
          windows-1252 | <!-- <meta charset=windows-1251> --> | | l’été “à Fès”
          windows-1256 | <meta charset=windows-1256> | utf-8 | أخبار المغرب
          windows-1256 | <html dir=rtl lang=ar-MA> | | أخبار المغرب
          windows-1251 | <?xml version="1.0" encoding="x-cp1251"?> | | новости дня
          UTF-8 | <meta charset=windows-1256> | iso-8859-1 | أخبار المغرب
          UTF-16LE | <meta charset=utf-8> | | أخبار المغرب
          UTF-8 | <meta charset=utf-16> | | أخبار المغرب
          """)
  void readsPagesUnderTheLabelsOfTheWeb(
      String written, @Nullable String head, @Nullable String header, String words) {
    var page = (head == null ? "" : head) + "<title>" + words + "</title>";
    var type = Optional.ofNullable(header).map(charset -> "text/html; charset=" + charset);
    var bytes = page.getBytes(Charset.forName(written));
    assertThat(new String(bytes, CharsetDetector.ofPage(bytes, type))).isEqualTo(page);
  }

  @Property(tries = 500, seed = "20251114")
  void givesEveryPageACharset(@ForAll byte[] bytes) {
    assertThat(CharsetDetector.ofPage(bytes, Optional.empty())).isNotNull();
  }
}
