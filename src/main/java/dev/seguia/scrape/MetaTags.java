package dev.seguia.scrape;

import dev.seguia.text.Truncation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The `meta` elements of a page, by name: Open Graph, Dublin Core and common publisher
/// conventions.
///
/// @param values in the order of the page, by names in lower case
public record MetaTags(Map<String, List<String>> values) {
  private static final int TAGS = 1_000;
  private static final int LONGEST = 5_000;

  public static MetaTags of(Document document) {
    var values = new HashMap<String, List<String>>();
    document.getElementsByTag("meta").stream()
        .filter(meta -> !meta.attr("content").isBlank())
        .limit(TAGS)
        .forEach(meta -> names(meta).forEach(name -> add(values, name, meta.attr("content"))));
    return new MetaTags(values);
  }

  /// A `property` may hold several names with blanks between.
  private static Stream<String> names(Element meta) {
    return Stream.of("property", "name", "itemprop")
        .flatMap(key -> Stream.of(meta.attr(key).strip().split("\\s+")))
        .filter(name -> !name.isEmpty())
        .map(name -> name.toLowerCase(Locale.ROOT).replaceFirst("^(dc|dcterms)[.:_]", "dc."))
        .distinct();
  }

  private static void add(Map<String, List<String>> values, String name, String content) {
    var text = Truncation.head(content, LONGEST).strip();
    values.computeIfAbsent(name, _ -> new ArrayList<>()).add(text);
  }

  /// The contents of all these, those of the first name first.
  public Stream<String> all(List<String> names) {
    return names.stream().flatMap(name -> values.getOrDefault(name, List.of()).stream());
  }

  public Optional<String> first(List<String> names) {
    return all(names).findFirst();
  }
}
