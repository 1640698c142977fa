package dev.seguia.scrape.article;

import dev.seguia.scrape.BoundedText;
import dev.seguia.text.Fold;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/// Recognises boilerplate lines in an article's text (heuristic): links to other articles, calls to
/// share, follow or subscribe, tags and rights, or page dates.
final class SideLines {
  /// In characters; what is longer is a paragraph.
  private static final int LONGEST = 160;

  private static final int LONGEST_RIGHTS = 250;
  private static final int LONGEST_DATE = 60;

  /// How lines begin that lead away from the article, folded.
  private static final List<String> LEADS_AWAY =
      List.of(
          // Other articles
          "read more|read also|also read|read next|see also|more on this|more from|more stories",
          "related:|(?:related|recommended) (?:posts?|articles?|stor(?:y|ies)|news|links?|topics?|searches)",
          "recommended (?:for you|by)|you m(?:ay|ight) also like|like this story|also on|popular on",
          "most (?:read|popular)|trending (?:on|now)|a lire|lire aussi|lire egalement|lire la suite",
          "a voir aussi|voir aussi|a decouvrir aussi|sur le meme (?:sujet|theme)|nos autres articles",
          "articles? (?:lies|associes|similaires)|dans la meme rubrique|pour aller plus loin",
          "(?:audios?|photos?) et videos sur",
          "lesen sie auch|mehr zum thema|auch interessant|das konnte (?:sie|dich) auch",
          "ahnliche (?:artikel|beitrage)|weitere (?:artikel|beitrage)|artikel zum thema",
          "dieses thema im programm|lea tambien|lee tambien|te puede interesar|noticias relacionadas",
          "ver tambien|mas noticias|leia tambem|leia mais|veja tambem|saiba mais|leggi anche",
          "potrebbe interessarti|lees ook|lees meer|czytaj takze|czytaj tez|zobacz takze|zobacz tez",
          "اقرا ايضا|اقرا المزيد|شاهد ايضا|مواضيع ذات صله|مواضيع متعلقه|اخبار متعلقه|قد يهمك",
          // Letters, networks, applications
          "sign up|subscribe to|get the latest|have a tip|click here|follow us|like us on",
          "share (?:this|on|via)|tweet this|download (?:the|our) app|join the conversation",
          "follow .{2,40} on (?:facebook|twitter|instagram|youtube|google|x)",
          "partage[rz] (?:sur|cet|l'|cette|par)|suivez[- ]nous|suivez .{2,40} sur (?:facebook|twitter|x)",
          "abonnez[- ]vous|inscrivez[- ]vous|newsletter :|envoyer par (?:e-?mail|courriel)",
          "folgen sie uns|(?:artikel|beitrag|seite) (?:teilen|drucken)|jetzt abonnieren",
          "siguenos|suscribete|comparte (?:esta|en)|compartir (?:esta|en)|siga[- ]nos|inscreva-se",
          "compartilhe|seguici|iscriviti|condividi|تابعونا|تابعوا|اشترك (?:في|الان)|شارك (?:هذا|علي|الخبر)",
          // Advertisements, and what a page lacks
          "advertisement",
          "this (?:slideshow|page|site) requires javascript|please enable javascript",
          // Tags, places in the site, comments
          "filed under|posted in|tagged (?:with|as)|mots[- ]cles|schlagwort(?:e|er)|etiquetas",
          "permalink|permalien|archivado en|الكلمات المفتاحيه|وسوم",
          "leave a (?:comment|reply)|post a comment|tell us what you think|have your say",
          "laisser un commentaire|poster un commentaire|vos (?:reactions|commentaires)",
          "kommentar (?:verfassen|schreiben|hinterlassen)|deja (?:tu|un) comentario|deixe um comentario",
          // Who made the pictures and the page
          "(?:photo|image|picture) credits?|credits? ?(?:photos?|images?|:)|bildnachweis|foto credit",
          "(?:author|auteur|autor|autore|edition|redaction) ?:");

  /// Lines of these words alone, with or without a number.
  private static final List<String> LABELS =
      List.of(
          "comments?|commentaires?|kommentare?|comentarios?|commenti|reacties|التعليقات|تعليقات",
          "share|partager|teilen|compartir|compartilhar|print|imprimer|drucken|imprimir|stampa",
          "publicite|anzeige|werbung|publicidade|publicidad|pubblicita|iklan|related|recommended",
          "tags?|stichworte|trending on the web|advert|ads?|sponsored|sponsorise|watch video|more",
          "about the author|a propos de l'auteur|uber den autor|sobre el autor|newsletter|contact|kontakt");

  private static final Pattern AWAY =
      Pattern.compile("(?s)\\W{0,3}(?:" + String.join("|", LEADS_AWAY) + ")(?![\\p{L}\\p{N}]).*");

  private static final Pattern LABEL =
      Pattern.compile(
          "\\W{0,3}(?:no |\\d{1,5} )?(?:"
              + String.join("|", LABELS)
              + ")(?: ?\\(?\\d{1,5}(?::\\d\\d)?\\)?)?\\W{0,4}");

  private static final Pattern RIGHTS =
      Pattern.compile(
          "(?s)\\W{0,3}(?:©|copyright\\b|\\(c\\) ?(?:19|20)\\d\\d).*|.*(?:all rights reserved"
              + "|tous droits reserves|alle rechte vorbehalten|todos los derechos reservados"
              + "|todos os direitos reservados|tutti i diritti riservati|جميع الحقوق محفوظه).{0,60}");

  private static final String DAY =
      Stream.of(
              "[a-z]{3,9}\\.? \\d{1,2},? \\d{4}",
              "\\d{1,2}\\.? [a-z]{3,9}\\.? \\d{4}",
              "\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}",
              "\\d{4}-\\d{2}-\\d{2}")
          .collect(Collectors.joining("|", "(?:", ")"));

  private static final Pattern DATE =
      Pattern.compile(
          "(?:(?:stand|date|datum|published|updated|posted|publie|mis a jour|veroffentlicht|aktualisiert)"
              + "(?: on| le| am)?:? )?(?:[a-z]{2,9}\\.?,? )?"
              + DAY
              + "(?:[ ,|·-]{1,3}(?:a |at |um )?\\d{1,2}[:h.]\\d{2}[ a-z()+:.0-9]{0,15})?");

  private SideLines() {}

  /// Whether an element of this length is such a line.
  static boolean is(Element element, int letters) {
    if (letters >= LONGEST_RIGHTS) return false;
    var line = Fold.fold(BoundedText.of(element, 2 * LONGEST_RIGHTS));
    if (RIGHTS.matcher(line).matches()) return true;
    if (letters < LONGEST && (AWAY.matcher(line).matches() || LABEL.matcher(line).matches()))
      return true;
    return letters < LONGEST_DATE && !isOfText(element) && DATE.matcher(line).matches();
  }

  /// A paragraph or heading that is a date may be one of a chronology.
  private static boolean isOfText(Element element) {
    return switch (element.normalName()) {
      case "p", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt" -> true;
      default -> false;
    };
  }
}
