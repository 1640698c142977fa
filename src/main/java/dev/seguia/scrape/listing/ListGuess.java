package dev.seguia.scrape.listing;

import dev.seguia.scrape.Ancestors;
import dev.seguia.scrape.PageLink;
import dev.seguia.scrape.listing.NamedArticles.Named;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/// Detects which links of a page are the articles that it lists (heuristic).
///
/// Each link is scored by what stands around it: the length of its text, headings, dates, pictures,
/// and the form of its address. Then those decide together whose addresses have one form: sites
/// give all their articles the same, and what looks like an article by chance is overruled by its
/// like.
final class ListGuess {
  /// From this mean on, links of one form are articles.
  private static final double ARTICLES = 4.5;

  /// What a single link of such a form must have: not even a title says that it is none.
  private static final int LEAST = 2;

  /// A form that is alone with one or two links must have stronger reasons.
  private static final double FEW_ARTICLES = 6;

  private static final int FEW = 2;

  /// Where one form has this share of all articles, others have to be a tenth of it.
  private static final double MAIN = 0.7;

  private static final int TENTH = 10;

  private static final Evaluator PICTURED = QueryParser.parse("img, picture, noscript");

  private final Map<PageLink, Named> named;
  private final List<PageLink> links;
  private final Surroundings surroundings;

  private ListGuess(Collection<PageLink> links, Map<PageLink, Named> named) {
    this.links = List.copyOf(links);
    this.named = named;
    surroundings = new Surroundings(links);
  }

  /// The articles, in the order of the page.
  static List<Candidate> of(Collection<PageLink> links, Map<PageLink, Named> named) {
    var guess = new ListGuess(links, named);
    return guess.withCards(guess.chosen(guess.candidates()));
  }

  private List<Candidate> candidates() {
    // the link to the section inside a card does not make it two cards
    var likely =
        links.stream()
            .filter(
                link -> link.form().worth() > 0 || longest(link) >= 2 || named.containsKey(link))
            .toList();
    var cards = Cards.of(likely, surroundings);
    return likely.stream().map(link -> candidate(link, cards)).toList();
  }

  private static int longest(PageLink link) {
    return link.anchors().stream().mapToInt(at -> LinkTitle.weight(at.text())).max().orElse(0);
  }

  private Candidate candidate(PageLink link, Cards cards) {
    var best = link.anchors().getFirst();
    var bestScore = Integer.MIN_VALUE;
    var aside = true;
    for (var anchor : link.anchors()) {
      var around = surroundings.isAside(anchor);
      aside &= around;
      var score = placeScore(anchor, cards) - (around ? 4 : 0);
      if (score > bestScore) {
        bestScore = score;
        best = anchor;
      }
    }
    var named = this.named.containsKey(link) ? 3 : 0;
    return new Candidate(
        link, cards.around(best), bestScore + link.form().worth() + named, aside && named == 0);
  }

  private static int placeScore(Element anchor, Cards cards) {
    var card = cards.around(anchor);
    var heading = LinkTitle.heading(anchor, card);
    var text =
        Math.max(
            LinkTitle.weight(anchor.text()),
            heading.map(at -> LinkTitle.weight(at.text())).orElse(0));
    return text
        + (heading.isPresent() ? 2 : 0)
        + (isArticle(card) || cards.isRepeated(card) ? 1 : 0)
        + (ItemDate.isLikely(card) ? 1 : 0)
        + (!card.equals(anchor) && card.selectFirst(PICTURED) != null ? 1 : 0);
  }

  private static boolean isArticle(Element card) {
    return Ancestors.from(card).anyMatch(element -> element.normalName().equals("article"));
  }

  private List<Candidate> chosen(List<Candidate> candidates) {
    var good = groups(candidates).stream().filter(ListGuess::areArticles).toList();
    var most = good.stream().mapToInt(List::size).max().orElse(0);
    var all = good.stream().mapToInt(List::size).sum();
    var least = most >= MAIN * all ? most / TENTH : 0;
    var strong = good.stream().anyMatch(group -> group.size() == most && !isWeak(group));
    var sure =
        links(good.stream().filter(group -> group.size() >= least && !(strong && isWeak(group))));
    var places = sure.stream().map(link -> link.form().place()).collect(Collectors.toSet());
    places.remove("");
    var chosen = new HashSet<>(sure);
    // `politics/short-title` beside `politics/a-title-that-is-longer-than-others`
    for (var candidate : candidates)
      if (isLikely(candidate)
          && candidate.link().isHome()
          && places.contains(candidate.link().form().place())) chosen.add(candidate.link());
    links(good.stream()).stream().filter(named::containsKey).forEach(chosen::add);
    return candidates.stream().filter(candidate -> chosen.contains(candidate.link())).toList();
  }

  private static List<PageLink> links(Stream<List<Candidate>> groups) {
    return groups.flatMap(List::stream).filter(ListGuess::isArticle).map(Candidate::link).toList();
  }

  /// The candidates by the forms of their addresses.
  private static Collection<List<Candidate>> groups(List<Candidate> candidates) {
    var abroad = isAbroad(candidates);
    var groups = new LinkedHashMap<String, List<Candidate>>();
    for (var candidate : candidates) {
      var form = candidate.link().isHome() ? candidate.link().form().form() : "abroad";
      if (abroad || candidate.link().isHome())
        groups.computeIfAbsent(form, _ -> new ArrayList<>()).add(candidate);
    }
    return groups.values();
  }

  /// Pages that gather what others wrote lead to many sites, and their forms say nothing.
  private static boolean isAbroad(List<Candidate> candidates) {
    var likely = candidates.stream().filter(ListGuess::isLikely).toList();
    var abroad = likely.stream().filter(candidate -> !candidate.link().isHome()).count();
    return 2 * abroad > likely.size();
  }

  private static boolean areArticles(List<Candidate> group) {
    var inside = group.stream().filter(candidate -> !candidate.aside()).toList();
    if (inside.isEmpty()) return false;
    var mean = inside.stream().mapToInt(Candidate::score).average().orElse(0);
    return mean >= (inside.size() <= FEW ? FEW_ARTICLES : ARTICLES);
  }

  /// Where addresses of articles bear titles, `/magazine/` is none, however it is praised.
  private static boolean isWeak(List<Candidate> group) {
    return group.stream().allMatch(candidate -> candidate.link().form().worth() <= 0);
  }

  private static boolean isLikely(Candidate candidate) {
    return !candidate.aside() && candidate.score() >= ARTICLES;
  }

  private static boolean isArticle(Candidate candidate) {
    return candidate.score() >= LEAST;
  }

  /// Cards once more, now that it is known which links are articles.
  private List<Candidate> withCards(List<Candidate> chosen) {
    var cards = Cards.of(chosen.stream().map(Candidate::link).toList(), surroundings);
    return chosen.stream()
        .map(candidate ->
            new Candidate(
                candidate.link(),
                best(candidate.link(), cards),
                candidate.score(),
                candidate.aside()))
        .toList();
  }

  private Element best(PageLink link, Cards cards) {
    return link.anchors().stream()
        .max(
            Comparator.comparingInt(
                anchor -> placeScore(anchor, cards) - (surroundings.isAside(anchor) ? 4 : 0)))
        .map(cards::around)
        .orElseThrow();
  }
}
