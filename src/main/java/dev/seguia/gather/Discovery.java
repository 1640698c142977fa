package dev.seguia.gather;

import dev.seguia.feed.RawFeed;
import dev.seguia.fetch.Crawler;
import dev.seguia.fetch.FetchPriority;
import dev.seguia.fetch.FetchResult;
import dev.seguia.fetch.FetchResult.Fetched;
import dev.seguia.fetch.FetchedDocument;
import dev.seguia.fetch.Validators;
import dev.seguia.gather.GatherResult.Found;
import dev.seguia.gather.GatherResult.Nothing;
import dev.seguia.scrape.discovery.FeedLink.DiscoveryHint;
import dev.seguia.source.Source;
import dev.seguia.source.Source.Kind;
import dev.seguia.store.state.PollState;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Discovers what a web page links to that can be polled as a source.
final class Discovery {
  /// Of those that robots.txt names.
  private static final int MOST_SITEMAPS = 3;

  private final Crawler crawler;
  private final FeedSearch feeds;
  private final Sections sections;
  private final Sitemaps sitemaps;

  Discovery(Crawler crawler, FeedSearch feeds, Sections sections, Sitemaps sitemaps) {
    this.crawler = crawler;
    this.feeds = feeds;
    this.sections = sections;
    this.sitemaps = sitemaps;
  }

  /// Decides what to read when a page came where a feed was expected: the page's feed; or, if the
  /// kind is not set, the articles that it lists, or the site's sitemap.
  ///
  /// @param reason why it is no feed
  GatherResult instead(
      Source source,
      PollState before,
      FetchedDocument document,
      String reason,
      HistoryPolicy historyPolicy)
      throws InterruptedException {
    if (!isTimeToLookAround(before)) return new Nothing(reason);
    var isNew = before.lastSuccess().isEmpty();
    var feed =
        isNew ? feeds.first(document, before.lastPoll().isEmpty()) : feeds.announced(document);
    if (feed.isPresent()) return elsewhere(feed.get().feed(), feed.get().url(), "feed");
    if (!isNew || source.settings().kind().isPresent())
      return new Nothing(reason + "; it links to no feed");
    return scraped(source, before, document, reason, historyPolicy);
  }

  /// A page that led to a feed before may be under repair, or that feed may be: then it is no place
  /// to look.
  private static boolean isTimeToLookAround(PollState before) {
    return before.lastSuccess().isEmpty() || before.failures() >= 2;
  }

  private GatherResult scraped(
      Source source,
      PollState before,
      FetchedDocument document,
      String reason,
      HistoryPolicy historyPolicy)
      throws InterruptedException {
    var objection = crawler.objection(document.location());
    if (objection.isPresent())
      return new Nothing("%s; it links to no feed; %s".formatted(reason, objection.get()));
    if (sections.gather(source, document, historyPolicy) instanceof Found list)
      return list.as(Kind.PAGE)
          .warned("this page has no feed: the articles that it lists are read instead");
    for (var url : sitemapsOf(document))
      if (sitemap(source.id(), before, url) instanceof Found found)
        return elsewhere(found.feed(), url, "sitemap").as(Kind.SITEMAP);
    return new Nothing(reason + "; it links to no feed and lists no articles");
  }

  private static Found elsewhere(RawFeed feed, URI url, String what) {
    return Found.single(feed, List.of())
        .at(url)
        .warned("this is a page with the %s %s: put that into the list".formatted(what, url));
  }

  private List<URI> sitemapsOf(FetchedDocument document) throws InterruptedException {
    var named = crawler.sitemaps(document.location());
    return named.subList(0, Math.min(MOST_SITEMAPS, named.size()));
  }

  private GatherResult sitemap(String sourceId, PollState before, URI url)
      throws InterruptedException {
    return switch (crawler.fetch(url, Validators.none(), FetchPriority.DOUBTFUL)) {
      case Fetched fetched -> {
        try (fetched) {
          yield sitemaps.gather(sourceId, before, fetched.document());
        }
      }
      case FetchResult none -> new Nothing(none.reason());
    };
  }

  /// Finds everything that a page links to and that can be a source; each is tried.
  ///
  /// @param page as a source of which nothing is known
  FeedCandidates around(Source page, FetchedDocument document) throws InterruptedException {
    var leads = new ArrayList<>(feeds.all(document));
    var remarks = new ArrayList<String>();
    if (leads.isEmpty())
      remarks.add("no feed: none is announced, linked to, or at a usual address");
    var objection = crawler.objection(document.location());
    if (objection.isPresent()) remarks.add("no list of articles: " + objection.get());
    else
      switch (sections.gather(page, document, HistoryPolicy.none())) {
        case Found list -> leads.add(lead(Kind.PAGE, page.url(), list, Optional.empty()));
        case Nothing(var reason) -> remarks.add(reason);
        case GatherResult.AsBefore() -> {
          // pages are not compared
        }
      }
    addSitemaps(document, leads, remarks);
    return new FeedCandidates(leads, remarks);
  }

  private void addSitemaps(
      FetchedDocument document, List<FeedCandidate> leads, List<String> remarks)
      throws InterruptedException {
    for (var url : sitemapsOf(document))
      switch (sitemap(url.toString(), PollState.fresh(), url)) {
        case Found found ->
            leads.add(lead(Kind.SITEMAP, url, found, Optional.of(DiscoveryHint.SITEMAP)));
        case Nothing(var reason) -> remarks.add("no sitemap at " + url + ": " + reason);
        case GatherResult.AsBefore() -> {
          // nothing was there before
        }
      }
  }

  static FeedCandidate lead(Kind kind, URI url, Found found, Optional<DiscoveryHint> clue) {
    return new FeedCandidate(kind, url, found.feed(), clue);
  }
}
