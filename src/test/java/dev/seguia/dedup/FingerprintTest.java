package dev.seguia.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.feed.RawEntry;
import dev.seguia.feed.Text;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FingerprintTest {
  private static Fingerprint substance(String title, String content) {
    return Fingerprint.ofSubstance(Entries.entry(title, "", content));
  }

  @ParameterizedTest(name = "{0}: {1} | {2}")
  @CsvSource({
    "same, <p>Un texte.</p>, <div>Un   texte</div>",
    "same, <p>Un texte</p>, <p>UN TEXTE !</p>",
    "other, <p>Été à Fès</p>, <p>Ete a Fes</p>",
    "same, <p>Un texte</p> 12 vues, <p>Un texte</p> 4711 vues",
    "same, <a href='x?1'>Un</a> texte, <a href='x?2'>Un</a> texte",
    "same, Un&amp;texte, Un texte",
    "other, <p>Un texte</p>, <p>Un autre texte</p>",
    "other, <p>Un texte</p>, <p>Un texte de plus</p>",
    "other, un texte, texte un",
    "other, نص أول, نص ثان"
  })
  void countsTheWordsOfTheTextOnly(String expected, String one, String other) {
    assertThat(substance("t", one).equals(substance("t", other)))
        .isEqualTo(expected.equals("same"));
  }

  @ParameterizedTest(name = "{0}: {1} | {2}")
  @CsvSource({
    "other, 3 morts, 12 morts",
    "same, Trois morts, TROIS MORTS !",
    "other, Trois morts, Quatre morts"
  })
  void countsTheNumbersOfATitle(String expected, String one, String other) {
    assertThat(substance(one, "x").equals(substance(other, "x")))
        .isEqualTo(expected.equals("same"));
  }

  @Test
  void doesNotLetATitleRunOverIntoTheText() {
    assertThat(substance("a b", "c")).isNotEqualTo(substance("a", "b c"));
    assertThat(Fingerprint.ofSubstance(Entries.entry("t", "a", "")))
        .isNotEqualTo(Fingerprint.ofSubstance(Entries.entry("t", "", "a")));
  }

  @Test
  void ofAllCountsEveryField() {
    List<UnaryOperator<RawEntry.Builder>> changes =
        List.of(
            builder -> builder,
            builder -> builder.id(Optional.of("1")),
            builder -> builder.link(Optional.of("1")),
            builder -> builder.title(Text.plain("1")),
            builder -> builder.summary(Text.plain("1")),
            builder -> builder.content(Text.plain("1")),
            builder -> builder.published(Optional.of(Instant.EPOCH)),
            builder -> builder.updated(Optional.of(Instant.EPOCH)),
            builder -> builder.categories(List.of("1")),
            builder -> builder.image(Optional.of("1")),
            builder -> builder.comments(Optional.of("1")),
            builder -> builder.language(Optional.of("1")),
            builder -> builder.rights(Text.plain("1")));
    assertThat(changes)
        .extracting(change -> Fingerprint.ofAll(change.apply(RawEntry.builder()).build()))
        .doesNotHaveDuplicates();
  }

  @Test
  void ofBytesIsThatOfTheBytes() {
    var one = Fingerprint.ofBytes("a".getBytes(StandardCharsets.UTF_8));
    assertThat(one)
        .isEqualTo(Fingerprint.ofBytes("a".getBytes(StandardCharsets.UTF_8)))
        .isNotEqualTo(Fingerprint.ofBytes("b".getBytes(StandardCharsets.UTF_8)));
  }
}
