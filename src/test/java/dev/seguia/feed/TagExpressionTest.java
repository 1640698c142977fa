package dev.seguia.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How an expression is changed by a tag.
final class TagExpressionTest {
  private static final Tag SPORT = Tag.of("sport");

  private static TagExpression expression(String text) {
    return TagExpression.parse(text).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "all, sport, all~sport, all",
    "maroc, maroc+sport, maroc~sport, 'maroc,sport'",
    "'maroc,algerie', 'algerie+sport,maroc+sport', 'algerie~sport,maroc~sport', 'algerie,maroc,sport'",
    "maroc~sport, maroc+sport, maroc~sport, 'maroc~sport,sport'",
    "sport, sport, all~sport, sport"
  })
  void isNarrowedAndWidened(String before, String and, String andNot, String or) {
    assertThat(expression(before).and(SPORT)).hasToString(and);
    assertThat(expression(before).andNot(SPORT)).hasToString(andNot);
    assertThat(expression(before).or(SPORT)).hasToString(or);
  }

  @ParameterizedTest
  @CsvSource({
    "maroc+sport, maroc",
    "maroc~sport, maroc",
    "sport, all",
    "'maroc+sport,algerie', 'algerie,maroc'",
    "maroc, maroc"
  })
  void letsGoOfATag(String before, String after) {
    assertThat(expression(before).regardless(SPORT)).hasToString(after);
  }
}
