package dev.seguia.bench;

import dev.seguia.query.QueryParser;
import dev.seguia.query.QueryResult.Parsed;
import dev.seguia.query.TagRule;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Made-up rules for the made-up feeds: words, phrases, titles, pairs and exclusions, as people tag
/// by.
final class MadeUpRules {
  private MadeUpRules() {}

  static List<TagRule> of(int count) {
    return IntStream.range(0, count).boxed().flatMap(MadeUpRules::rule).toList();
  }

  private static Stream<TagRule> rule(int number) {
    var text = text(number);
    return QueryParser.parse(text) instanceof Parsed(var query)
        ? Stream.of(
            new TagRule(text, query, TagRule.Action.TAG, Optional.of("Sujet " + number % 100)))
        : Stream.empty();
  }

  private static String text(int number) {
    var random = new SplittableRandom(number);
    var one = Prose.word(1500 + random.nextInt(3500));
    var other = Prose.word(500 + random.nextInt(4500));
    return switch (number % 6) {
      case 0 -> "title:" + one;
      case 1 -> one + " " + other;
      case 2 -> '"' + one + " " + other + '"';
      case 3 -> "title:" + one + " OR title:" + other;
      case 4 -> one + " " + other + " lang:fr";
      default -> "(" + one + " " + other + ") -tag:sport";
    };
  }
}
