package dev.seguia.scrape;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StructuredDataTest {
  private static final String WHOLE =
      "{\"@type\":\"NewsArticle\",\"headline\":\"One\",\"author\":{\"@type\":\"Person\",\"name\":\"Two\"}}";

  @Test
  void readsAListInItsOrder() {
    var list =
        data("{'@type':'ItemList','itemListElement':[{'@type':'ListItem','item':{'@type':'NewsArticle',"
                + "'headline':'One','url':'/1'}},{'@type':'ListItem','item':{'@type':'Article','headline':'Two'}}]}")
            .first(List.of("ItemList"))
            .orElseThrow();
    assertThat(
            list.things("itemListElement").stream().flatMap(item -> item.things("item").stream()))
        .allMatch(StructuredData::isArticle)
        .extracting(article -> article.text("headline").orElse(""))
        .containsExactly("One", "Two");
  }

  @Test
  void followsAThingToWhereItIsDescribed() {
    var things =
        data(
            "[{'@id':'#a','@type':'Person','name':'Ann'},{'@type':'Article','author':{'@id':'#a'}}]");
    assertThat(things.first(List.of("Article")).orElseThrow().text("author")).contains("Ann");
  }

  @Test
  void endsWhereThingsPointToOneAnother() {
    var things =
        data(
            "[{'@id':'#a'},{'@id':'#b','author':{'@id':'#b'}},{'@id':'#c','author':{'@id':'#a'}}]");
    assertThat(things.things()).hasSizeLessThan(10);
    assertThat(things.roots().getLast().text("author")).contains("#a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!-- %s -->",
        "//<![CDATA[\n%s\n//]]>",
        "/* <![CDATA[ */ %s /* ]]> */",
        "%s;",
        "[%s,]",
        "/* by a template */ %s"
      })
  void readsThroughWhatTemplatesPutAround(String around) {
    assertThat(
            data(around.formatted(WHOLE))
                .first(List.of("NewsArticle"))
                .flatMap(it -> it.text("headline")))
        .contains("One");
  }

  @Test
  void keepsATextThatLooksLikeWrapping() {
    var things = data("{'@type':'Article','headline':'Why <!-- and ]]> are old'}");
    assertThat(things.roots().getFirst().text("headline")).contains("Why <!-- and ]]> are old");
  }

  @Test
  void readsMicrodataAsTheSameThings() {
    var things =
        StructuredData.of(
            page(
                "<div itemscope itemtype='http://schema.org/NewsArticle'><h1 itemprop=headline>One</h1>"
                    + "<span itemprop=author itemscope itemtype=http://schema.org/Person><b itemprop=name>Ann</b></span>"
                    + "<time itemprop=datePublished datetime=2025-01-02>today</time></div>"));
    var article = things.first(List.of("NewsArticle")).orElseThrow();
    assertThat(article.text("headline")).contains("One");
    assertThat(article.text("author")).contains("Ann");
    assertThat(article.text("datePublished")).contains("2025-01-02");
  }

  @Test
  @Timeout(20)
  void boundsDepthAndNumber() {
    assertThat(data("{'author':".repeat(50_000)).things()).hasSizeLessThan(100);
    assertThat(data("[" + "{'@type':'Article'},".repeat(100_000) + "]").things())
        .hasSizeBetween(1_000, 20_000);
  }

  @Property
  void readsWhatStandsBeforeTheBreak(@ForAll @IntRange(min = 0, max = 90) int length) {
    var cut = WHOLE.substring(0, Math.min(length, WHOLE.length()));
    var found =
        data(cut).first(List.of("NewsArticle")).flatMap(article -> article.text("headline"));
    assertThat(found.isPresent()).isEqualTo(cut.contains("\"One\""));
  }

  private static StructuredData data(String json) {
    return StructuredData.of(
        page("<script type='application/ld+json'>" + json.replace('\'', '"') + "</script>"));
  }

  private static WebPage page(String html) {
    return WebPage.of(
        URI.create("https://site.example/"),
        Optional.empty(),
        html.getBytes(StandardCharsets.UTF_8));
  }
}
