package dev.seguia.scrape;

import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/// The ancestors of an element, up to a limit: a page can be nested as deep as an attacker likes.
public final class Ancestors {
  private Ancestors() {}

  private static final int HIGHEST = 40;

  /// The element and those around it, the body left out.
  public static Stream<Element> from(Element element) {
    return Stream.iterate(element, Ancestors::isInside, Element::parent).limit(HIGHEST);
  }

  /// The element and those around it that lie inside another.
  public static Stream<Element> below(Element element, Element top) {
    return from(element).takeWhile(up -> !up.equals(top));
  }

  private static boolean isInside(Element element) {
    return element != null && !element.normalName().equals("body") && element.parent() != null;
  }
}
