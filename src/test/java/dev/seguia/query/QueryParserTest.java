package dev.seguia.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.query.QueryResult.Malformed;
import dev.seguia.query.QueryResult.Parsed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QueryParserTest {
  @ParameterizedTest(name = "{0} means {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "maroc sport | maroc sport",
        "maroc AND sport | maroc sport",
        "maroc OR sport | maroc OR sport",
        "(a b) OR c | a b OR c",
        "a (b OR c) | a (b OR c)",
        "((a)) | a",
        "a (b c) | a b c",
        "a -b | a -b",
        "a NOT b | a -b",
        "a AND NOT b | a -b",
        "-b a | a -b",
        "a -(b c) | a -(b c)",
        "maroc - sport | maroc sport",
        "\"pass navigo\" | \"pass navigo\"",
        "« pass  navigo » | \"pass navigo\"",
        "„pass“ ‹navigo› | \"pass\" \"navigo\"",
        "title:election | title:election",
        "Title:\"a b\" | title:\"a b\"",
        "title:(a OR b) c | title:(a OR b) c",
        "-source:lemonde.fr sport | sport -source:lemonde.fr",
        "source:https://lemonde.fr/rss | source:\"https://lemonde.fr/rss\"",
        "lang:fr tag:maroc | lang:fr tag:maroc",
        "elect* organi?ation | elect* organi?ation",
        "covid-19 l'État, U.S. | covid-19 l'État U.S",
        "الانتخابات، المغرب؟ | الانتخابات المغرب",
        "Qui a gagné ? | Qui a gagné",
        "Maroc: sport | Maroc sport",
        "10:30 | \"10:30\"",
        "https://example.org/a | \"https://example.org/a\"",
        "and or not | and or not",
        "\"AND\" | \"AND\"",
      })
  void reads(String text, String canonical) {
    assertThat(QueryParser.parse(text))
        .isInstanceOfSatisfying(
            Parsed.class, parsed -> assertThat(parsed.query()).hasToString(canonical));
  }

  @ParameterizedTest(name = "{0}: {2}, at {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | 1 | the query has no word",
        "!!! | 1 | the query has no word",
        "maroc \"sport | 7 | the quotation mark at 7 is never closed",
        "maroc \"\" | 7 | the phrase at 7 is empty",
        "titel:x | 1 | titel: is not a field, do you mean title:?",
        "titre:x | 1 | do you mean title:?",
        "sources:x | 1 | do you mean source:?",
        "autor:x | 1 | the fields are title: source: lang: tag:",
        "title: x | 1 | title: must be followed by a word, a phrase or a group",
        "title:-x | 1 | title: must be followed by a word",
        "title:(a tag:b) | 10 | tag: cannot be used inside title:( )",
        "lang:french | 6 | lang: takes a code of two or three letters",
        "-sport | 1 | NOT alone finds nothing: add what to search for",
        "NOT sport | 1 | NOT alone finds nothing",
        "a OR -b | 6 | NOT alone finds nothing",
        "a (-b) | 4 | NOT alone finds nothing",
        "AND a | 1 | AND at 1 is where a word is expected",
        "a AND OR b | 7 | OR at 7 is where a word is expected",
        "a OR | 5 | OR must be followed by something",
        "a NOT | 6 | NOT must be followed by something",
        "a () | 4 | the parentheses are empty",
        "(a b | 1 | the parenthesis at 1 is never closed",
        "a) b | 2 | the parenthesis at 2 closes nothing",
        "*tion | 1 | the wildcard at 1 needs at least two letters before it",
        "a* | 2 | the wildcard at 2 needs at least two letters",
        "covid-* | 7 | the wildcard at 7 needs at least two letters",
        "* | 1 | the wildcard at 1 needs at least two letters",
      })
  void saysWhatIsWrongAndWhere(String text, int at, String what) {
    assertThat(QueryParser.parse(text))
        .isInstanceOfSatisfying(
            Malformed.class,
            malformed -> {
              assertThat(malformed.what()).contains(what).doesNotContain("\n");
              assertThat(malformed.at()).isEqualTo(at);
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {QueryParser.LONGEST, QueryParser.LONGEST + 1})
  void takesFiveHundredCharactersAndNoMore(int length) {
    assertThat(QueryParser.parse("a".repeat(length)) instanceof Parsed)
        .isEqualTo(length <= QueryParser.LONGEST);
  }

  @ParameterizedTest
  @ValueSource(ints = {QueryParser.MOST_TERMS, QueryParser.MOST_TERMS + 1})
  void takesThirtyTwoTermsAndNoMore(int terms) {
    assertThat(QueryParser.parse("word ".repeat(terms)) instanceof Parsed)
        .isEqualTo(terms <= QueryParser.MOST_TERMS);
  }

  @ParameterizedTest
  @ValueSource(ints = {QueryParser.DEEPEST, QueryParser.DEEPEST + 1})
  void goesTenParenthesesDeepAndNoDeeper(int depth) {
    assertThat(QueryParser.parse("(".repeat(depth) + "a" + ")".repeat(depth)) instanceof Parsed)
        .isEqualTo(depth <= QueryParser.DEEPEST);
  }

  @Test
  void keepsWhatIsWantedApartFromWhatIsNot() {
    assertThat(QueryParser.parse("a -b c"))
        .isEqualTo(
            new Parsed(
                new Query.And(
                    List.of(new Query.Word("a"), new Query.Word("c")),
                    List.of(new Query.Word("b")))));
  }
}
