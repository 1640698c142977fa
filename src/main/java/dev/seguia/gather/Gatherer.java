package dev.seguia.gather;

import dev.seguia.fetch.Crawler;
import dev.seguia.fetch.FetchPriority;
import dev.seguia.fetch.FetchResult;
import dev.seguia.fetch.FetchResult.Fetched;
import dev.seguia.fetch.FetchedDocument;
import dev.seguia.fetch.Fetcher;
import dev.seguia.fetch.Validators;
import dev.seguia.gather.GatherResult.AsBefore;
import dev.seguia.gather.GatherResult.Found;
import dev.seguia.gather.GatherResult.Nothing;
import dev.seguia.parse.ParseResult.Parsed;
import dev.seguia.parse.ParseResult.Unreadable;
import dev.seguia.scrape.WebPage;
import dev.seguia.source.Source;
import dev.seguia.source.Source.Kind;
import dev.seguia.store.state.PollState;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Fetches and parses the documents of sources, by their kind.
final class Gatherer {
  private final Fetcher fetcher;
  private final Crawler crawler;
  private final FeedDocuments feeds;
  private final Sections sections;
  private final Sitemaps sitemaps;
  private final Discovery discovery;

  /// @param crawler brings what no one offered for subscription
  Gatherer(Fetcher fetcher, Crawler crawler, ParseLimiter room, InstantSource clock) {
    this.fetcher = fetcher;
    this.crawler = crawler;
    feeds = new FeedDocuments(fetcher, room);
    sections = new Sections(crawler, room, clock);
    sitemaps = new Sitemaps(crawler, room, clock);
    var search = new FeedSearch(fetcher, room, feeds);
    discovery = new Discovery(crawler, search, sections, sitemaps);
  }

  /// Fetches a source's document, unless it is unchanged; now and then unconditionally.
  FetchResult fetch(Source source, PollState before, Runnable departure)
      throws InterruptedException {
    var address = source.withLogin(before.address(source.url()));
    var conditions = before.conditions(source.id());
    return isScraped(source, before)
        ? crawler.fetch(address, conditions, priority(before), departure)
        : fetcher.fetch(address, conditions, priority(before), departure);
  }

  private static FetchPriority priority(PollState before) {
    return before.lastSuccess().isPresent() && before.failures() == 0
        ? FetchPriority.PROVEN
        : FetchPriority.DOUBTFUL;
  }

  private static boolean isScraped(Source source, PollState before) {
    return switch (source.as(before.known().kind()).settings().kind().orElse(Kind.FEED)) {
      case FEED, JSON -> false;
      case PAGE, SITEMAP -> true;
    };
  }

  /// Parses a source's document, and fetches those that it links to.
  ///
  /// @param before the state of the source's polls up to now
  GatherResult gather(
      Source source, PollState before, FetchedDocument document, HistoryPolicy historyPolicy)
      throws InterruptedException {
    var gathered = read(source, before, document, historyPolicy);
    return switch (gathered) {
      case Found found -> found.warned(document.remarks());
      case Nothing(var reason) ->
          new Nothing(
              Stream.concat(Stream.of(reason), document.remarks().stream())
                  .collect(Collectors.joining("; ")));
      case AsBefore unchanged -> unchanged;
    };
  }

  private GatherResult read(
      Source source, PollState before, FetchedDocument document, HistoryPolicy historyPolicy)
      throws InterruptedException {
    return switch (source.settings().kind().orElse(Kind.FEED)) {
      case FEED, JSON -> feed(source, before, document, historyPolicy);
      case PAGE -> list(source, before, document, historyPolicy);
      case SITEMAP -> sitemaps.gather(source.id(), before, document);
    };
  }

  private GatherResult list(
      Source source, PollState before, FetchedDocument document, HistoryPolicy historyPolicy)
      throws InterruptedException {
    var interstitial = document.interstitial(before.address(source.url()));
    return interstitial.isPresent()
        ? new Nothing(interstitial.get())
        : sections.gather(source, document, historyPolicy);
  }

  /// Call this once the gathered entries of a source are stored: the state of its documents takes
  /// effect from then on.
  void stored(String sourceId) {
    sitemaps.stored(sourceId);
  }

  /// Parses one document, without following its links.
  ///
  /// @param location where it was found, after redirects
  /// @param contentType the header of that name, as it came
  GatherResult read(Source source, URI location, Optional<String> contentType, byte[] body) {
    return switch (source.settings().kind().orElse(Kind.FEED)) {
      case FEED, JSON -> feeds.read(location, contentType, body);
      case PAGE -> sections.read(source, WebPage.of(location, contentType, body));
      case SITEMAP -> sitemaps.read(location, body);
    };
  }

  private GatherResult feed(
      Source source, PollState before, FetchedDocument document, HistoryPolicy historyPolicy)
      throws InterruptedException {
    return switch (feeds.read(document)) {
      case Parsed(var feed, var warnings) -> {
        var newest = Found.single(feed, warnings);
        yield source.settings().history() ? feeds.withArchives(newest, historyPolicy) : newest;
      }
      case Unreadable(var reason, var looks) ->
          switch (looks) {
            case PAGE -> page(source, before, document, reason, historyPolicy);
            case SITEMAP -> sitemap(source, before, document, reason);
            case NOTHING -> new Nothing(reason);
          };
    };
  }

  /// Only a source earns trust, not a page: where a feed was delivered once, a page in its place
  /// cannot redirect us to another feed. Only permanent redirects and the operator can.
  private GatherResult page(
      Source source,
      PollState before,
      FetchedDocument document,
      String reason,
      HistoryPolicy historyPolicy)
      throws InterruptedException {
    var interstitial = document.interstitial(before.address(source.url()));
    if (interstitial.isPresent()) return new Nothing(interstitial.get());
    if (before.known().delivered()) return new Nothing(reason);
    var isListed = source.settings().kind().isEmpty() && isKnownAs(Kind.PAGE, before);
    return isListed
        ? as(Kind.PAGE, sections.gather(source, document, historyPolicy))
        : discovery.instead(source, before, document, reason, historyPolicy);
  }

  private static boolean isKnownAs(Kind kind, PollState before) {
    return before.known().kind().equals(Optional.of(kind));
  }

  private static GatherResult as(Kind kind, GatherResult gathered) {
    return gathered instanceof Found found ? found.as(kind) : gathered;
  }

  private GatherResult sitemap(
      Source source, PollState before, FetchedDocument document, String reason)
      throws InterruptedException {
    if (source.settings().kind().isPresent() || before.known().delivered())
      return new Nothing(reason);
    var gathered = sitemaps.gatherInstead(source.id(), before, document);
    return gathered instanceof Nothing ? new Nothing(reason) : as(Kind.SITEMAP, gathered);
  }

  /// Finds everything at a URL that can be a source: the document itself, the feeds and sitemaps of
  /// the page, the articles that it lists. Each is tried.
  FeedCandidates discover(URI url) throws InterruptedException {
    return switch (fetcher.fetch(url, Validators.none(), FetchPriority.DOUBTFUL)) {
      case Fetched fetched -> {
        try (fetched) {
          yield leads(Source.bare(fetched.document().movedTo().orElse(url)), fetched.document());
        }
      }
      case FetchResult none -> new FeedCandidates(List.of(), List.of(none.reason()));
    };
  }

  private FeedCandidates leads(Source source, FetchedDocument document)
      throws InterruptedException {
    return switch (feeds.read(document)) {
      case Parsed(var feed, var warnings) ->
          leads(Kind.FEED, source, Found.single(feed, warnings), "");
      case Unreadable(var reason, var looks) ->
          switch (looks) {
            case PAGE -> {
              var interstitial = document.interstitial(source.url());
              yield interstitial.isPresent()
                  ? new FeedCandidates(List.of(), List.of(interstitial.get()))
                  : discovery.around(source, document);
            }
            case SITEMAP ->
                leads(
                    Kind.SITEMAP,
                    source,
                    sitemap(source, PollState.fresh(), document, reason),
                    reason);
            case NOTHING -> new FeedCandidates(List.of(), List.of(reason));
          };
    };
  }

  private static FeedCandidates leads(
      Kind kind, Source source, GatherResult gathered, String reason) {
    return switch (gathered) {
      case Found found ->
          new FeedCandidates(
              List.of(Discovery.lead(kind, source.url(), found, Optional.empty())),
              found.warnings());
      case AsBefore _, Nothing _ -> new FeedCandidates(List.of(), List.of(reason));
    };
  }
}
