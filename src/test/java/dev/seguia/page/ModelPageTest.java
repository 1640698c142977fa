package dev.seguia.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.feed.Tag;
import dev.seguia.source.Source;
import dev.seguia.store.StoreWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page that Seguia was begun for: an article of one paper, credited and dated, and under it
/// the tags and ten older articles of several papers that have to do with it.
final class ModelPageTest {
  private static final Path GOLDEN = Path.of("src/test/resources/pages/model.golden.html");
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");
  private static final int TEASER = 150;

  private static final Source LE_360 = source("le360", "Eau");
  private static final Source MATIN = source("Le Matin", "Presse");
  private static final Map<String, Source> PAPERS = papers();

  /// Older articles on the same matter: when, of which paper, with which title, and how they begin.
  private static final List<String> OLDER =
      List.of(
          "2025-11-10 | Hespress | Barrages : le taux de remplissage remonte à 32 %"
              + " | Hausse de quatre points en un mois",
          "2025-11-09 | Médias24 | #Secheresse_BARRAGES_SOUSS : les agriculteurs attendent la pluie"
              + " | Trois périmètres irrigués restent fermés",
          "2025-11-07 | Libération | Les barrages du nord se remplissent après les pluies (VIDEOS)"
              + " | À Tanger et à Tétouan, les retenues débordent",
          "2025-11-05 | Hespress | Sécheresse : ce que changent les pluies de novembre"
              + " | Les semis reprennent, les nappes attendent",
          "2025-11-03 | Telquel | Dessalement, barrages : le Maroc cherche son eau"
              + " | Neuf usines sont en chantier sur la côte",
          "2025-10-30 | Aujourd’hui | Lâchers d’eau : les barrages du Loukkos sous surveillance"
              + " | Les riverains sont prévenus par sirène",
          "2025-10-28 | Médias24 | Le remplissage des barrages, région par région"
              + " | Le nord est au-dessus de la moyenne, le sud loin dessous",
          "2025-10-24 | Le Matin | Pluies attendues, barrages à sec : l’automne de tous les espoirs"
              + " | Les modèles annoncent un mois plus humide",
          "2025-10-21 | Libération | Barrages : sept années de sécheresse en cinq cartes"
              + " | De 2018 à aujourd’hui, bassin après bassin",
          "2025-10-18 | Telquel | Au pied du barrage d’Al Massira, le lac a disparu"
              + " | Les pêcheurs ont rangé leurs barques",
          "2025-10-15 | Aujourd’hui | Sécheresse : les pluies d’octobre ne suffisent pas aux barrages"
              + " | Il faudrait trois fois plus pour finir l’année",
          "2025-10-12 | Le Matin | Barrages : neuf chantiers avancent malgré la sécheresse"
              + " | Le plus grand sera livré au printemps");

  private static final List<String> OTHERS =
      List.of(
          "Le Raja recrute un gardien",
          "Une exposition de tapis à Fès",
          "Le tramway gagne une ligne",
          "Un film tourné à Ouarzazate",
          "Le marathon des Sables commence",
          "Bourse : le Masi finit en hausse",
          "Un musée du thé voit le jour",
          "Une école de cirque à Salé");

  private static final Article ARTICLE =
      Article.of(
              "https://fr.le360.example/economie/barrages_ABCDEFGHIJKLMNOPQRSTUVWXYZ/",
              "Barrages : les pluies de la semaine valent un mois d’eau potable")
          .summary("Quatre jours de pluie ont apporté 96 millions de mètres cubes aux barrages.")
          .content(
              """
              <p>La sécheresse n’est pas finie, mais elle recule. Les pluies tombées depuis lundi \
              ont apporté aux barrages du Royaume 96 millions de mètres cubes, de quoi donner à \
              boire aux villes pendant un mois.</p>
              <p>Le taux de remplissage passe de 32 à 33,4 %. Il était de 28 % il y a un an, à la \
              même date.</p>
              <h2>Le nord d’abord</h2>
              <p>Le Loukkos et le Sebou ont reçu plus de la moitié de cette eau. Dans le Souss, les \
              agriculteurs attendent toujours.</p>\
              """)
          .by("Salma Idrissi")
          .published("2025-11-14T10:06:00Z")
          .tags("Barrages", "Sécheresse");

  @TempDir private Path folder;
  private PageWorld world;

  @BeforeEach
  void start() {
    world = new PageWorld(folder);
    world.store.sources.list(List.copyOf(PAPERS.values()));
    PAPERS.forEach((name, paper) -> world.poll(paper, older(name)));
    world.poll(MATIN, others());
    world.poll(LE_360, ARTICLE);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private static Map<String, Source> papers() {
    var papers = new LinkedHashMap<String, Source>();
    papers.put("le360", LE_360);
    for (var name : List.of("Hespress", "Médias24", "Libération", "Telquel", "Aujourd’hui"))
      papers.put(name, source(name, "Maroc"));
    papers.put("Le Matin", MATIN);
    return papers;
  }

  private static Source source(String name, String tag) {
    var plain = StoreWorld.source("https://" + host(name) + "/rss", tag);
    return new Source(plain.url(), name, plain.htmlUrl(), plain.tags(), plain.settings());
  }

  private static String host(String name) {
    return name.toLowerCase(Locale.ROOT).replace('é', 'e').replaceAll("[^a-z0-9]", "") + ".example";
  }

  private static Article[] older(String paper) {
    return OLDER.stream()
        .map(line -> line.split(" \\| "))
        .filter(parts -> parts[1].equals(paper))
        .map(parts ->
            article(paper, parts[2])
                .summary(
                    parts[3]
                        + ". Chiffres, cartes et témoignages : ce que disent les agences de bassin,"
                        + " les agriculteurs et les météorologues de la saison qui commence.")
                .published(parts[0] + "T09:30:00Z")
                .tags("Barrages", "Climat"))
        .toArray(Article[]::new);
  }

  private static Article[] others() {
    return OTHERS.stream()
        .map(title -> article("Le Matin", title).published("2025-11-13T09:30:00Z"))
        .toArray(Article[]::new);
  }

  private static Article article(String paper, String title) {
    return Article.of("https://" + host(paper) + "/" + Tag.of(title).name(), title);
  }

  private Document page() {
    return Jsoup.parse(
        world.get(world.page(ARTICLE.link()), "Accept-Language", "fr").body(),
        PageWorld.BASE + "/entries/");
  }

  @Test
  void isAsTheGoldenPageSays() throws IOException {
    var page = world.get(world.page(ARTICLE.link()), "Accept-Language", "fr").body();
    if (UPDATE) Files.writeString(GOLDEN, page);
    assertThat(page).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void isCreditedAndDated() {
    assertThat(page().select("main").text())
        .contains(
            "Le 14/11/2025",
            "Source web par : le360",
            "Salma Idrissi",
            "vendredi 14 novembre 2025");
  }

  @Test
  void showsTheTagsThatGoAlong() {
    assertThat(under("Les tags en relation").select("a").eachText()).contains("Climat");
  }

  @Test
  void showsTenOlderArticlesOfSeveralPapers() {
    var related = under("Les articles en relation").select("li");
    assertThat(related).hasSize(10);
    assertThat(papersOf(related)).hasSizeGreaterThanOrEqualTo(5).doesNotContain("le360");
    assertThat(related.select("time").eachAttr("datetime"))
        .allSatisfy(date -> assertThat(date).isLessThan("2025-11-14"));
    assertThat(related.select("h3").eachText())
        .anyMatch(title -> title.startsWith("#Secheresse_BARRAGES_SOUSS : "))
        .anyMatch(title -> title.endsWith("(VIDEOS)"));
  }

  @Test
  void endsEachTeaserAfterSomeHundredAndFiftyCharacters() {
    assertThat(under("Les articles en relation").select("li p:last-child").eachText())
        .hasSize(10)
        .allSatisfy(teaser -> assertThat(teaser).endsWith("…"))
        .allSatisfy(teaser -> assertThat(teaser.length()).isBetween(TEASER - 30, TEASER + 1));
  }

  private static List<String> papersOf(List<Element> related) {
    return related.stream()
        .map(Element::text)
        .flatMap(text -> PAPERS.keySet().stream().filter(text::contains))
        .distinct()
        .toList();
  }

  private Element under(String heading) {
    return page().expectFirst("section:has(> h2:contains(" + heading + "))");
  }
}
