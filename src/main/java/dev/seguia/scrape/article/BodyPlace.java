package dev.seguia.scrape.article;

import dev.seguia.scrape.ClassWords;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/// Finds the element of a page that contains the article (heuristic): from a landmark, or from the
/// whole page, down to where the prose divides.
final class BodyPlace {
  private static final Set<String> TEXT =
      Set.of(
          "p",
          "li",
          "ul",
          "ol",
          "blockquote",
          "pre",
          "table",
          "tbody",
          "tr",
          "dl",
          "figure",
          "h2",
          "h3",
          "h4",
          "b",
          "strong",
          "em",
          "i",
          "span",
          "a",
          "font");

  /// Of the page's prose, what a landmark must hold to be believed.
  private static final double LANDMARK = 0.4;

  /// Of an element's prose, what a part of it must hold to stand for it.
  private static final double MAIN_PART = 0.7;

  private static final double LOOSE_LINKS = 0.3;

  private final TextDensity.Masses masses;

  BodyPlace(TextDensity.Masses masses) {
    this.masses = masses;
  }

  Element in(Element body) {
    var place = landmark(body).orElse(body);
    for (var part = mainPart(place); part.isPresent(); part = mainPart(place)) place = part.get();
    return place;
  }

  /// The landmark that says most exactly that it is the article, if it holds enough of the page.
  private Optional<Element> landmark(Element body) {
    var least = masses.of(body).prose() * LANDMARK;
    var candidates = body.getAllElements();
    for (var rank = 0; rank < 4; rank++) {
      Optional<Element> best = Optional.empty();
      var most = 0.0;
      for (var element : candidates) {
        var prose = masses.of(element).prose();
        if (prose >= least && prose > most && rank(element) == rank) {
          best = Optional.of(element);
          most = prose;
        }
      }
      if (best.isPresent()) return best;
    }
    return Optional.empty();
  }

  private static int rank(Element element) {
    if (element.attr("itemprop").contains("articleBody")) return 0;
    var name = element.normalName();
    if (name.equals("body") || name.equals("html")) return 9;
    var words = ClassWords.of(element);
    for (var pair : NAMES) if (words.hasAll(pair.getFirst(), pair.getLast())) return 1;
    if (name.equals("article")) return 2;
    return name.equals("main") || element.attr("role").equals("main") ? 3 : 9;
  }

  private static final List<List<String>> NAMES =
      List.of(
          List.of("article", "body"),
          List.of("article", "content"),
          List.of("article", "text"),
          List.of("entry", "content"),
          List.of("post", "content"),
          List.of("post", "body"),
          List.of("story", "body"),
          List.of("story", "content"));

  /// The part that holds nearly all of an element's prose, unless others beside it are of its kind.
  private Optional<Element> mainPart(Element place) {
    var whole = masses.of(place).prose();
    if (whole == 0) return Optional.empty();
    for (var part : place.children()) {
      if (masses.of(part).prose() < whole * MAIN_PART) continue;
      if (TEXT.contains(part.normalName())) return Optional.empty();
      var hasKin = place.children().stream().anyMatch(other -> isKin(part, other));
      return hasKin ? Optional.empty() : Optional.of(part);
    }
    return Optional.empty();
  }

  private boolean isKin(Element part, Element other) {
    if (other.equals(part)) return false;
    var mass = masses.of(other);
    if (mass.prose() == 0 || mass.linkDensity() > LOOSE_LINKS) return false;
    if (other.normalName().equals("p")) return true;
    return other.normalName().equals(part.normalName())
        && !part.className().isBlank()
        && other.className().equals(part.className());
  }
}
