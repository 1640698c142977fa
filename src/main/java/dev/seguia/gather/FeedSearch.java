package dev.seguia.gather;

import dev.seguia.fetch.FetchPriority;
import dev.seguia.fetch.FetchResult;
import dev.seguia.fetch.FetchResult.Fetched;
import dev.seguia.fetch.FetchedDocument;
import dev.seguia.fetch.Fetcher;
import dev.seguia.fetch.Validators;
import dev.seguia.parse.ParseResult.Parsed;
import dev.seguia.scrape.WebPage;
import dev.seguia.scrape.discovery.FeedLink;
import dev.seguia.scrape.discovery.FeedLink.DiscoveryHint;
import dev.seguia.scrape.discovery.FeedLinks;
import dev.seguia.source.Source.Kind;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Feed autodiscovery: finds the feeds of a page by trying the addresses where they may be.
final class FeedSearch {
  /// Of those that a page names; more would be a crawl.
  private static final int MOST_NAMED = 10;

  private final Fetcher fetcher;
  private final ParseLimiter room;
  private final FeedDocuments feeds;

  FeedSearch(Fetcher fetcher, ParseLimiter room, FeedDocuments feeds) {
    this.fetcher = fetcher;
    this.room = room;
    this.feeds = feeds;
  }

  /// The main feed of a page: the first that has entries, or else the first. Feeds on other hosts
  /// are not accepted, since they may be anyone's.
  ///
  /// @param thorough whether the usual places are tried, too
  Optional<FeedCandidate> first(FetchedDocument document, boolean thorough)
      throws InterruptedException {
    return first(
        candidates(document, thorough).stream()
            .filter(link -> link.clue() != DiscoveryHint.LINKED_ELSEWHERE)
            .toList());
  }

  /// The feed that a page announces on its own host.
  Optional<FeedCandidate> announced(FetchedDocument document) throws InterruptedException {
    var host = document.location().getHost();
    return first(
        candidates(document, false).stream()
            .filter(link ->
                link.clue() == DiscoveryHint.ANNOUNCED || link.clue() == DiscoveryHint.HEADER)
            .filter(link -> link.url().getHost().equalsIgnoreCase(host))
            .toList());
  }

  private Optional<FeedCandidate> first(List<FeedLink> links) throws InterruptedException {
    var empty = Optional.<FeedCandidate>empty();
    for (var link : links) {
      var lead = tried(link);
      if (lead.filter(found -> !found.feed().entries().isEmpty()).isPresent()) return lead;
      empty = empty.or(() -> lead);
    }
    return empty;
  }

  /// All feeds of a page, each once. Usual addresses are tried only if the page names none.
  List<FeedCandidate> all(FetchedDocument document) throws InterruptedException {
    var leads = new LinkedHashMap<URI, FeedCandidate>();
    for (var link : candidates(document, true)) {
      if (link.clue() == DiscoveryHint.USUAL_PLACE && !leads.isEmpty()) break;
      tried(link).ifPresent(lead -> leads.putIfAbsent(lead.url(), lead));
    }
    return List.copyOf(leads.values());
  }

  private List<FeedLink> candidates(FetchedDocument document, boolean thorough)
      throws InterruptedException {
    try (var _ = room.enter(document.body().length)) {
      var page = WebPage.of(document.location(), document.contentType(), document.body());
      var links = FeedLinks.of(page, document.links(), List.of());
      var chosen = new ArrayList<FeedLink>();
      for (var link : links)
        if (link.clue() == DiscoveryHint.USUAL_PLACE ? thorough : chosen.size() < MOST_NAMED)
          chosen.add(link);
      return chosen;
    }
  }

  private Optional<FeedCandidate> tried(FeedLink link) throws InterruptedException {
    return switch (fetcher.fetch(link.url(), Validators.none(), FetchPriority.DOUBTFUL)) {
      case Fetched fetched -> {
        try (fetched) {
          yield lead(link, fetched.document());
        }
      }
      case FetchResult _ -> Optional.empty(); // a guess that was none
    };
  }

  private Optional<FeedCandidate> lead(FeedLink link, FetchedDocument document)
      throws InterruptedException {
    return feeds.read(document) instanceof Parsed(var feed, _)
        ? Optional.of(
            new FeedCandidate(
                Kind.FEED, document.movedTo().orElse(link.url()), feed, Optional.of(link.clue())))
        : Optional.empty();
  }
}
