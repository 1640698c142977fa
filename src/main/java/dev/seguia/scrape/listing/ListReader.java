package dev.seguia.scrape.listing;

import dev.seguia.dates.PageDates;
import dev.seguia.feed.RawEntry;
import dev.seguia.feed.RawFeed;
import dev.seguia.feed.Rhythm;
import dev.seguia.scrape.PageHeader;
import dev.seguia.scrape.PageLink;
import dev.seguia.scrape.PageLinks;
import dev.seguia.scrape.ResolvedSelector;
import dev.seguia.scrape.WebPage;
import dev.seguia.scrape.listing.ListResult.Listed;
import dev.seguia.scrape.listing.ListResult.NothingListed;
import dev.seguia.scrape.listing.NamedArticles.Named;
import dev.seguia.source.ScrapeSettings;
import dev.seguia.source.Selector;
import dev.seguia.xpath.XPathEvaluator;
import dev.seguia.xpath.XPathLimitException;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/// Reads the article list of a web page as a feed.
///
/// Where the settings say what an item is that counts, and what they leave out is guessed inside
/// each item. Else the list itself is guessed, see [ListGuess].
public final class ListReader {
  /// Limit: articles of a list on a page; further ones are ignored.
  ///
  /// A page that lists more is an archive or an attack.
  private static final int ENTRIES = 2_000;

  /// A list of fewer is none.
  private static final int LEAST = 2;

  private final WebPage page;
  private final Optional<String> language;
  private final XPathEvaluator xpath;
  private final ItemReader items;
  private final List<String> warnings = new ArrayList<>();

  private ListReader(
      WebPage page, ScrapeSettings settings, Optional<String> language, Instant now) {
    this.page = page;
    this.language = language.or(() -> PageHeader.language(page));
    var locale = this.language.map(Locale::forLanguageTag).orElse(Locale.ROOT);
    xpath = new XPathEvaluator(page.document());
    var dates = new PageDates(now, settings.timeZone(), locale);
    items = new ItemReader(page, settings, xpath, dates);
  }

  /// Reads a page.
  ///
  /// @param language of the source, where it is known better than the page says
  /// @param now when the page was fetched: what `two hours ago` counts from
  public static ListResult read(
      WebPage page, ScrapeSettings settings, Optional<String> language, Instant now) {
    var pattern = settings.dateFormat().flatMap(ListReader::fault);
    if (pattern.isPresent()) return new NothingListed("date-format: " + pattern.get());
    var reader = new ListReader(page, settings, language, now);
    try {
      return settings.item().map(reader::selected).orElseGet(reader::guessed);
    } catch (XPathLimitException e) {
      return new NothingListed(String.valueOf(e.getMessage()));
    }
  }

  private static Optional<String> fault(String pattern) {
    try {
      var _ = DateTimeFormatter.ofPattern(pattern);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private ListResult selected(Selector selector) {
    var found = new ResolvedSelector(selector, xpath).elements(page.document()).toList();
    if (found.isEmpty()) return new NothingListed("select-item finds nothing: " + selector);
    var entries = new ArrayList<RawEntry>();
    var seen = new HashSet<String>();
    var linkless = 0;
    for (var item : found) {
      if (entries.size() == ENTRIES) break;
      var link = items.link(item);
      if (link.isEmpty()) linkless++;
      else if (seen.add(link.get())) entries.add(items.read(item, link.get(), Optional.empty()));
    }
    if (entries.isEmpty())
      return new NothingListed("none of " + found.size() + " items has a link");
    if (linkless > 0) warnings.add(linkless + " of " + found.size() + " items have no link");
    return listed(entries);
  }

  private ListResult guessed() {
    var links = PageLinks.of(page);
    var named = NamedArticles.of(page);
    var linked = new HashMap<PageLink, Named>();
    named
        .values()
        .forEach(article ->
            links.to(article.url()).ifPresent(link -> linked.putIfAbsent(link, article)));
    var entries = new ArrayList<RawEntry>();
    for (var article : ListGuess.of(links.all(), linked))
      if (entries.size() < ENTRIES)
        entries.add(
            items.read(
                article.card(),
                article.link().url(),
                Optional.ofNullable(linked.get(article.link()))));
    if (entries.isEmpty()) entries.addAll(onlyNamed(named));
    if (entries.size() < LEAST)
      return new NothingListed(
          "no list of articles among " + links.all().size() + " links: set select-item");
    return listed(entries);
  }

  /// What the page names for programs alone, its anchors being made by a script.
  private List<RawEntry> onlyNamed(Map<String, Named> named) {
    return named.values().stream()
        .filter(article -> !article.title().isEmpty())
        .limit(ENTRIES)
        .map(article -> items.read(new Element("div"), article.url(), Optional.of(article)))
        .toList();
  }

  private ListResult listed(List<RawEntry> entries) {
    var untitled = entries.stream().filter(entry -> entry.title().isBlank()).count();
    if (untitled > 0) warnings.add(untitled + " of " + entries.size() + " items have no title");
    return new Listed(
        new RawFeed(
            page.location(),
            PageHeader.of(page, language),
            entries,
            Rhythm.none(),
            true,
            NextPage.of(page).map(URI::toString)),
        warnings);
  }
}
