package dev.seguia.gather;

import dev.seguia.fetch.Crawler;
import dev.seguia.fetch.FetchResult;
import dev.seguia.fetch.FetchedDocument;
import dev.seguia.fetch.Fetcher;
import dev.seguia.source.Source;
import dev.seguia.store.state.PollState;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/// The documents of sources, and the further documents that they link to. Those of sources in
/// third-party lists are fetched from public addresses only, whatever the user's own sources may
/// reach.
public final class Documents implements AutoCloseable {
  private final Fetcher fetcher;
  private final ParseLimiter room = new ParseLimiter(Runtime.getRuntime().availableProcessors());
  private final Gatherer own;
  private final Gatherer strangers;

  /// @param crawler brings what no one offered for subscription
  public Documents(Fetcher fetcher, Crawler crawler, InstantSource clock) {
    this.fetcher = fetcher;
    own = new Gatherer(fetcher, crawler, room, clock);
    var other = fetcher.forStrangers();
    strangers = other == fetcher ? own : new Gatherer(other, crawler.forStrangers(), room, clock);
  }

  private Gatherer of(Source source) {
    return source.byStranger() ? strangers : own;
  }

  /// The limiter under which documents are parsed.
  public ParseLimiter room() {
    return room;
  }

  /// Fetches a source's document, unless it is unchanged.
  ///
  /// @param departure told when the request is about to be sent
  public FetchResult fetch(Source source, PollState before, Runnable departure)
      throws InterruptedException {
    return of(source).fetch(source, before, departure);
  }

  /// Parses a source's document, and fetches those that it links to.
  ///
  /// @param before the state of the source's polls up to now
  public GatherResult gather(
      Source source, PollState before, FetchedDocument document, HistoryPolicy historyPolicy)
      throws InterruptedException {
    return of(source).gather(source, before, document, historyPolicy);
  }

  /// Call this once the gathered entries of a source are stored: the state of its documents takes
  /// effect from then on.
  public void stored(Source source) {
    of(source).stored(source.id());
  }

  /// Parses one document, without following its links.
  ///
  /// @param location where it was found, after redirects
  /// @param contentType the header of that name, as it came
  public GatherResult read(Source source, URI location, Optional<String> contentType, byte[] body) {
    return of(source).read(source, location, contentType, fetcher.unpacked(body));
  }

  /// Finds everything at a URL that can be a source: the document itself, the feeds and sitemaps of
  /// the page, the articles that it lists. Each is tried.
  public FeedCandidates discover(URI url) throws InterruptedException {
    return own.discover(url);
  }

  /// Aborts what is in progress.
  @Override
  public void close() {
    fetcher.close();
  }
}
