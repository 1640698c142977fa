package dev.seguia.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.search.index.Mark;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class ExcerptTest {
  private static final String LONG = "mot suivant, ".repeat(40).strip();

  private static String shown(String text, Mark... marks) {
    return Excerpt.of(text, List.of(marks)).stream()
        .map(piece -> piece.isMarked() ? "[" + piece.text() + "]" : piece.text())
        .collect(Collectors.joining());
  }

  @Test
  void leavesAShortTextAsItIs() {
    assertThat(shown("Un texte court.")).isEqualTo("Un texte court.");
    assertThat(shown("Un texte court.", new Mark(3, 8))).isEqualTo("Un [texte] court.");
    assertThat(shown("")).isEmpty();
  }

  @Test
  void cutsALongOneAtAWordWithoutLooseEnds() {
    assertThat(shown(LONG)).hasSizeBetween(130, 151).matches(".*[a-z]…");
  }

  @Test
  void beginsNearWhatWasFound() {
    var text = LONG + " la girafe " + LONG;
    var at = text.indexOf("girafe");
    assertThat(shown(text, new Mark(at, at + 6)))
        .startsWith("… mot")
        .contains("la [girafe] mot")
        .endsWith("…");
  }

  @Test
  void cutsAWordOnlyWhereThereIsNoOther() {
    assertThat(shown("x".repeat(400))).isEqualTo("x".repeat(150) + "…");
    assertThat(shown("a" + "😀".repeat(200))).isEqualTo("a" + "😀".repeat(74) + "…");
  }

  @Test
  void showsATextThatBeginsWithALineOfDashesOrDots() {
    assertThat(shown("-".repeat(200) + " Titre")).isEqualTo("-".repeat(150) + "…");
    assertThat(shown(". ".repeat(200))).isEqualTo(". ".repeat(74) + ".…");
  }

  /// Of few characters, so that long runs of each come up.
  @Property(tries = 1_000)
  void isCutAnywhereWithoutAFault(
      @ForAll
          @CharRange(from = ',', to = '/')
          @Chars({' ', 'a', '\ud83d', '\ude00', '\u00a0'})
          @StringLength(max = 400)
          String text,
      @ForAll @IntRange(max = 399) int start,
      @ForAll @IntRange(min = 1, max = 200) int length) {
    var end = Math.min(start + length, text.length());
    var marks = start < end ? List.of(new Mark(start, end)) : List.<Mark>of();
    var shown = Excerpt.of(text, marks).stream().map(Piece::text).collect(Collectors.joining());
    assertThat(text).contains(shown.replaceAll("^… |…$", ""));
    if (!text.isEmpty()) assertThat(shown).isNotEmpty();
  }

  @Property(tries = 300)
  void isAlwaysAPartOfTheText(
      @ForAll String text,
      @ForAll @IntRange(max = 300) int start,
      @ForAll @IntRange(min = 1, max = 200) int length) {
    var repeated = (text + " ").repeat(10);
    if (start + length > repeated.length()) return;
    var pieces = Excerpt.of(repeated, List.of(new Mark(start, start + length)));
    var shown =
        pieces.stream().map(Piece::text).collect(Collectors.joining()).replaceAll("^… |…$", "");
    assertThat(shown.length()).isLessThanOrEqualTo(152);
  }
}
