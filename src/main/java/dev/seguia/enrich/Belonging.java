package dev.seguia.enrich;

import dev.seguia.feed.Entry;
import dev.seguia.normalise.LinkKey;
import dev.seguia.scrape.article.Article;
import dev.seguia.text.Stem;
import dev.seguia.text.StopWords;
import dev.seguia.text.TextWords;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Decides whether a page belongs to an entry (heuristic). A page at another address than the
/// entry's link, or with another canonical URL, needs evidence: the title, the feed's teaser, or
/// the address.
final class Belonging {
  /// So large a part of the words is common where two texts speak of the same.
  private static final double HALF = 0.5;

  /// Of a title of fewer words it says nothing that none of them comes.
  private static final int ENOUGH_WORDS = 3;

  private static final int ENOUGH_OF_A_TEASER = 6;
  private static final int LONG_NUMBER = 4;

  private final Entry entry;
  private final Article article;
  private final URI link;
  private final URI location;
  private final Set<String> title;
  private final Set<String> teaser;
  private final Set<String> pageTitle;
  private final Set<String> pageText;

  /// @param entry as its feed wrote it
  /// @param pageText plain
  /// @param link the requested one
  /// @param location where the page was found, after redirects
  Belonging(Entry entry, Article article, String pageText, URI link, URI location) {
    this.entry = entry;
    this.article = article;
    this.link = link;
    this.location = location;
    this.title = words(entry.title());
    this.teaser = words(entry.summary());
    this.pageTitle = words(article.title().orElse(""));
    this.pageText = words(pageText);
  }

  private static Set<String> words(String text) {
    return TextWords.of(text).stream()
        .filter(word -> word.length() > 1 && !StopWords.contains(word))
        .map(Stem::of)
        .collect(Collectors.toSet());
  }

  /// Why the page is not that of the entry, in plain words; empty if it may be.
  Optional<String> objection() {
    if (hasTitle()) return Optional.empty();
    if (isElsewhere())
      return hasEvidence()
          ? Optional.empty()
          : Optional.of("the page is not that of the entry but of " + own());
    var isForeign =
        title.size() >= ENOUGH_WORDS
            && share(title, pageText) == 0
            && share(title, pageTitle) == 0
            && share(teaser, pageText) < HALF;
    return isForeign ? Optional.of("the page has no word of the entry's title") : Optional.empty();
  }

  /// Whether the page and the entry have one title.
  boolean hasTitle() {
    var fewest = Math.min(title.size(), pageTitle.size());
    var common = common(title, pageTitle);
    return fewest > 0 && common >= fewest * HALF && (common > 1 || fewest == 1);
  }

  private URI own() {
    return article.link().orElse(location);
  }

  private boolean isElsewhere() {
    return !LinkKey.of(own().toString()).equals(LinkKey.of(link.toString()))
        || !LinkKey.of(location.toString()).equals(LinkKey.of(link.toString()));
  }

  /// A front page has the teasers of many articles.
  private boolean hasEvidence() {
    if (isFrontPage(location) || (isFrontPage(own()) && !isFrontPage(link))) return false;
    if (teaser.size() >= ENOUGH_OF_A_TEASER && share(teaser, pageText) >= HALF) return true;
    if (isOfOneNumber()) return true;
    var slug = words(String.valueOf(link.getPath()));
    if (slug.size() >= ENOUGH_WORDS && share(slug, pageTitle) >= HALF) return true;
    // Nothing is known of the entry that could be looked for.
    return title.isEmpty()
        && teaser.isEmpty()
        && String.valueOf(own().getHost()).equalsIgnoreCase(link.getHost());
  }

  private static boolean isFrontPage(URI url) {
    return (url.getPath() == null || url.getPath().length() <= 1) && url.getQuery() == null;
  }

  /// Publishing systems number their articles, and write the rest of the address as they please.
  private boolean isOfOneNumber() {
    var numbers = numbers(link);
    numbers.retainAll(numbers(own()));
    return !numbers.isEmpty()
        && String.valueOf(own().getHost()).equalsIgnoreCase(link.getHost())
        && entry.title().isEmpty();
  }

  private static Set<String> numbers(URI url) {
    var numbers = new HashSet<String>();
    for (var run : (url.getPath() + "?" + url.getQuery()).split("\\D+", -1))
      if (run.length() >= LONG_NUMBER) numbers.add(run);
    return numbers;
  }

  private static int common(Set<String> some, Set<String> others) {
    return (int) some.stream().filter(others::contains).count();
  }

  /// @return 0 to 1
  private static double share(Set<String> some, Set<String> others) {
    return some.isEmpty() ? 0 : (double) common(some, others) / some.size();
  }

  /// Whether two entries have different titles: those of one article differ in a word at most.
  static boolean areApart(String one, String other) {
    var words = words(one);
    var others = words(other);
    if (words.isEmpty() || others.isEmpty()) return true;
    return common(words, others) < Math.max(words.size(), others.size()) * HALF;
  }
}
