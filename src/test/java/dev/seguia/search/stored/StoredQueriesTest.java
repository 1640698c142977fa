package dev.seguia.search.stored;

import static dev.seguia.search.Articles.NOON;
import static dev.seguia.search.Articles.article;
import static dev.seguia.search.Articles.query;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.query.Query;
import dev.seguia.search.Articles;
import dev.seguia.search.index.SearchIndex;
import dev.seguia.search.index.SearchRequest;
import dev.seguia.search.index.SearchRequest.Order;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoredQueriesTest {
  private static final String[] QUERIES = {
    "election",
    "élections",
    "voter",
    "انتخابات",
    "المغر*",
    "elect*",
    "l'élect*",
    "covid-19",
    "\"être ou ne pas être\"",
    "\"pas ne\"",
    "title:election",
    "title:(maroc OR raja)",
    "title:(election -maroc)",
    "maroc OR raja",
    "maroc OR elect*",
    "election -title:election",
    "election -elect*",
    "source:lemonde.fr",
    "source:hesp*",
    "source:\"le monde\" lang:en",
    "lang:fr",
    "lang:(ar OR en)",
    "ELECTIONS lang:de",
    "election lang:de",
    "tag:maroc",
    "tag:(maroc -sport)",
    "tag:droits*",
    "tag:\"droits de l'homme\"",
    "nowhere",
    "nowhere OR point",
    "(a OR b) nowhere",
    "© lang:fr",
    "les -(maroc lang:fr)",
    "maroc -\"être ou ne pas être\"",
    "les -elect*",
    "\"être ou ne pas être\" OR maroc",
    "(maroc OR raja) (election OR elect*) -title:raja"
  };

  @TempDir private Path folder;

  private static Map<Integer, Query> queries(String... texts) {
    var queries = new TreeMap<Integer, Query>();
    for (var number = 0; number < texts.length; number++) queries.put(number, query(texts[number]));
    return queries;
  }

  @Test
  void givesForEachEntryTheQueriesThatWouldFindIt() {
    try (var index = SearchIndex.open(folder);
        var stored = new StoredQueries(queries(QUERIES))) {
      index.update(Articles.mixed());
      index.refresh();
      for (var entry : Articles.mixed()) {
        var expected = new TreeSet<Integer>();
        queries(QUERIES)
            .forEach((number, query) -> {
              var found = index.search(query, SearchRequest.first(Order.NEWEST_FIRST, 100, NOON));
              if (found.seqs().contains(entry.seq())) expected.add(number);
            });
        assertThat(stored.match(entry)).as(entry.title()).isEqualTo(expected);
      }
    }
  }

  @Test
  void givesNothingWhereThereAreNoQueries() {
    try (var stored = new StoredQueries(Map.of())) {
      assertThat(stored.match(article(1, "fr", "Titre", "texte"))).isEmpty();
    }
  }

  @Test
  void takesAnEntryOfNoWords() {
    try (var stored = new StoredQueries(queries("maroc", "ma*", "lang:fr"))) {
      assertThat(stored.match(article(1, "fr", "", ""))).containsExactly(2);
    }
  }
}
