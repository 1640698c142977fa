package dev.seguia.scrape.article;

import dev.seguia.scrape.BoundedText;
import dev.seguia.scrape.ClassWords;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeFilter.FilterResult;

/// Finds the standfirst: the paragraph between title and text that says what an article is about.
/// It is often outside the element of the text.
final class Standfirst {
  private static final Set<String> NAMES =
      Set.of(
          "standfirst",
          "summary",
          "chapo",
          "chapeau",
          "lead",
          "lede",
          "intro",
          "introduction",
          "deck",
          "dek",
          "excerpt",
          "abstract",
          "sapo",
          "accroche",
          "subheadline",
          "subhead",
          "subtitle",
          "teaser",
          "vorspann",
          "entradilla",
          "bajada",
          "kicker");

  private static final int LONGEST = 1_500;
  private static final int SHORTEST = 40;
  private static final int HIGHEST = 4;

  private Standfirst() {}

  /// A copy of it, if there is one shortly before the text.
  static Optional<Element> of(TextDensity.Masses masses, Element place) {
    var child = place;
    for (var height = 0; height < HIGHEST; height++) {
      var parent = child.parent();
      if (parent == null) return Optional.empty();
      for (var sibling = child.previousElementSibling();
          sibling != null;
          sibling = sibling.previousElementSibling()) {
        var found = in(masses, sibling);
        if (found.isPresent())
          return found.filter(text -> !isIn(place, text)).map(Standfirst::copy);
      }
      if (parent.normalName().equals("article") || parent.normalName().equals("main"))
        return Optional.empty();
      child = parent;
    }
    return Optional.empty();
  }

  private static Optional<Element> in(TextDensity.Masses masses, Element element) {
    if (masses.of(element).prose() < SHORTEST) return Optional.empty();
    var found = new Element[1];
    element.filter((node, _) -> {
      if (!(node instanceof Element inner)) return FilterResult.CONTINUE;
      var mass = masses.of(inner);
      if (mass.prose() < SHORTEST) return FilterResult.SKIP_ENTIRELY;
      if (mass.letters() > LONGEST || !isNamedSo(inner)) return FilterResult.CONTINUE;
      found[0] = inner;
      return FilterResult.STOP;
    });
    return Optional.ofNullable(found[0]);
  }

  private static boolean isNamedSo(Element element) {
    var words = ClassWords.of(element);
    return words.hasAny(NAMES)
        || words.hasAll("sub", "headline")
        || element.attr("itemprop").contains("description")
        || element.attr("itemprop").contains("alternativeHeadline");
  }

  private static boolean isIn(Element place, Element text) {
    return BoundedText.of(place, 3 * LONGEST).contains(BoundedText.of(text, LONGEST));
  }

  private static Element copy(Element found) {
    var isText = found.normalName().equals("p") || !found.getElementsByTag("p").isEmpty();
    return isText ? found.clone() : new Element("p").html(found.html());
  }
}
