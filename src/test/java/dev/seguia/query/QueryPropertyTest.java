package dev.seguia.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.seguia.query.QueryResult.Malformed;
import dev.seguia.query.QueryResult.Parsed;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class QueryPropertyTest {
  private static final String[] PIECES = {
    "a", "maroc", "elect*", "المغرب", "title:", "source:", "lang:", "fr", "tag:", "titel:", "AND",
    "OR", "NOT", "-", "(", ")", "\"", "«", "»", " ", " ", " ", "?", "*", ":", ",", "؟", "l'État",
    "👍", "\ud83d"
  };

  @Provide
  Arbitrary<Query> plain() {
    return plain(2);
  }

  @Provide
  Arbitrary<Query> queries() {
    return queries(3);
  }

  private static Arbitrary<Query> leaves() {
    return Arbitraries.oneOf(
        Arbitraries.of("a", "covid-19", "l'État", "المغرب", "or", "U.S").map(Query.Word::new),
        Arbitraries.of("a b", "AND", "10:30", "c'est (où) ?").map(Query.Phrase::new),
        Arbitraries.of("elect*", "organi?ation", "covid-19*").map(Query.Wildcard::new));
  }

  private static Arbitrary<Query> plain(int depth) {
    return depth == 0
        ? leaves()
        : Arbitraries.oneOf(leaves(), and(plain(depth - 1)), or(plain(depth - 1)));
  }

  private static Arbitrary<Query> fields() {
    return Arbitraries.oneOf(
        Combinators.combine(Arbitraries.of(Field.TITLE, Field.SOURCE, Field.TAG), plain(1))
            .as(Query.In::new),
        Arbitraries.of("fr", "ar").map(code -> new Query.In(Field.LANG, new Query.Word(code))));
  }

  private static Arbitrary<Query> queries(int depth) {
    if (depth == 0) return Arbitraries.oneOf(leaves(), fields());
    return Arbitraries.oneOf(leaves(), fields(), and(queries(depth - 1)), or(queries(depth - 1)));
  }

  private static Arbitrary<Query> and(Arbitrary<Query> members) {
    return Combinators.combine(
            members.list().ofMinSize(1).ofMaxSize(2), members.list().ofMinSize(1).ofMaxSize(2))
        .as(Query.And::new);
  }

  private static Arbitrary<Query> or(Arbitrary<Query> members) {
    return members.list().ofMinSize(2).ofMaxSize(3).map(Query.Or::new);
  }

  @Property(seed = "20251114")
  void readsWhatItWrites(@ForAll("queries") Query query) {
    var spelling = query.toString();
    if (spelling.length() > QueryParser.LONGEST) return;
    if (QueryParser.parse(spelling) instanceof Malformed malformed
        && malformed.what().contains("more than")) return;
    assertThat(QueryParser.parse(spelling)).isEqualTo(new Parsed(query));
  }

  @Property(tries = 5000, seed = "20251114")
  void answersWhateverIsWritten(@ForAll("texts") String text) {
    assertThatCode(() -> QueryParser.parse(text)).doesNotThrowAnyException();
    QueryFuzzTest.assertReadsBack(text);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.of(PIECES).list().ofMaxSize(25).map(pieces -> String.join("", pieces)),
        Arbitraries.strings().ofMaxLength(60));
  }
}
