package dev.seguia.search;

import dev.seguia.feed.Tag;
import dev.seguia.query.Query;
import dev.seguia.query.QueryParser;
import dev.seguia.query.QueryResult.Malformed;
import dev.seguia.query.QueryResult.Parsed;
import dev.seguia.search.SearchEntry.Carrier;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Entries and queries as the tests of this package word them.
public final class Articles {
  public static final Instant NOON = Instant.parse("2025-11-14T12:00:00Z");
  private static final Carrier LE_MONDE =
      new Carrier(
          "0a1b2c3d4e5f", "Le Monde - Actualités", URI.create("https://www.lemonde.fr/rss"));

  private Articles() {}

  public static SearchEntry article(
      long seq, String language, String title, String text, String... tags) {
    return new SearchEntry(
        seq,
        title,
        text,
        Optional.of(language).filter(code -> !code.isEmpty()),
        Stream.of(tags).map(Tag::of).collect(Collectors.toCollection(TreeSet::new)),
        List.of(LE_MONDE),
        NOON.plusSeconds(seq),
        NOON.plusSeconds(seq));
  }

  public static SearchEntry from(SearchEntry entry, String id, String title, String url) {
    return new SearchEntry(
        entry.seq(),
        entry.title(),
        entry.text(),
        entry.language(),
        entry.tags(),
        List.of(new Carrier(id, title, URI.create(url))),
        entry.published(),
        entry.arrived());
  }

  public static SearchEntry later(SearchEntry entry, Duration by) {
    return new SearchEntry(
        entry.seq(),
        entry.title(),
        entry.text(),
        entry.language(),
        entry.tags(),
        entry.carriers(),
        entry.published().plus(by),
        entry.arrived().plus(by));
  }

  /// A few of several languages.
  public static List<SearchEntry> mixed() {
    return List.of(
        article(
            1,
            "fr",
            "Les élections législatives au Maroc",
            "L'État a publié les résultats.",
            "Maroc"),
        article(2, "en", "Trump's election victory", "Voters queued; the count is over.", "USA"),
        article(3, "ar", "الانتخابات في المغرب", "أعلنت النتائج اليوم", "المغرب"),
        article(
            4, "de", "Wahlen in Europa", "Die Elections Commission zählt.", "Droits de l'Homme"),
        article(5, "", "Covid-19 : le point", "Être ou ne pas être, voilà l’élection.", "santé"),
        from(
            article(
                6,
                "fr-ma",
                "Football : le Raja gagne",
                "Un match sans élection.",
                "sport",
                "maroc"),
            "ffffffffffff",
            "Hespress Sport",
            "https://fr.hespress.com/feed"));
  }

  public static Query query(String text) {
    return switch (QueryParser.parse(text)) {
      case Parsed(var query) -> query;
      case Malformed malformed -> throw new IllegalArgumentException(malformed.what());
    };
  }
}
