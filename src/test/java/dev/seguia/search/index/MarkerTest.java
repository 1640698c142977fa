package dev.seguia.search.index;

import static dev.seguia.search.Articles.query;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.search.Analysis;
import dev.seguia.search.Language;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MarkerTest {
  @ParameterizedTest(name = "{0} marks {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "election | Les élections du siècle | élections",
        "\"elections du\" | Les élections du siècle | élections du",
        "siècle elect* | Les élections du siècle | élections;siècle",
        "title:siecle -élections | Les élections du siècle | siècle",
        "tag:siecle OR lang:fr OR du | Les élections du siècle | du",
        "\"les élections\" OR élections | Les élections du siècle | Les élections",
        "المغرب | الانتخابات في مغربنا والمغرب | والمغرب",
        "absent | Les élections du siècle | ",
        "x | `` | ",
      })
  void marksTheWordsThatAreAskedFor(String text, String of, String marked) {
    try (var analysis = new Analysis()) {
      var marks = Marker.marks(analysis, query(text), of, Language.of(Optional.of("fr")));
      assertThat(
              marks.stream()
                  .map(mark -> of.substring(mark.start(), mark.end()))
                  .collect(Collectors.joining(";")))
          .isEqualTo(marked == null ? "" : marked);
    }
  }
}
