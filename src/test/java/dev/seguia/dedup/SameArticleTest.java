package dev.seguia.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SameArticleTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  /// In the tables, a summary of more than twelve words.
  private static final String LONG =
      "Le gouvernement a annoncé lundi une série de mesures en faveur des familles les plus modestes";

  /// Another one.
  private static final String OTHER =
      "Des milliers de personnes ont manifesté dans les rues de la capitale contre la hausse des prix";

  private final SameArticle same = new SameArticle(Duration.ofDays(3));

  private static Copy copy(String source, String title, String summary, String content) {
    return new Copy(source, NOON, CopySketch.of(title, summary, content));
  }

  private static String summary(String name) {
    return name == null ? "" : name.replace("LONG", LONG).replace("OTHER", OTHER);
  }

  private Optional<Rule> rule(String one, String oneSummary, String other, String otherSummary) {
    return same.compare(
            copy("a", one, summary(oneSummary), ""), copy("b", other, summary(otherSummary), ""))
        .map(Match::rule);
  }

  @ParameterizedTest(name = "{0}: {1} / {3}")
  @CsvSource(
      delimiter = ';',
      value = {
        "TITLE ; La banque centrale relève ses taux ; ; La Banque centrale relève ses taux – Le Monde ;",
        "TITLE ; EN DIRECT - Séisme : le bilan monte à 35.000 morts ; ; Séisme: le bilan monte à 35 000 morts ;",
        "TITLE ; [Vidéo] Le Raja bat le Wydad au stade ; ; Le Raja bat le Wydad au stade (vidéo) ;",
        "TITLE ; 🔴 LIVE. Five wounded in Kyiv drone attack ; ; 5 wounded in Kyiv drone attack ;",
        "TITLE ; عاجل | المغرب يفوز على إسبانيا بركلات الترجيح ; ; المغرب يفوز على اسبانيا بركلات الترجيح - فرانس ;",
        "TITLE ; Météo marine ; LONG ; Météo marine ; LONG",
        "- ; Météo marine ; LONG ; Météo marine ; OTHER",
        "- ; Météo marine ; ; Météo marine ;",
        "PART ; Foreign ministers of Korea and Japan to meet on Sunday ; ; Foreign ministers of Korea and Japan to meet on Sunday in Seoul ;",
        "- ; Foreign ministers of Korea and Japan to meet on Sunday ; LONG ; Foreign ministers of Korea and Japan to meet on Sunday in Seoul ; OTHER",
        "- ; Les résultats du tirage du loto de samedi ; ; Les résultats du tirage du loto de samedi 10 ;",
        "- ; Ministers to meet ; ; Ministers to meet on Sunday ;",
        "WORDS ; Milei vows swift measures to pull Argentina out of deep crisis ; ; Milei vows swift measures to pull Argentina out of crisis ;",
        "- ; Milei vows swift measures to pull Argentina out of deep crisis ; ; Milei vows swift measures not to pull Argentina out of crisis ;",
        "- ; Milei vows 3 measures to pull Argentina out of deep crisis ; ; Milei vows 4 measures to pull Argentina out of crisis ;",
        "SUMMARY ; Aides aux familles: ce que le gouvernement annonce ; LONG ; Le gouvernement annonce des aides aux familles modestes ; LONG de France",
        "- ; Aides aux familles: ce que le gouvernement annonce ; LONG ; Grève générale dans les transports ; LONG",
        "- ; Aides aux familles: 3 annonces ; LONG ; Aides aux familles: 4 annonces ; LONG",
        "- ; ; ; ; "
      })
  void tellsCopiesInTwoSourcesByOneRule(
      String rule, String one, String oneSummary, String other, String otherSummary) {
    var expected = rule.equals("-") ? Optional.<Rule>empty() : Optional.of(Rule.valueOf(rule));
    assertThat(rule(summary(one), oneSummary, summary(other), otherSummary)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} / {1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "Le moral des ménages français recule encore - France 24; Le moral des ménages français recule encore",
        "Le moral des ménages français recule encore | 20 Minutes; Le moral des ménages français recule encore",
        "Le moral des ménages français recule encore (AFP); Le moral des ménages français recule encore",
        "الحكومة تعلن خطة جديدة لدعم المزارعين - فرانس 24; الحكومة تعلن خطة جديدة لدعم المزارعين",
        "REPORTAGE. À Nantes, la colère des soignants monte; À Nantes, la colère des soignants monte",
        "INFO FRANCEINFO. Un rapport accable la direction; Un rapport accable la direction",
        "Interview : un entraîneur raconte sa saison noire; VIDÉO - Un entraîneur raconte sa saison noire",
        "Au cœur de la forêt, une œuvre géante; Au coeur de la forêt, une oeuvre géante",
        "Les loyers ont augmenté de 5 % en un an; Les loyers ont augmenté de 5 pour cent en un an",
        "Le festival ouvre à J-7 de la rentrée; Le festival ouvre à 7 jours de la rentrée",
        "Le match commencera à 20 h 30 à Lens; Le match commencera à 20h30 à Lens",
        "Un ticket de métro à 2 € dès janvier; Un ticket de métro à €2 dès janvier",
        "Les Jeux olympiques vus par les athlètes; Les JO vus par les athlètes",
        "Covid-19 : le vaccin arrive chez les médecins; Covid : le vaccin arrive chez les médecins",
        "Quinze ans après, la deuxième équipe est née; 15 ans après, la 2e équipe est née",
        "L'usine rouverte fin janvier près de Lille par ses ouvriers; L'usine rouverte à fin janvier près de Lille par les ouvriers"
      })
  void seesThroughTheSpellingsAndLabelsOfOutlets(String one, String other) {
    assertThat(rule(one, "", other, "")).isPresent();
  }

  @ParameterizedTest(name = "{0} / {1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "La ville manifeste pour le grand stade de Lyon; La ville manifeste contre le grand stade de Lyon",
        "Le train de nuit part de Paris à 20h30; Le train de nuit part de Paris à 21h30",
        "Les prix des loyers augmentent de 5 %; Les prix des loyers augmentent de 6 %",
        "Le grand feuilleton de cet été - Partie 1; Le grand feuilleton de cet été - Partie 2",
        "Le ministre ne quittera jamais son poste à Rabat; Le ministre ne quittera son poste à Rabat",
        "Le port rouvre ses quais; Le port rouvre des quais"
      })
  void keepsApartWhatAWordOrANumberTurns(String one, String other) {
    assertThat(rule(one, "", other, "")).isEmpty();
  }

  @ParameterizedTest(name = "{0} / {1}")
  @CsvSource(
      delimiter = ';',
      value = {
        "Quel temps est prévu à Troyes le vendredi 10 janvier ?; Quel temps est prévu à Angers le vendredi 10 janvier ?",
        "Quel temps est prévu à Troyes le vendredi 10 janvier ?; Quel temps est prévu à Troyes le samedi 11 janvier ?",
        "Wordle today: answer and hints for game 654; Wordle today: answer and hints for game 655",
        "PARIS - Les prévisions de la météo pour demain; LYON - Les prévisions de la météo pour demain",
        "ÉPISODE 12: la suite de notre grande série; ÉPISODE 13: la suite de notre grande série",
        "حالة الطقس اليوم في مدينة الرباط 10; حالة الطقس اليوم في مدينة الرباط 11"
      })
  void neverTakesOneOfASeriesForAnother(String one, String other) {
    assertThat(rule(one, "", other, "")).isEmpty();
    var words =
        "Toutes les prévisions heure par heure pour votre ville et vos environs, avec la carte";
    if (!one.startsWith("PARIS")) assertThat(rule(one, words, other, words)).isEmpty();
  }

  @ParameterizedTest(name = "{0} days: {1}")
  @CsvSource({"0, true", "3, true", "-3, true", "4, false", "-4, false"})
  void looksAsFarAsTheWindow(int days, boolean expected) {
    var traits = CopySketch.of("La banque centrale relève ses taux", "", "");
    var one = new Copy("a", NOON, traits);
    var other = new Copy("b", NOON.plus(Duration.ofDays(days)), traits);
    assertThat(same.compare(one, other).isPresent()).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: {1} {2} / {3} {4}")
  @CsvSource({
    "true, Le mot du jour, LONG, Le mot du jour, LONG",
    "true, Le mot, LONG, Le mot, LONG",
    "false, Le mot, , Le mot, ",
    "false, Le mot du jour, LONG, Le mot du jour, OTHER",
    "false, Le mot du jour, , Le mot du jour du 3, ",
    "false, PARTIE 1: le mot du jour, , PARTIE 2: le mot du jour, "
  })
  void tellsARepetitionWithinOneSourceByEqualTitleAndSummary(
      boolean expected, String one, String oneSummary, String other, String otherSummary) {
    var match =
        same.compare(
            copy("a", one, summary(oneSummary), ""), copy("a", other, summary(otherSummary), ""));
    assertThat(match.map(Match::rule))
        .isEqualTo(expected ? Optional.of(Rule.REPEAT) : Optional.empty());
  }

  @Test
  void tellsARepetitionByTheTextToo() {
    var one = copy("a", "Le mot du jour", "", Prose.of(1, 200));
    assertThat(same.compare(one, copy("a", "Le mot du jour", "", Prose.of(1, 200)))).isPresent();
    assertThat(same.compare(one, copy("a", "Le mot du jour", "", Prose.of(2, 200)))).isEmpty();
  }

  @Test
  void takesUnnamedSourcesForTwo() {
    var match =
        same.compare(copy("", "Le mot du jour", LONG, ""), copy("", "Le mot du jour", "", ""));
    assertThat(match).contains(new Match(Rule.TITLE, 1));
  }

  @Test
  void tellsReprintsByTheirFullText() {
    var one = copy("a", "Crue: l'alerte est levée", "", Prose.of(1, 400));
    var cut = Prose.of(1, 340) + Prose.of(2, 20);
    var match = same.compare(one, copy("b", "Retour au calme après l'orage", "", cut));
    assertThat(match.map(Match::rule)).contains(Rule.TEXT);
    assertThat(match.orElseThrow().score()).isBetween(0.6, 0.95);
  }

  @Test
  void takesTwoTextsWithNothingInCommonForTwoArticlesWhateverTheirTitle() {
    var title = "Ce qu'il faut savoir ce matin";
    assertThat(
            same.compare(
                copy("a", title, "", Prose.of(1, 200)), copy("b", title, "", Prose.of(2, 200))))
        .isEmpty();
  }

  @Test
  void doesNotTakeTheTextOfASeriesForAReprint() {
    var one = copy("a", "Horoscope du Lion pour ce lundi", "", Prose.of(1, 200));
    var other = copy("b", "Horoscope du Taureau pour ce lundi", "", Prose.of(1, 200));
    assertThat(same.compare(one, other)).isEmpty();
  }

  @Test
  void wantsMoreOfTheTitlesOfTwoLiveTickers() {
    assertThat(
            rule(
                "EN DIRECT - Guerre en Ukraine ce lundi",
                "",
                "Live: guerre en Ukraine ce lundi",
                ""))
        .isEmpty();
    assertThat(rule("EN DIRECT - Guerre en Ukraine ce lundi", "", "Guerre en Ukraine ce lundi", ""))
        .contains(Rule.TITLE);
  }
}
