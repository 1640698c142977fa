package dev.seguia.scrape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The structured data of a page: JSON-LD, and then microdata.
///
/// @param roots the outermost things, in the order of the page
public record StructuredData(List<SchemaItem> roots) {
  private static final int THINGS = 20_000;

  public StructuredData {
    roots = List.copyOf(roots);
  }

  public static StructuredData of(WebPage page) {
    var document = page.document();
    return new StructuredData(
        Stream.concat(JsonLd.roots(document).stream(), Microdata.roots(document).stream())
            .toList());
  }

  public static StructuredData none() {
    return new StructuredData(List.of());
  }

  /// All items, each before its nested items.
  public List<SchemaItem> things() {
    var found = new ArrayList<SchemaItem>();
    var open = new ArrayDeque<>(roots);
    while (!open.isEmpty() && found.size() < THINGS) {
      var thing = open.pop();
      found.add(thing);
      for (var held : thing.held().reversed()) open.push(held);
    }
    return found;
  }

  /// The first item of one of these types, in page order.
  public Optional<SchemaItem> first(List<String> types) {
    return things().stream().filter(thing -> types.stream().anyMatch(thing::isA)).findFirst();
  }

  /// Whether its type is an article, a report or a post.
  public static boolean isArticle(SchemaItem thing) {
    return thing.types().stream().anyMatch(StructuredData::isArticle);
  }

  private static boolean isArticle(String type) {
    return type.endsWith("Article")
        || type.endsWith("BlogPosting")
        || type.equals("Report")
        || type.equals("Review")
        || type.equals("SocialMediaPosting");
  }
}
