package dev.seguia.tag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.config.Config;
import dev.seguia.feed.Entry;
import dev.seguia.feed.EntryTag;
import dev.seguia.feed.EntryTag.Provenance;
import dev.seguia.feed.Tag;
import dev.seguia.source.Source;
import dev.seguia.testing.TestSettings;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TaggerTest {
  private final Tagger tagger =
      new Tagger(
          TestSettings.of(
                  "tags.aliases={États-Unis: [USA, الولايات المتحدة], x: ['!!']}",
                  "tags.drop=[Promo, Uncategorized, Non classé, À la une, News, أخبار]")
              .tags());

  private static Source source(EntryTag... tags) {
    return new Source(
        URI.create("https://example.org/feed"),
        "Example",
        Optional.empty(),
        List.of(tags),
        Source.Settings.defaults());
  }

  private static Entry entry(String title, String... categories) {
    return new Entry(
        Optional.of("1"),
        Optional.empty(),
        Optional.empty(),
        title,
        "",
        "",
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(categories),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.empty());
  }

  private List<String> names(String title, String... categories) {
    return tagger.tag(source(), entry(title, categories)).stream()
        .map(tag -> tag.tag().name())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '#Somalie_RETRAIT_TROUPES_AMERICAINES : Donald Trump' | somalie somalie-retrait-troupes-americaines
          Le point sur #DroitsHumains et #OTAN | droits-humains otan
          '#CAN2025, suite' | can2025
          '#المغرب_الجزائر قمة' | المغرب المغرب-الجزاير
          '#RETRAIT_TROUPES en cours' |
          Le #1 et C# et a#b et http://x.org/#y et &#39; |
          '#_ et ##' |
          sans rien |
          """)
  void readsHashtagsOfTheTitle(String title, String expected) {
    assertThat(String.join(" ", names(title))).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      textBlock =
          """
          Maroc, Politique;Sport|Économie → maroc politique sport economie
          Monde / Afrique → monde afrique
          Homme/Femme → homme-femme
          /news/world →
          news/world →
          http://www.example.org/x?a,b →
          tag:example.org,2005:x →
          2025 →
          12/05/2025 →
          un label qui est une phrase →
          Droits de l'Homme → droits-de-l-homme
          Uncategorized →
          Non classé, À la une, News, أخبار →
          '#Maroc' → maroc
          All, Archive, Promo →
          """)
  void readsTheCategoriesOfTheEntry(String category, String expected) {
    assertThat(String.join(" ", names("", category))).isEqualTo(expected == null ? "" : expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      textBlock =
          """
          Trump, Donald J ¦ Politics → trump-donald-j politics
          Coronavirus Aid, Relief, and Economic Security Act ¦ Biden, Joseph R Jr → biden-joseph-r-jr
          Trump, Donald J → trump-donald-j
          Biden, Joseph R. Jr. → biden-joseph-r-jr
          Relief, and Economic Security → relief-and-economic-security
          Maroc, Politique ¦ Sport → maroc-politique sport
          Maroc; Politique ¦ Sport → maroc politique sport
          Maroc, Politique → maroc politique
          المغرب، سياسة → المغرب سياسه
          """)
  void aCommaPartsTheLabelsOfAListAndNoNames(String categories, String expected) {
    assertThat(String.join(" ", names("", categories.split(" ¦ ")))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      textBlock =
          """
          uncategorized →
          Uncategorised →
          non classé →
          NON-CLASSE →
          Sans catégorie →
          actualités →
          ACTUALITES →
          actualité →
          Actu →
          news →
          '#News' →
          à la une →
          A la Une →
          une →
          Home →
          accueil →
          divers →
          article →
          Articles →
          featured →
          blog →
          post →
          Posts →
          أخبار →
          أَخْبَار →
          الأخبار →
          الاخبار →
          الرئيسية →
          غير مصنف →
          Faits divers → faits-divers
          Blogs → blogs
          أخبار المغرب → اخبار-المغرب
          """)
  void leavesOutByDefaultTheLabelsThatSayNothing(String category, String expected) {
    var byDefault = new Tagger(Config.defaults().tags());
    assertThat(byDefault.tag(source(), entry("", category)))
        .extracting(tag -> tag.tag().name())
        .isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @ParameterizedTest
  @CsvSource({"#Pub,", "#pubs,", "#Réclame,", "#Journal, journal"})
  void leavesOutADroppedLabelUnderAllItsNames(String title, String expected) {
    var aliased =
        new Tagger(
            TestSettings.of(
                    "tags.aliases={Promo: [Pub], Journal: [Réclame]}", "tags.drop=[promo, réclame]")
                .tags());
    assertThat(aliased.tag(source(), entry(title), Set.of(Tag.of("pub"))::contains))
        .extracting(tag -> tag.tag().name())
        .isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  @Test
  void givesTheTagOfARuleOfTheUserWhateverItsName() {
    assertThat(tagger.ofRule("News")).map(EntryTag::label).contains("News");
    assertThat(tagger.ofRule("All")).isEmpty();
  }

  @Test
  void callsOneThingByOneName() {
    assertThat(tagger.tag(source(), entry("#USA", "Etats-Unis", "الولايات المتحدة")))
        .containsExactly(new EntryTag(Tag.of("États-Unis"), "États-Unis", Provenance.HASHTAG));
  }

  @Test
  void keepsTheMostTrustedOfEqualTags() {
    var folder = new EntryTag(Tag.of("Maroc"), "Maroc", Provenance.FOLDER);
    assertThat(tagger.tag(source(folder), entry("#maroc", "MAROC"))).containsExactly(folder);
  }

  @Test
  void keepsAFolderOfTheUserWhateverItsName() {
    var folder = new EntryTag(Tag.of("News"), "News", Provenance.FOLDER);
    assertThat(tagger.tag(source(folder), entry("", "News"))).containsExactly(folder);
  }

  @Test
  void joinsThePluralToASingularThatIsKnownOnly() {
    var known = Set.of(Tag.of("élection présidentielle"), Tag.of("مغرب"));
    assertThat(
            tagger.tag(
                source(),
                entry("", "Élections présidentielles", "Paris", "المغرب", "Sports"),
                known::contains))
        .extracting(tag -> tag.tag().name())
        .containsExactly("election-presidentielle", "paris", "مغرب", "sports");
  }

  @Test
  void boundsTheTagsOfAnEntry() {
    var categories = IntStream.range(0, 500).mapToObj(i -> "label " + i).toArray(String[]::new);
    assertThat(names("", categories)).hasSize(40);
  }
}
