package dev.seguia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TableTest {

  @Test
  void setsColumnsUnderEachOther() {
    var table = new Table("NAME", "N", "WHAT");
    table.row("a", 12, "x");
    table.row("longer", 3, "");
    assertThat(table.toString().lines())
        .containsExactly("NAME    N   WHAT", "a       12  x", "longer  3");
  }

  @ParameterizedTest(name = "{0} takes {1} columns")
  @CsvSource({
    "'', 0",
    "abc, 3",
    "été, 3",
    "e\u0301te\u0301, 3",
    "هسبريس, 6",
    "مُحَمَّد, 4",
    "日本, 4",
    "ﾊﾝｶｸ, 4",
    "ＡＢ, 4",
    "한국, 4",
    "😀, 2",
    "☎, 1",
    "a—b…, 4"
  })
  void countsTheColumnsOfEveryScript(String text, int columns) {
    var table = new Table("", "");
    table.row(text, "|");
    table.row("x".repeat(10), "|");
    var line = table.toString().lines().skip(1).findFirst().orElseThrow();
    assertThat(line).isEqualTo(text + " ".repeat(10 - columns) + "  |");
  }

  @Test
  void cutsWhatIsTooLong() {
    var table = new Table("A", "B");
    table.row("x".repeat(100), "y");
    assertThat(table.toString().lines().skip(1)).containsExactly("x".repeat(47) + "…  y");
  }

  @Test
  void cutsTheLastColumnNever() {
    var table = new Table("A", "B");
    table.row("x", "y".repeat(500));
    assertThat(table.toString().lines().skip(1)).containsExactly("x  " + "y".repeat(500));
  }

  @ParameterizedTest
  @ValueSource(strings = {"😀", "日", "e\u0301\u0323"})
  void cutsNoCharacterInTwo(String character) {
    var table = new Table("A", "B");
    table.row("x".repeat(46) + character.repeat(10), "y");
    var cell =
        table.toString().lines().skip(1).findFirst().orElseThrow().replace("  y", "").strip();
    assertThat(cell).matches("x{46}(\\Q" + character + "\\E)*…");
    assertThat(TerminalText.width(cell)).isLessThanOrEqualTo(48);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u001b[2Jb", "a\u009b2Jb", "a\r\nb", "a\u202eb", "a\u0000b"})
  void letsNoControlCharacterThrough(String hostile) {
    var table = new Table("A");
    table.row(hostile);
    assertThat(table.toString().lines().skip(1).toList())
        .singleElement()
        .asString()
        .doesNotContainPattern("[\\p{IsControl}\u202e]");
  }
}
