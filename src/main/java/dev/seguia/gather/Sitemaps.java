package dev.seguia.gather;

import dev.seguia.feed.RawEntry;
import dev.seguia.feed.RawFeed;
import dev.seguia.fetch.Crawler;
import dev.seguia.fetch.FetchPriority;
import dev.seguia.fetch.FetchResult;
import dev.seguia.fetch.FetchResult.Fetched;
import dev.seguia.fetch.FetchResult.NotModified;
import dev.seguia.fetch.FetchedDocument;
import dev.seguia.fetch.Validators;
import dev.seguia.gather.GatherResult.AsBefore;
import dev.seguia.gather.GatherResult.Found;
import dev.seguia.gather.GatherResult.Nothing;
import dev.seguia.sitemap.SitemapReader;
import dev.seguia.sitemap.SitemapResult;
import dev.seguia.sitemap.SitemapWindow;
import dev.seguia.store.state.PollState;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Reads the sitemaps of sources; from an index, only the child sitemaps that are relevant, and
/// only if they have changed.
final class Sitemaps {
  /// Limit: sitemaps of an index read by one poll.
  ///
  /// Of an index, in one poll.
  private static final int MOST_CHILDREN = 10;

  /// Limit: pages of a sitemap taken by its first poll.
  ///
  /// A site's whole history is no news.
  private static final int MOST_PAGES_AT_FIRST = 300;

  /// Limit: pages of a sitemap taken by any later poll.
  private static final int MOST_PAGES = 2_000;

  private final Crawler crawler;
  private final ParseLimiter room;
  private final InstantSource clock;

  /// The validators of the sitemaps that an index names, by source. Lost with the process: then
  /// they are read once more.
  private final Map<String, Map<URI, Validators>> known = new ConcurrentHashMap<>();

  /// What will be known when what was read is stored.
  private final Map<String, Map<URI, Validators>> read = new ConcurrentHashMap<>();

  Sitemaps(Crawler crawler, ParseLimiter room, InstantSource clock) {
    this.crawler = crawler;
    this.room = room;
    this.clock = clock;
  }

  /// Reads a sitemap that came where a feed was expected. A sitemap may replace a feed, but a
  /// document that could not be parsed as a feed is not accepted as a sitemap: its texts and
  /// enclosures would be lost.
  GatherResult gatherInstead(String sourceId, PollState before, FetchedDocument document)
      throws InterruptedException {
    return SitemapReader.isSitemap(document.body())
        ? gather(sourceId, before, document)
        : new Nothing("no sitemap");
  }

  GatherResult gather(String sourceId, PollState before, FetchedDocument document)
      throws InterruptedException {
    var window = new SitemapWindow(before.lastSuccess(), clock.instant());
    var most = before.lastSuccess().isEmpty() ? MOST_PAGES_AT_FIRST : MOST_PAGES;
    return switch (read(document)) {
      case SitemapResult.Unreadable(var reason) -> new Nothing(reason);
      case SitemapResult.Pages(var feed) -> pages(window.pages(feed, most));
      case SitemapResult.Index index -> children(sourceId, document, index, window, most);
    };
  }

  /// What a sitemap itself lists.
  GatherResult read(URI location, byte[] body) {
    return switch (SitemapReader.read(location, body)) {
      case SitemapResult.Unreadable(var reason) -> new Nothing(reason);
      case SitemapResult.Pages(var feed) -> pages(feed);
      case SitemapResult.Index(var sitemaps, _) ->
          new Nothing("an index of " + sitemaps.size() + " sitemaps");
    };
  }

  void stored(String sourceId) {
    var kept = read.remove(sourceId);
    if (kept != null) known.put(sourceId, kept);
  }

  private SitemapResult read(FetchedDocument document) throws InterruptedException {
    try (var _ = room.enter(document.body().length)) {
      return SitemapReader.read(document.location(), document.body());
    }
  }

  private static GatherResult pages(RawFeed feed) {
    return Found.single(
        feed,
        feed.whole() ? List.of() : List.of("the sitemap is truncated or lists too many pages"));
  }

  /// A child sitemap that cannot be fetched does not affect the others: the window of the next poll
  /// reaches back before this one.
  private GatherResult children(
      String sourceId,
      FetchedDocument document,
      SitemapResult.Index index,
      SitemapWindow window,
      int most)
      throws InterruptedException {
    var chosen = window.sitemaps(index, MOST_CHILDREN);
    if (chosen.isEmpty()) return new Nothing("its index lists no sitemap");
    var before = known.getOrDefault(sourceId, Map.of());
    var validators = new HashMap<URI, Validators>();
    var pages = new ArrayList<RawFeed>();
    var faults = new ArrayList<String>();
    var mayComeBack = false;
    for (var child : chosen) {
      var left = most - pages.stream().mapToInt(feed -> feed.entries().size()).sum();
      if (left <= 0) break;
      var knownBy = before.getOrDefault(child.url(), Validators.none());
      switch (crawler.fetch(child.url(), knownBy, FetchPriority.PROVEN)) {
        case Fetched fetched -> {
          try (fetched) {
            var sitemap = fetched.document();
            var fault = child(sitemap, window, left, pages);
            fault.ifPresent(words -> faults.add(words + ": " + child.url()));
            if (fault.isEmpty()) validators.put(child.url(), sitemap.validators());
          }
        }
        case NotModified(var renewed, _, _) -> validators.put(child.url(), renewed);
        case FetchResult none -> {
          faults.add(none.reason() + ": " + child.url());
          mayComeBack |= !none.isAbsent();
        }
      }
    }
    if (validators.isEmpty() && !faults.isEmpty())
      return new Nothing("none of its sitemaps could be read: " + faults.getFirst());
    read.put(sourceId, validators);
    if (pages.isEmpty())
      return mayComeBack
          ? new Nothing("not all of its sitemaps could be read: " + faults.getFirst())
          : new AsBefore();
    return found(document, pages, faults);
  }

  /// @return what is wrong with it
  private Optional<String> child(
      FetchedDocument sitemap, SitemapWindow window, int most, List<RawFeed> pages)
      throws InterruptedException {
    return switch (read(sitemap)) {
      case SitemapResult.Pages(var feed) -> {
        pages.add(window.pages(feed, most));
        yield Optional.empty();
      }
      case SitemapResult.Index _ -> Optional.of("a sitemap index within an index is not read");
      case SitemapResult.Unreadable(var reason) -> Optional.of(reason);
    };
  }

  private static Found found(FetchedDocument document, List<RawFeed> pages, List<String> faults) {
    var entries = new ArrayList<RawEntry>();
    for (var feed : pages) entries.addAll(feed.entries());
    var first = pages.getFirst();
    var feed = new RawFeed(document.location(), first.header(), entries, first.rhythm(), true);
    return new Found(feed, faults, false, Optional.empty(), Optional.empty(), false);
  }
}
