package dev.seguia.charsets;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// The charset labels of the web (WHATWG Encoding section 4.2). Java knows fewer labels, and takes
/// some of them narrower than they are meant.
public final class CharsetLabels {
  private CharsetLabels() {}

  /// The charset, and the labels that Java does not know or takes narrower. Hebrew in logical order
  /// is written with the marks and quotes of windows-1255 whatever part of ISO 8859 it names.
  private static final Map<String, String> MEANT =
      byLabel(
          "UTF-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8",
          "ISO-8859-2 iso88592",
          "ISO-8859-3 iso88593",
          "ISO-8859-4 iso88594",
          "ISO-8859-5 iso88595",
          "ISO-8859-6 iso88596 iso-8859-6-e iso-8859-6-i csiso88596e csiso88596i",
          "ISO-8859-7 iso88597",
          "ISO-8859-13 iso885913",
          "ISO-8859-15 iso885915",
          "KOI8-R koi koi8",
          "KOI8-U koi8-ru",
          "x-MacRoman mac macintosh x-mac-roman csmacintosh",
          "x-MacCyrillic x-mac-cyrillic x-mac-ukrainian",
          "windows-1250 x-cp1250",
          "windows-1251 x-cp1251",
          "windows-1252 x-cp1252 iso-8859-1 iso88591 us-ascii",
          "windows-1253 x-cp1253",
          "windows-1254 x-cp1254 iso-8859-9 iso88599",
          "windows-1255 x-cp1255 iso-8859-8 iso88598 iso-8859-8-i iso-8859-8-e csiso88598i"
              + " csiso88598e logical visual",
          "windows-1256 x-cp1256",
          "windows-1257 x-cp1257",
          "windows-1258 x-cp1258",
          "x-windows-874 windows-874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620",
          "GB18030 gbk x-gbk gb2312 gb_2312 gb_2312-80 chinese csgb2312 csiso58gb231280 iso-ir-58",
          "Big5 cn-big5 x-x-big5",
          "windows-31j shift_jis x-sjis",
          "x-windows-949 euc-kr korean ks_c_5601-1987 ks_c_5601-1989 csksc56011987 iso-ir-149");

  /// What a text is written in that says its language and not its charset, or a wrong one (HTML
  /// standard, section 13.2.3.2).
  private static final Map<String, String> USUAL =
      byLabel(
          "windows-1250 cs hr hu pl sk sl",
          "windows-1251 ba be bg kk ky mk ru sah sr tg tt uk",
          "windows-1253 el",
          "windows-1254 az ku tr",
          "windows-1255 he iw yi",
          "windows-1256 ar fa ur",
          "windows-1257 et lt lv",
          "windows-1258 vi",
          "windows-31j ja",
          "x-windows-874 th",
          "x-windows-949 ko",
          "GB18030 zh");

  private static final Pattern LANGUAGE =
      Pattern.compile(
          "(?:<(?:dc:)?language>\\s*(?:<!\\[CDATA\\[)?\\s*|\\bxml:lang\\s*=\\s*[\"']"
              + "|<(?i:html)\\s[^>]{0,500}?\\b(?i:lang)\\s*=\\s*[\"']?)([A-Za-z]{2,3})(?![A-Za-z])");

  /// The charset of a label, in any case; empty for unknown labels.
  public static Optional<Charset> charset(String label) {
    try {
      var small = label.toLowerCase(Locale.ROOT);
      var charset = Charset.forName(MEANT.getOrDefault(small, small));
      var meant = MEANT.get(charset.name().toLowerCase(Locale.ROOT));
      return Optional.of(meant == null ? charset : Charset.forName(meant));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  /// The charset that texts in a language are usually in, if they are not in UTF-8.
  ///
  /// @param start of the document, its bytes as characters
  static Optional<Charset> usual(String start) {
    var language = LANGUAGE.matcher(start);
    if (!language.find()) return Optional.empty();
    var name = Objects.requireNonNull(language.group(1)).toLowerCase(Locale.ROOT);
    return Optional.ofNullable(USUAL.get(name)).map(Charset::forName);
  }

  private static Map<String, String> byLabel(String... lines) {
    var meant = new HashMap<String, String>();
    for (var line : lines) {
      var words = line.split(" ", -1);
      for (var i = 1; i < words.length; i++) meant.put(words[i], words[0]);
    }
    return meant;
  }
}
