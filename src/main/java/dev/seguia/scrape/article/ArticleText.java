package dev.seguia.scrape.article;

import dev.seguia.scrape.BoundedText;
import dev.seguia.text.Fold;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Extracts the text of an article from its page.
final class ArticleText {
  private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
  private static final int SENTENCE = 50;
  private static final int LONG = 2_000;
  private static final double DENSE_LINKS = 0.5;

  /// Of the article, and in elements, what a section of others may be.
  private static final double SMALL_SHARE = 0.2;

  private static final int MOST = 50;

  private static final Pattern OPENS =
      Pattern.compile(
          "\\W{0,3}(?:opens?|s'ouvre|ouvre|offnet|se abre|abre)(?: in| dans| en| em)?(?: a| un| une| una| uma)?"
              + " (?:new|nouvel|nouvelle|neue[nsm]?|nueva|nova) (?:tab|window|onglet|fenetre|ventana|pestana|janela|aba)\\W{0,3}");

  private final TextDensity.Masses masses;
  private final Element place;
  private final String title;

  /// What stands under headings such as `Comments` and `You may also like`.
  private final Set<Element> others = Collections.newSetFromMap(new IdentityHashMap<>());

  private ArticleText(TextDensity.Masses masses, Element place, String title) {
    this.masses = masses;
    this.place = place;
    this.title = Fold.fold(title);
    for (var heading : place.select("h2, h3, h4, h5, h6"))
      if (SideLines.is(heading, masses.of(heading).letters())) addSection(heading);
  }

  /// As far as the next heading, unless that is much of the article.
  private void addSection(Element heading) {
    var section = new ArrayList<Element>();
    var prose = 0;
    for (var next = heading.nextElementSibling();
        next != null && section.size() < MOST && !HEADINGS.contains(next.normalName());
        next = next.nextElementSibling()) {
      section.add(next);
      prose += masses.of(next).prose();
    }
    if (prose < masses.of(place).prose() * SMALL_SHARE) others.addAll(section);
  }

  /// The element with the article's text and little else.
  ///
  /// @param strict whether names of classes tell what is clutter
  static Element of(Document document, String title, boolean strict) {
    var body = document.body();
    var clutter = new Clutter(TextDensity.of(body), body, strict);
    var trimmed = PrunedCopy.copy(body, clutter::is);
    var masses = TextDensity.of(trimmed);
    var place = new BodyPlace(masses).in(trimmed);
    var text = PrunedCopy.copy(place, new ArticleText(masses, place, title)::isBeside);
    Standfirst.of(masses, place).ifPresent(text::prependChild);
    return text;
  }

  private boolean isBeside(Element element) {
    var name = element.normalName();
    if (others.contains(element)) return true;
    if (HEADINGS.contains(name))
      return isTitle(element, name) || SideLines.is(element, masses.of(element).letters());
    if (!element.isBlock()) return isForScreenReaders(element);
    var mass = masses.of(element);
    if (mass.letters() == 0 || mass.prose() * 2 > masses.of(place).prose()) return false;
    return (isLinks(mass) && !isSentence(element, mass)) || SideLines.is(element, mass.letters());
  }

  /// Hidden by a style that we do not see: `<a>the report<span>, opens new tab</span></a>`.
  private boolean isForScreenReaders(Element element) {
    var letters = masses.of(element).letters();
    return element.normalName().equals("span")
        && letters > 0
        && letters < 40
        && OPENS.matcher(Fold.fold(BoundedText.of(element, 100))).matches();
  }

  private boolean isTitle(Element heading, String name) {
    return name.equals("h1") || Fold.fold(BoundedText.of(heading, 500)).equals(title);
  }

  private static boolean isLinks(TextDensity mass) {
    return mass.linkDensity() > DENSE_LINKS && mass.prose() * 4 < mass.letters();
  }

  /// A sentence may be one long link; the title of another article ends without a full stop.
  private static boolean isSentence(Element element, TextDensity mass) {
    var name = element.normalName();
    if (!name.equals("p") && !name.equals("li")) return false;
    if (mass.letters() < SENTENCE) return false;
    var words = BoundedText.of(element, LONG);
    return !words.isEmpty() && ".!?…”»\"؟。".indexOf(words.charAt(words.length() - 1)) >= 0;
  }
}
