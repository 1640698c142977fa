package dev.seguia.scrape.listing;

import dev.seguia.scrape.Ancestors;
import dev.seguia.scrape.PageLink;
import dev.seguia.scrape.PageParts;
import java.util.Collection;
import java.util.IdentityHashMap;
import org.jsoup.nodes.Element;

/// Counts the anchors in the elements of a page, by kind (link density), to tell content from
/// boilerplate.
final class Surroundings {
  /// Headings that lead to something make a part of a page content.
  private static final int HEADED = 3;

  private static final int TITLE = 2;
  private static final int NEAR = 3;

  private final IdentityHashMap<Element, Integer> anchors = new IdentityHashMap<>();
  private final IdentityHashMap<Element, Integer> titled = new IdentityHashMap<>();
  private final IdentityHashMap<Element, Integer> headed = new IdentityHashMap<>();

  Surroundings(Collection<PageLink> links) {
    links.forEach(link -> link.anchors().forEach(this::add));
  }

  private void add(Element anchor) {
    count(anchors, anchor);
    if (LinkTitle.weight(anchor.text()) < TITLE) return;
    count(titled, anchor);
    if (Ancestors.from(anchor).limit(NEAR).anyMatch(PageParts::isHeading)) count(headed, anchor);
  }

  private static void count(IdentityHashMap<Element, Integer> counts, Element anchor) {
    Ancestors.from(anchor).forEach(element -> counts.merge(element, 1, Integer::sum));
  }

  /// The anchors inside an element.
  int anchors(Element element) {
    return anchors.getOrDefault(element, 0);
  }

  /// Whether an anchor stands around the content: where the page leads to its other parts, in
  /// advertisements. Where links bear titles is the content, whatever its class says.
  boolean isAside(Element anchor) {
    return Ancestors.from(anchor)
        .anyMatch(element ->
            PageParts.isNavigation(element)
                || (!bearsTitles(element) && PageParts.isNamedAround(element)));
  }

  private boolean bearsTitles(Element element) {
    return 2 * titled.getOrDefault(element, 0) >= anchors(element)
        || headed.getOrDefault(element, 0) >= HEADED;
  }
}
