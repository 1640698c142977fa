package dev.seguia.search.stored;

import static dev.seguia.search.Articles.query;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.search.Analysis;
import dev.seguia.search.QueryCompiler;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnchorTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "maroc | text:maroc title:maroc",
        "title:maroc | title:maroc",
        "title:(le gouverneur) | title:gouverneu title:gouverneur",
        "title:gouverneur -maroc | title:gouverneu title:gouverneur",
        "title:(maroc OR raja) | title:maroc title:raja",
        "lang:fr title:maroc | title:maroc",
        "lang:fr | lang:fr",
        "tag:maroc lang:fr | tag:maroc",
        "elect* tag:maroc | tag:maroc",
        "elect* | text:elect* title:elect*",
        "elections* tag:maroc | tag:maroc",
        "title:(elect* OR maroc) | title:elect* title:maroc",
      })
  void isTheRarestLookingOfWhatAFittingEntryMustHave(String text, String expected) {
    try (var analysis = new Analysis()) {
      var anchor = Anchor.of(new QueryCompiler(analysis).compile(query(text)));
      var terms =
          anchor.map(found ->
              Stream.concat(
                      found.terms().stream().map(Object::toString),
                      found.prefixes().stream().map(prefix -> prefix + "*"))
                  .sorted()
                  .collect(Collectors.joining(" ")));
      assertThat(terms.orElse("tried always")).isEqualTo(expected);
    }
  }
}
