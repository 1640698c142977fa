package dev.seguia.poll;

import dev.seguia.fetch.Crawler;
import dev.seguia.fetch.FetchResult;
import dev.seguia.fetch.Fetcher;
import dev.seguia.fetch.Standing;
import dev.seguia.parse.FeedParser;
import dev.seguia.parse.ParseResult;
import dev.seguia.scrape.ListReader;
import dev.seguia.scrape.ListResult;
import dev.seguia.scrape.WebPage;
import dev.seguia.source.Source;
import dev.seguia.source.Source.Kind;
import dev.seguia.store.PollState;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;

/// Brings the documents of sources and reads them, each kind in its own way.
public final class Documents implements AutoCloseable {
  private final Fetcher fetcher;
  private final Crawler crawler;
  private final InstantSource clock;
  private final FeedParser parser = new FeedParser();

  /// @param crawler brings what no one offered for subscription
  public Documents(Fetcher fetcher, Crawler crawler, InstantSource clock) {
    this.fetcher = fetcher;
    this.crawler = crawler;
    this.clock = clock;
  }

  /// Asks for a source's document, unless it is as it was.
  public FetchResult fetch(Source source, PollState before) throws InterruptedException {
    var address = before.address(source.url());
    return isPage(source)
        ? crawler.fetch(address, before.validators(), standing(before))
        : fetcher.fetch(address, before.validators(), standing(before));
  }

  private static Standing standing(PollState before) {
    return before.lastSuccess().isPresent() && before.failures() == 0
        ? Standing.PROVEN
        : Standing.DOUBTFUL;
  }

  /// What a document holds, whatever it calls itself.
  ///
  /// @param location where it was found, after redirects
  /// @param contentType the header of that name, as it came
  public ParseResult read(Source source, URI location, Optional<String> contentType, byte[] body) {
    return isPage(source)
        ? listed(source, WebPage.of(location, contentType, body))
        : parser.parse(location, contentType, body);
  }

  private ParseResult listed(Source source, WebPage page) {
    var settings = source.settings();
    return switch (ListReader.read(page, settings.page(), settings.language(), clock.instant())) {
      case ListResult.Listed(var feed, var warnings) -> new ParseResult.Parsed(feed, warnings);
      case ListResult.NothingListed(var reason) -> new ParseResult.Unreadable(reason);
    };
  }

  private static boolean isPage(Source source) {
    return source.settings().kind().equals(Optional.of(Kind.PAGE));
  }

  /// Breaks off what is under way.
  @Override
  public void close() {
    fetcher.close();
  }
}
