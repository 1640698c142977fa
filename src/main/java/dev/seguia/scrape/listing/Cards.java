package dev.seguia.scrape.listing;

import dev.seguia.scrape.Ancestors;
import dev.seguia.scrape.PageLink;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jsoup.nodes.Element;

/// Finds the card of each link: the largest element around it without another link.
final class Cards {
  /// How many links a card may hold that lead to no article: to a section, an author, a share.
  private static final int OTHERS = 12;

  private static final int HIGHEST = 12;
  private static final int REPEATED = 3;
  private static final Set<String> WHOLE = Set.of("main", "body", "html", "table", "tbody");

  /// The links inside an element: the only one, or none if there are several.
  private static final class Inside {
    private final PageLink first;
    private boolean several;
    private int anchors;

    private Inside(PageLink first) {
      this.first = first;
    }
  }

  private final IdentityHashMap<Element, Inside> insides = new IdentityHashMap<>();

  /// Whether elements hold several cards; asked at each of them.
  private final IdentityHashMap<Element, Boolean> rows = new IdentityHashMap<>();

  private final Surroundings surroundings;

  private Cards(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  static Cards of(Collection<PageLink> links, Surroundings surroundings) {
    var cards = new Cards(surroundings);
    links.forEach(link -> link.anchors().forEach(anchor -> cards.mark(anchor, link)));
    return cards;
  }

  private void mark(Element anchor, PageLink link) {
    Ancestors.from(anchor)
        .forEach(element -> {
          var inside = insides.computeIfAbsent(element, _ -> new Inside(link));
          inside.several |= !inside.first.equals(link);
          inside.anchors++;
        });
  }

  /// Whether a card has others beside it.
  boolean isRepeated(Element card) {
    var row = card.parent();
    return row != null && rows.computeIfAbsent(row, this::isRow);
  }

  private boolean isRow(Element row) {
    return row.children().stream().filter(this::isSingle).limit(REPEATED).count() == REPEATED;
  }

  private boolean isSingle(Element element) {
    var inside = insides.get(element);
    return inside != null && !inside.several;
  }

  /// The card around an anchor.
  Element around(Element anchor) {
    var card = anchor;
    for (var height = 0; height < HIGHEST; height++) {
      var parent = card.parent();
      if (parent == null || WHOLE.contains(parent.normalName())) return card;
      var inside = insides.get(parent);
      if (inside == null || inside.several) return card;
      if (surroundings.anchors(parent) - inside.anchors > OTHERS) return card;
      card = parent;
    }
    return card;
  }
}
