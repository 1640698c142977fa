package dev.seguia.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TruncationTest {
  @ParameterizedTest
  @CsvSource({"abc, 3, abc", "abc, 2, ab", "abc, 0, ''", "a😀b, 2, a", "a😀b, 3, a😀", "'', 5, ''"})
  void tearsNoPairOfSurrogates(String text, int length, String head) {
    assertThat(Truncation.head(text, length)).isEqualTo(head);
  }

  @ParameterizedTest
  @CsvSource({"abc, 3, abc", "abcd, 3, abc...", "ab😀d, 3, ab...", "'', 3, ''"})
  void marksWhatIsShortened(String text, int length, String shortened) {
    assertThat(Truncation.shortened(text, length, "...")).isEqualTo(shortened);
  }

  @Property
  void theHeadIsABeginningThatIsLongEnough(
      @ForAll String text, @ForAll @IntRange(max = 300) int length) {
    var head = Truncation.head(text, length);
    assertThat(text).startsWith(head);
    assertThat(head.length()).isBetween(Math.min(text.length(), length) - 1, length);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "one two three four | 9  | one two",
        "one two, three     | 10 | one two",
        "one two — three    | 10 | one two",
        "onetwothreefour    | 9  | onetwothr",
        "——————————————     | 9  | —————————",
      })
  void keepsWordsWhole(String text, int bound, String expected) {
    assertThat(text.substring(0, Truncation.endOfWord(text, 0, bound))).isEqualTo(expected);
  }

  @Test
  void countsFromWhereTheShownPartBegins() {
    var text = "one two three four five";
    assertThat(text.substring(8, Truncation.endOfWord(text, 8, 16))).isEqualTo("three");
  }

  @Property
  void alwaysLeavesSomething(
      @ForAll @StringLength(min = 12) String text,
      @ForAll @IntRange(max = 5) int start,
      @ForAll @IntRange(min = 7, max = 11) int bound) {
    assertThat(Truncation.endOfWord(text, start, bound)).isBetween(start + 1, bound);
  }
}
