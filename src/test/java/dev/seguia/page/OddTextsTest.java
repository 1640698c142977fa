package dev.seguia.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.source.Source;
import dev.seguia.store.StoreWorld;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No text of an entry makes a page fail, which is a page of many other entries too.
final class OddTextsTest {
  private static final Source SOURCE = StoreWorld.source("https://odd.example/rss", "Bizarre");

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "-",
          "-".repeat(500) + " Titre",
          ". ".repeat(300),
          "—".repeat(151),
          "\u00a0".repeat(200),
          "\u200b".repeat(200),
          "\u202e".repeat(160) + "Titre",
          "x".repeat(900),
          "a" + "😀".repeat(300),
          "\ud83d".repeat(200),
          "\ude00" + "\ud83d".repeat(149) + "\ude00",
          "e" + "\u0301".repeat(400),
          "العربية ".repeat(60),
          "<b>".repeat(80) + "&amp;&#0;" + "]]>",
          "{{title}} ${7*7} @if(true) %s %d \\u0041",
          "\"'`<>&".repeat(60));

  @TempDir private Path folder;

  @Test
  void noTextMakesAPageFail() {
    try (var world = new PageWorld(folder)) {
      world.store.sources.list(List.of(SOURCE));
      var articles = articles();
      world.poll(SOURCE, articles.toArray(Article[]::new));
      assertThat(paths(world, articles))
          .allSatisfy(path -> assertThat(world.get(path).statusCode()).as(path).isEqualTo(200));
    }
  }

  private static List<Article> articles() {
    var articles = new ArrayList<Article>();
    for (var text : TEXTS)
      for (var place = 0; place < 5; place++)
        articles.add(article("https://odd.example/" + articles.size(), place, text));
    return articles;
  }

  private static Article article(String link, int place, String text) {
    var article = Article.of(link, "Titre de " + link);
    return switch (place) {
      case 0 -> Article.of(link, text).summary("Titre");
      case 1 -> article.summary(text);
      case 2 -> article.content("<p>" + escaped(text) + "</p>");
      case 3 -> article.by(text + "x");
      default -> article.summary("titre " + text).in("ar");
    };
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static Stream<String> paths(PageWorld world, List<Article> articles) {
    return Stream.concat(
        Stream.of(
            "/",
            "/?lang=ar",
            "/tags",
            "/tags/bizarre",
            "/sources",
            "/sources/" + SOURCE.id(),
            "/search?" + PageWorld.q("titre"),
            "/search?" + PageWorld.q("source:odd.example")),
        articles.stream().map(article -> world.page(article.link())));
  }
}
