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

/// The documents of sources, and all that they lead to. Those of sources that strangers have listed
/// are asked for at public addresses only, whatever the user's own sources may reach.
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

  /// Where documents are read.
  public ParseLimiter room() {
    return room;
  }

  /// Asks for a source's document, unless it is as it was.
  ///
  /// @param departure told when the request is about to be sent
  public FetchResult fetch(Source source, PollState before, Runnable departure)
      throws InterruptedException {
    return of(source).fetch(source, before, departure);
  }

  /// Reads a source's document, and brings those that it leads to.
  ///
  /// @param before the state of the source's polls up to now
  public GatherResult gather(
      Source source, PollState before, FetchedDocument document, HistoryPolicy appetite)
      throws InterruptedException {
    return of(source).gather(source, before, document, appetite);
  }

  /// To be called once what was gathered of a source is stored: what its documents were known by
  /// counts from then on.
  public void stored(Source source) {
    of(source).stored(source.id());
  }

  /// What one document holds, whatever it leads to.
  ///
  /// @param location where it was found, after redirects
  /// @param contentType the header of that name, as it came
  public GatherResult read(Source source, URI location, Optional<String> contentType, byte[] body) {
    return of(source).read(source, location, contentType, fetcher.unpacked(body));
  }

  /// What a URL leads to that can be a source: what lies there, the feeds and sitemaps of the page,
  /// the articles that it lists. All of it has been tried.
  public FeedCandidates discover(URI url) throws InterruptedException {
    return own.discover(url);
  }

  /// Breaks off what is under way.
  @Override
  public void close() {
    fetcher.close();
  }
}
