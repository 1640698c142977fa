package dev.seguia.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.testing.PlainEntry;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HeadingTest {
  private static String heading(String title, String summary, String content) {
    return Heading.of(entry(title, summary, content, Optional.empty(), Optional.empty()));
  }

  private static Entry entry(
      String title,
      String summary,
      String content,
      Optional<String> link,
      Optional<Instant> published) {
    return PlainEntry.of(
        Optional.empty(),
        link,
        Optional.empty(),
        title,
        summary,
        content,
        published,
        Optional.empty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Titre | Texte | '' | Titre
          '' | Bonjour ! | '' | Bonjour !
          '' | صباح الخير من #Fès | '' | صباح الخير من #Fès
          '' | Une phrase assez longue pour ne pas tenir sur une seule ligne, et qui va encore plus loin | '' | Une phrase assez longue pour ne pas tenir sur une seule ligne, et qui va encore…
          '' | '' | <p><img src="x" alt=""><img src="y" alt="La &quot;porte&quot; bleue"></p> | La "porte" bleue
          '' | '' | <p><img src="x"></p> | ''
          '' | '' | '' | ''
          """)
  void isTheTitleOrTheFirstWords(String title, String summary, String content, String expected) {
    assertThat(heading(title, summary, content)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://note.example/2 | note.example/2
          https://www.note.example/2025/11/le-barrage.html | note.example/…/le-barrage.html
          https://note.example/2025/11/le-barrage/ | note.example/…/le-barrage
          http://note.example:8080/?p=12#top | note.example/?p=12
          http://note.example/index.php?id=12 | note.example/index.php?id=12
          https://note.example/ | note.example
          https://note.example/سد/%D8%B3%D8%AF-%D8%A7%D9%84%D9%88%D8%AD%D8%AF%D8%A9 | note.example/…/سد-الوحدة
          https://note.example/%3Cb%3E%E2%80%AE | note.example/%3Cb%3E%E2%80%AE
          https://note.example/%FF | note.example/%FF
          https://note.example/100% | note.example/100%
          https://me:secret@note.example/2?token=secret | note.example/2
          mailto:me@note.example | 2025-11-14T10:00:00Z
          '' | 2025-11-14T10:00:00Z
          """)
  void ofAnEntryWithoutWordsIsItsLinkOrItsDate(String link, String expected) {
    var date = Instant.parse("2025-11-14T10:00:00.5Z");
    var entry = entry("", "", "", Optional.of(link), Optional.of(date));
    assertThat(Heading.of(entry)).isEqualTo(expected);
    assertThat(Heading.words(entry)).isEmpty();
  }

  @Property(tries = 2000, seed = "20251114")
  void isShortWhateverTheLink(@ForAll String path) {
    var link = "https://note.example/" + path;
    var heading = Heading.of(entry("", "", "", Optional.of(link), Optional.empty()));
    assertThat(heading.length()).isLessThanOrEqualTo(81);
  }

  @Test
  void tearsNoCharacter() {
    assertThat(heading("", "a".repeat(78) + "😀".repeat(9), "")).isEqualTo("a".repeat(78) + "…");
  }

  @Property(tries = 2000, seed = "20251114")
  void isShortAndThereWhateverTheText(@ForAll String text) {
    var heading = heading("", text, "");
    assertThat(heading.length()).isLessThanOrEqualTo(81);
    if (!text.isBlank()) assertThat(heading).isNotEmpty();
  }
}
