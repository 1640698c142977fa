package dev.seguia.enrich;

import dev.seguia.feed.Entry;
import dev.seguia.feed.LinkRules;
import dev.seguia.feed.Text;
import dev.seguia.fetch.Crawler;
import dev.seguia.fetch.FetchPriority;
import dev.seguia.fetch.FetchResult;
import dev.seguia.fetch.FetchResult.Fetched;
import dev.seguia.fetch.FetchedDocument;
import dev.seguia.fetch.Validators;
import dev.seguia.normalise.Normaliser;
import dev.seguia.normalise.PlainText;
import dev.seguia.scrape.WebPage;
import dev.seguia.scrape.article.ArticleReader;
import dev.seguia.source.Source;
import dev.seguia.store.ArticlePages;
import dev.seguia.store.ArticlePages.Due;
import dev.seguia.store.ArticlePages.Earlier;
import dev.seguia.store.ArticlePages.Trace;
import dev.seguia.store.arrival.ArticlePart;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.xpath.XPathLimitException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the article pages that are due, a few of each host at a time. If a page cannot be read,
/// the entry keeps the feed's text.
public final class PageReading {
  private static final Logger LOG = LoggerFactory.getLogger(PageReading.class);

  /// In one round.
  private static final int MOST_PAGES = 60;

  /// Limit: article pages of one host in one round; the others are read in the next.
  private static final int MOST_OF_A_HOST = 5;

  /// Trees of pages take much memory: as many are made at once as there are hands.
  private static final int HANDS = 3;

  /// Limit: failed attempts after which an article page is given up.
  ///
  /// The number of failed attempts after which a page is given up.
  private static final int MOST_TRIES = 4;

  private static final String NOT_TAKEN = "text not taken: ";

  /// Pages of a site that a text is compared with.
  private static final int MOST_EARLIER = 200;

  /// A picture of so many pages is the logo of their site.
  private static final int PAGES_OF_LOGO = 3;

  private static final Duration FIRST_PAUSE = Duration.ofMinutes(5);

  private final Crawler crawler;
  private final ArticlePages pages;
  private final Function<String, Optional<Source>> sources;
  private final InstantSource clock;
  private final Normaliser normaliser = new Normaliser();
  private final ArticleReader reader = new ArticleReader();

  /// @param sources those that are polled now, by their ids
  public PageReading(
      Crawler crawler,
      ArticlePages pages,
      Function<String, Optional<Source>> sources,
      InstantSource clock) {
    this.crawler = crawler;
    this.pages = pages;
    this.sources = sources;
    this.clock = clock;
  }

  /// Reads the pages that are due.
  ///
  /// @return how many were dealt with: none if nothing is due
  /// @throws InterruptedException if it is to be given up; what was read is stored
  public int round() throws InterruptedException {
    var hosts =
        pages.due(clock.instant(), MOST_OF_A_HOST, MOST_PAGES).stream()
            .collect(
                Collectors.groupingBy(PageReading::host, LinkedHashMap::new, Collectors.toList()));
    if (hosts.isEmpty()) return 0;
    try (var hands = Executors.newFixedThreadPool(HANDS, Thread.ofVirtual().factory())) {
      var done = 0;
      for (var ofHost : hands.invokeAll(hosts.values().stream().map(this::ofHost).toList()))
        done += count(ofHost);
      return done;
    }
  }

  private static int count(Future<Integer> done) throws InterruptedException {
    try {
      return done.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InterruptedException) throw new InterruptedException("stopping");
      throw new IllegalStateException("pages of a host were not read", e.getCause());
    }
  }

  private static String host(Due due) {
    return due.entry().entry().link().map(PageReading::host).orElse("");
  }

  private static String host(String link) {
    try {
      return String.valueOf(URI.create(link).getHost());
    } catch (IllegalArgumentException noUri) {
      return "";
    }
  }

  private Callable<Integer> ofHost(List<Due> all) {
    var some = all.subList(0, Math.min(MOST_OF_A_HOST, all.size()));
    return () -> {
      var texts = new ArrayList<PageText>();
      try {
        for (var due : some) read(due).ifPresent(texts::add);
      } finally {
        settle(texts);
      }
      return some.size();
    };
  }

  /// The text of a page, not yet stored.
  ///
  /// @param interstitial what the page is, where it is none of an article
  /// @param objection why it is not the page of the entry
  /// @param picture the URL of that which the page names
  private record PageText(
      Due due,
      Source source,
      Entry article,
      Optional<TextSketch> sketch,
      Optional<String> interstitial,
      Optional<String> objection,
      Optional<String> picture) {
    Trace trace() {
      return new Trace(host(due), sketch.map(TextSketch::bytes), picture);
    }

    /// Whether another page has nearly the same text, and not because it is the same article.
    boolean isSharedWith(PageText other) {
      return !other.equals(this)
          && sketch.isPresent()
          && other.sketch.filter(sketch.get()::isNearly).isPresent()
          && Belonging.areApart(title(), other.title());
    }

    boolean isSharedWith(Earlier other) {
      return other.seq() != due.entry().seq()
          && sketch.filter(TextSketch.read(other.sketch())::isNearly).isPresent()
          && (other.refused() || Belonging.areApart(title(), other.title()));
    }

    /// The trace keeps the picture, by which the next page with it is told.
    PageText withoutPicture() {
      return new PageText(
          due, source, article.withoutPicture(), sketch, interstitial, objection, picture);
    }

    private String title() {
      return due.entry().entry().title();
    }
  }

  private Optional<PageText> read(Due due) throws InterruptedException {
    var source = reader(due.entry());
    if (source.isEmpty()) giveUp(due, "pages of its source are not read");
    else if (host(due).isEmpty()) giveUp(due, "it has no link to a page");
    else return read(due, source.get());
    return Optional.empty();
  }

  /// Of the sources that carry an entry the one whose wish goes furthest; where several want the
  /// same, the first that carried it.
  private Optional<Source> reader(StoredEntry entry) {
    return entry.sightings().stream()
        .flatMap(sighting -> sources.apply(sighting.source().id()).stream())
        .filter(source -> ArticlePart.wantedBy(source.settings()).isPresent())
        .min(Comparator.comparing(source -> ArticlePart.wantedBy(source.settings()).orElseThrow()));
  }

  private Optional<PageText> read(Due due, Source source) throws InterruptedException {
    var link = URI.create(due.entry().entry().link().orElseThrow());
    switch (crawlerFor(due.entry()).fetch(link, Validators.none(), FetchPriority.PROVEN)) {
      case Fetched fetched -> {
        try (fetched) {
          return Optional.of(text(due, source, link, fetched.document()));
        } catch (XPathLimitException e) {
          giveUp(due, String.valueOf(e.getMessage()));
        }
      }
      case FetchResult.Refused(var reason) -> giveUp(due, reason);
      case FetchResult.Gone() -> giveUp(due, "gone for good (HTTP 410)");
      case FetchResult.Throttled(var status, var wait, _) ->
          later(due, "the server asks for fewer requests (HTTP " + status + ")", wait);
      case FetchResult.BackingOff(var left) ->
          later(due, "the server asked for fewer requests", Optional.of(left));
      case FetchResult.Unavailable(var reason, _) -> later(due, reason, Optional.empty());
      case FetchResult.NotModified _ -> giveUp(due, "the server responded 304 (not modified)");
    }
    return Optional.empty();
  }

  /// The link may be that of any source that carried the entry, also of one that is listed no more.
  private Crawler crawlerFor(StoredEntry entry) {
    var isUsersAlone =
        entry.sightings().stream()
            .map(sighting -> sources.apply(sighting.source().id()))
            .allMatch(source -> source.filter(listed -> !listed.byStranger()).isPresent());
    return isUsersAlone ? crawler : crawler.forStrangers();
  }

  private PageText text(Due due, Source source, URI link, FetchedDocument document) {
    var settings = source.settings();
    var page = WebPage.of(document.location(), document.contentType(), document.body());
    var article = reader.read(page, settings.page().body(), settings.page().timeZone());
    var raw = ArticleEntry.of(article, document.location(), link.toString());
    var entry = clean(raw, settings.language());
    var words = PlainText.of(Text.html(entry.content()));
    var belonging = new Belonging(due.entry().entry(), article, words, link, document.location());
    return new PageText(
        due,
        source,
        entry,
        TextSketch.of(words),
        document.interstitial(link).filter(_ -> !belonging.hasTitle()),
        belonging.objection(),
        entry.image());
  }

  /// Stores the texts of pages of one site: but none that several articles have, whether their
  /// pages were read just now or before. That is the text of a wall, and no article's.
  private void settle(List<PageText> texts) {
    if (texts.isEmpty()) return;
    var earlier = pages.earlier(texts.getFirst().trace().site(), MOST_EARLIER);
    var twins = new LinkedHashMap<Long, Earlier>();
    var shared = new ArrayList<PageText>();
    for (var text : texts) {
      var known = earlier.stream().filter(text::isSharedWith).toList();
      known.forEach(twin -> twins.put(twin.seq(), twin));
      if (!known.isEmpty() || texts.stream().anyMatch(text::isSharedWith)) shared.add(text);
      else if (text.interstitial().or(text::objection).isPresent())
        refuse(text, text.interstitial().or(text::objection).get());
      else keep(isLogo(text, texts) ? text.withoutPicture() : text);
    }
    shared.forEach(text -> twins.remove(text.due().entry().seq()));
    if (!shared.isEmpty()) refuse(shared, twins.values());
  }

  /// Whether the picture of a page is that of its whole site, which stands for no article. Those
  /// that have it already lose it.
  private boolean isLogo(PageText text, List<PageText> round) {
    if (text.picture().isEmpty()) return false;
    var picture = text.picture().get();
    var others =
        round.stream()
            .filter(other -> other.picture().equals(text.picture()))
            .map(other -> other.due().entry().seq());
    var earlier = pages.withPicture(text.trace().site(), picture, PAGES_OF_LOGO);
    var count = Stream.concat(others, earlier.stream()).distinct().count();
    if (count < PAGES_OF_LOGO) return false;
    pages.removePicture(earlier, picture);
    return true;
  }

  private void refuse(List<PageText> shared, Collection<Earlier> twins) {
    var count = shared.size() + twins.size();
    var site = shared.getFirst().trace().site();
    var reason = "the same text for %d articles".formatted(count);
    for (var twin : twins)
      if (!twin.refused())
        pages.refuse(
            twin.seq(),
            new Trace(site, Optional.of(twin.sketch()), Optional.empty()),
            NOT_TAKEN + reason,
            Optional.of(clock.instant().plus(FIRST_PAUSE)));
    for (var text : shared) refuse(text, text.interstitial().orElse(reason));
    LOG.atWarn()
        .addKeyValue("site", site)
        .addKeyValue("articles", count)
        .log("article texts discarded: several pages have the same text");
  }

  private void refuse(PageText text, String reason) {
    var again = pause(text.due());
    tell(text.due(), NOT_TAKEN + reason, again);
    pages.refuse(
        text.due().entry().seq(),
        text.trace(),
        NOT_TAKEN + reason,
        again.map(clock.instant()::plus));
  }

  private void keep(PageText text) {
    var due = text.due();
    var part = ArticlePart.wantedBy(text.source().settings()).orElseThrow();
    var changed = pages.keep(due.entry(), text.article(), part, text.trace());
    LOG.atDebug()
        .addKeyValue("entry", due.entry().id())
        .addKeyValue("characters", text.article().content().length())
        .addKeyValue("changed", changed)
        .log("article page read");
  }

  private Entry clean(ArticleEntry article, Optional<String> language) {
    return normaliser.entry(article.feed(), article.entry(), LinkRules.none(), language);
  }

  private void giveUp(Due due, String reason) {
    putOff(due, reason, Optional.empty());
  }

  private void later(Due due, String reason, Optional<Duration> asked) {
    var pause = pause(due);
    putOff(
        due, reason, pause.map(own -> asked.filter(wish -> wish.compareTo(own) > 0).orElse(own)));
  }

  /// Until the next try; empty if there is none.
  private static Optional<Duration> pause(Due due) {
    return due.tries() + 1 >= MOST_TRIES
        ? Optional.empty()
        : Optional.of(FIRST_PAUSE.multipliedBy(1L << (2 * due.tries())));
  }

  private void putOff(Due due, String reason, Optional<Duration> pause) {
    tell(due, reason, pause);
    pages.putOff(due.entry(), reason, pause.map(clock.instant()::plus));
  }

  private static void tell(Due due, String reason, Optional<Duration> pause) {
    LOG.atInfo()
        .addKeyValue("entry", due.entry().id())
        .addKeyValue("reason", reason)
        .addKeyValue("again", pause.map(Duration::toString).orElse("never"))
        .log("article page not read");
  }
}
