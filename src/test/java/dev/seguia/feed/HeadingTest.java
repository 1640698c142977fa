package dev.seguia.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HeadingTest {
  private static String heading(String title, String summary, String content) {
    return Heading.of(
        new Entry(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            title,
            summary,
            content,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "",
            Optional.empty()));
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
