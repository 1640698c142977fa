package dev.seguia.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.search.Mark;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
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
