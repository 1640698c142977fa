package dev.seguia.scrape.article;

import dev.seguia.scrape.SchemaItem;
import dev.seguia.scrape.StructuredData;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the main item among a page's structured data: the article itself.
final class MainThing {
  private MainThing() {}

  static Optional<SchemaItem> of(StructuredData data, URI location) {
    var articles = data.things().stream().filter(StructuredData::isArticle).toList();
    return articles.stream()
        .filter(article -> isAt(article, location) && isTold(article))
        .findFirst()
        .or(() -> outermost(data).filter(MainThing::isTold).findFirst())
        .or(() -> outermost(data).findFirst());
  }

  /// Articles that stand for themselves, not in a list or as what another refers to.
  private static Stream<SchemaItem> outermost(StructuredData data) {
    return data.roots().stream()
        .flatMap(root ->
            Stream.of(
                    Stream.of(root),
                    root.things("@graph").stream(),
                    root.things("mainEntity").stream(),
                    root.things("mainEntityOfPage").stream())
                .flatMap(things -> things))
        .filter(StructuredData::isArticle);
  }

  private static boolean isTold(SchemaItem article) {
    return article.text("headline").isPresent() || article.text("datePublished").isPresent();
  }

  private static boolean isAt(SchemaItem article, URI location) {
    var path = Objects.requireNonNullElse(location.getPath(), "");
    if (path.length() < 2) return false;
    return Stream.of("url", "mainEntityOfPage", "@id")
        .flatMap(property -> article.texts(property).stream())
        .anyMatch(address -> address.endsWith(path) || address.contains(path + "#"));
  }
}
