package dev.seguia.page;

import dev.seguia.source.Source;
import dev.seguia.store.StoreWorld;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/// What the papers bring on a day: an article that two of them print, others of its story, and some
/// that have to do with it.
public final class NewsDay {
  public static final Source LE_360 = source("https://le360.example/rss", "le360", "Maroc");
  public static final Source HESPRESS = source("https://hespress.example/rss", "Hespress", "Maroc");
  public static final Source MEDIAS_24 =
      source("https://medias24.example/rss", "Médias24", "Économie");
  public static final Source LIBERATION =
      source("https://liberation.example/rss", "Libération", "Économie");
  public static final Source AKHBAR =
      source("https://akhbar.example/rss", "أخبار المغرب", "المغرب");
  public static final List<Source> SOURCES =
      List.of(LE_360, HESPRESS, MEDIAS_24, LIBERATION, AKHBAR);

  public static final Article RATE =
      Article.of(
              "https://le360.example/economie/taux-directeur",
              "Bank Al-Maghrib maintient son taux directeur à 2,25 %")
          .summary("Le conseil de la banque centrale juge l’inflation « contenue ».")
          .content(
              """
              <p>Réuni mardi à Rabat, le conseil de Bank Al-Maghrib a décidé de maintenir son taux \
              directeur inchangé à 2,25 %.</p>
              <figure><img src="https://le360.example/img/bam.jpg" alt="Le siège de la banque" \
              width="800" height="450" referrerpolicy="no-referrer"><figcaption>Le siège, à \
              Rabat.</figcaption></figure>
              <h2>Une inflation contenue</h2>
              <p>L’inflation reviendrait à 0,8 % en 2025, puis à 1,3 % en 2026, selon \
              <a href="https://le360.example/bam" rel="noopener noreferrer">ses prévisions</a>.</p>
              <blockquote><p>« Les conditions sont réunies. »</p></blockquote>
              <iframe src="https://www.youtube.com/embed/abc" title="Le point de presse" \
              allowfullscreen="" sandbox="allow-scripts allow-same-origin allow-popups \
              allow-presentation" referrerpolicy="strict-origin-when-cross-origin"></iframe>\
              """)
          .tags("Économie", "Banques");

  private NewsDay() {}

  private static Source source(String url, String title, String tag) {
    var plain = StoreWorld.source(url, tag);
    return new Source(URI.create(url), title, plain.htmlUrl(), plain.tags(), plain.settings());
  }

  /// Days on which other things happen: a tag that stands on everything says nothing.
  private static final List<String> OTHERS =
      List.of(
          "La pêche reprend à Agadir",
          "Un hôtel ouvre à Dakhla",
          "Le Raja recrute un gardien",
          "Il neige sur l’Oukaïmeden",
          "Un pont relie les deux rives",
          "Une exposition de tapis à Fès",
          "Les olives mûrissent tôt",
          "Un musée du thé voit le jour",
          "Le marathon des Sables commence",
          "Des cigognes nichent au Chellah",
          "Un film tourné à Ouarzazate",
          "La route du Tichka est élargie",
          "Le tramway gagne une ligne",
          "Une école de cirque à Salé",
          "Un jardin botanique à Rabat",
          "Le port de Safi s’agrandit");

  public static void happenIn(PageWorld world) {
    for (var title : OTHERS)
      world.poll(AKHBAR, of("akhbar", "autre" + OTHERS.indexOf(title), title, "06"));
    world.poll(
        MEDIAS_24,
        of("medias24", "budget", "Le budget 2026 mise sur les banques", "07")
            .tags("Économie", "Finances"),
        of("medias24", "credit", "Le crédit bancaire progresse de 5 %", "07")
            .tags("Banques", "Finances"),
        of("medias24", "dette", "La dette des banques recule encore", "08")
            .tags("Banques", "Finances"));
    world.store.clock.advance(Duration.ofMinutes(10));
    world.poll(LE_360, RATE);
    world.store.clock.advance(Duration.ofMinutes(10));
    world.poll(
        HESPRESS,
        Article.of("https://hespress.example/taux", RATE.title())
            .summary(RATE.summary())
            .published("2025-11-14T10:20:00Z"));
    world.poll(
        LIBERATION,
        of(
            "liberation",
            "bam",
            "Bank Al-Maghrib laisse son taux directeur inchangé à 2,25 %",
            "11"));
    world.poll(
        MEDIAS_24,
        of(
                "medias24",
                "taux",
                "Taux directeur : Bank Al-Maghrib opte pour le statu quo à 2,25 %",
                "11")
            .tags("Banques", "Finances"));
    world.poll(
        HESPRESS,
        of("hespress", "bourse", "Le taux directeur tient la Bourse de Casablanca en haleine", "06")
            .tags("Économie", "Banques"),
        of("hespress", "outil", "À quoi sert un taux directeur ?", "05")
            .tags("Économie", "Banques"));
    world.poll(
        AKHBAR,
        Article.of(
                "https://akhbar.example/1",
                "بنك المغرب يبقي سعر الفائدة الرئيسي عند 2,25 في المائة")
            .in("ar")
            .summary("قرر مجلس بنك المغرب الإبقاء على سعر الفائدة الرئيسي دون تغيير.")
            .content(
                "<p>قرر مجلس بنك المغرب، المجتمع يوم الثلاثاء بالرباط، الإبقاء على سعر الفائدة"
                    + " الرئيسي دون تغيير عند 2,25 في المائة.</p><p>وتوقع البنك أن يبلغ التضخم 0,8 في المائة.</p>")
            .published("2025-11-14T10:30:00Z"));
  }

  private static Article of(String site, String name, String title, String hour) {
    return Article.of("https://" + site + ".example/" + name, title)
        .summary(
            title
                + ". L’article donne les chiffres de l’année, ceux que la banque centrale retient, et ce"
                + " que les analystes de la place de Casablanca en attendent pour la suite.")
        .published("2025-11-14T" + hour + ":30:00Z");
  }
}
