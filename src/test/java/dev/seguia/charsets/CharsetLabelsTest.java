package dev.seguia.charsets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CharsetLabelsTest {
  @ParameterizedTest
  @CsvSource({
    "utf8, UTF-8",
    "unicode-1-1-utf-8, UTF-8",
    "iso-8859-1, windows-1252",
    "latin1, windows-1252",
    "iso88591, windows-1252",
    "iso-8859-8, windows-1255",
    "iso-8859-8-i, windows-1255",
    "logical, windows-1255",
    "hebrew, windows-1255",
    "x-cp1255, windows-1255",
    "iso-8859-6-i, ISO-8859-6",
    "asmo-708, ISO-8859-6",
    "x-cp1256, windows-1256",
    "cp1256, windows-1256",
    "x-cp1251, windows-1251",
    "koi8-ru, KOI8-U",
    "x-mac-cyrillic, x-MacCyrillic",
    "dos-874, x-windows-874",
    "chinese, GB18030",
    "gb_2312-80, GB18030",
    "cn-big5, Big5",
    "sjis, windows-31j",
    "korean, x-windows-949"
  })
  void knowsTheLabelsOfTheWeb(String label, String charset) {
    assertThat(CharsetLabels.charset(label)).contains(Charset.forName(charset));
  }

  @ParameterizedTest
  @CsvSource({
    "<language>he</language>, windows-1255",
    "<language>ar-MA</language>, windows-1256",
    "<language> <![CDATA[ru-RU]]></language>, windows-1251",
    "<dc:language>fa</dc:language>, windows-1256",
    "<feed xml:lang=\"el\">, windows-1253",
    "<language>en</language>,",
    "<language>heb</language>,",
    "<title>ru</title>,"
  })
  void knowsTheUsualCharsetOfALanguage(String start, String charset) {
    assertThat(CharsetLabels.usual(start))
        .isEqualTo(Optional.ofNullable(charset).map(Charset::forName));
  }
}
