package dev.seguia.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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
}
