package dev.seguia.scrape.listing;

import dev.seguia.scrape.Ancestors;
import dev.seguia.scrape.PageParts;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/// Finds the title of a linked article.
final class LinkTitle {
  private LinkTitle() {}

  private static final int LONG = 45;
  private static final int MIDDLING = 25;
  private static final int SHORT = 12;
  private static final int LONGEST = 300;
  private static final int NEAR = 4;

  /// Elements of a card that are looked at.
  private static final int MOST = 200;

  /// How much a text looks like a title: from 0 for none to 3 for a whole sentence.
  static int weight(String text) {
    var length = text.strip().length();
    var words = text.strip().split("\\s+", 10).length;
    if (length >= LONG || words >= 8) return 3;
    if (length >= MIDDLING || words >= 5) return 2;
    return length >= SHORT ? 1 : 0;
  }

  /// The heading that belongs to an anchor: around it, inside it, or in its card.
  static Optional<Element> heading(Element anchor, Element card) {
    return around(anchor, card).or(() -> inside(anchor)).or(() -> inside(card));
  }

  private static Optional<Element> around(Element anchor, Element card) {
    var way = anchor.equals(card) ? Stream.of(anchor) : Ancestors.below(anchor, card).limit(NEAR);
    return way.filter(LinkTitle::isTitle).findFirst();
  }

  private static boolean isTitle(Element element) {
    return PageParts.isHeading(element) && element.hasText() && element.text().length() <= LONGEST;
  }

  private static Optional<Element> inside(Element place) {
    return place.stream().skip(1).limit(MOST).filter(LinkTitle::isTitle).findFirst();
  }

  /// The title; empty if there is none.
  static String of(Element anchor, Element card) {
    return heading(anchor, card)
        .map(LinkTitle::words)
        .or(() -> text(anchor))
        .or(() -> attribute(anchor, card))
        .orElse("")
        .strip();
  }

  /// The text, with a blank between a headline and what stands above it.
  private static String words(Element element) {
    if (!element.ownText().isBlank() || element.childrenSize() == 0) return element.text();
    return element.childrenSize() == 1
        ? words(element.child(0))
        : String.join(" ", element.children().eachText());
  }

  /// The text of an anchor; of one that is a whole card, the first part that is as long as a title.
  private static Optional<String> text(Element anchor) {
    var parts =
        anchor.stream()
            .limit(MOST)
            .map(element -> element.ownText().strip())
            .filter(part -> !part.isEmpty())
            .toList();
    var whole = Optional.of(words(anchor).strip()).filter(text -> !text.isEmpty());
    return parts.size() < 2 || anchor.stream().skip(1).limit(MOST).noneMatch(Element::isBlock)
        ? whole
        : parts.stream().filter(part -> weight(part) >= 2).findFirst().or(() -> whole);
  }

  private static Optional<String> attribute(Element anchor, Element card) {
    return Stream.of(
            anchor.attr("title"),
            anchor.attr("aria-label"),
            Optional.ofNullable(card.selectFirst("img[alt]"))
                .map(image -> image.attr("alt"))
                .orElse(""))
        .filter(Objects::nonNull)
        .map(String::strip)
        .max(Comparator.comparingInt(String::length))
        .filter(text -> !text.isEmpty());
  }
}
