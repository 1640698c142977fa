package dev.seguia.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.seguia.query.QueryResult.Malformed;
import dev.seguia.query.QueryResult.Parsed;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/// Looks for a text at which the parser breaks, or whose canonical spelling means something else.
final class QueryFuzzTest {
  @MethodSource("seeds")
  @FuzzTest(maxDuration = "10m")
  void everyTextHasAnAnswer(byte[] bytes) {
    assertReadsBack(new String(bytes, StandardCharsets.UTF_8));
  }

  static void assertReadsBack(String text) {
    switch (QueryParser.parse(text)) {
      case Parsed(var query) -> assertCanonical(query);
      case Malformed malformed -> {
        assertThat(malformed.what()).isNotBlank().doesNotContain("\n");
        assertThat(malformed.at()).isBetween(1, text.length() + 1);
      }
    }
  }

  private static void assertCanonical(Query query) {
    // The canonical spelling may be a little longer than what was written, or need more
    // parentheses.
    var again = QueryParser.parse(query.toString());
    if (again instanceof Parsed) assertThat(again).isEqualTo(new Parsed(query));
    else assertThat(again).extracting("what").asString().containsAnyOf("more than", "the limit is");
  }

  static Stream<byte[]> seeds() {
    return Stream.of(
            "maroc sport -football",
            "title:(a OR \"b c\") lang:fr",
            "((a OR b) NOT c*",
            "« المغرب » tag:x:y ؟",
            "a:b://c -- -( \" ")
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }
}
