package dev.seguia.gather;

import dev.seguia.fetch.Crawler;
import dev.seguia.fetch.FetchPriority;
import dev.seguia.fetch.FetchedDocument;
import dev.seguia.fetch.Validators;
import dev.seguia.gather.GatherResult.Found;
import dev.seguia.gather.GatherResult.Nothing;
import dev.seguia.scrape.WebPage;
import dev.seguia.scrape.listing.ListReader;
import dev.seguia.scrape.listing.ListResult;
import dev.seguia.source.Source;
import java.net.URI;
import java.time.InstantSource;

/// Reads the articles listed by the pages of a section of a site.
final class Sections {
  private final Crawler crawler;
  private final ParseLimiter room;
  private final InstantSource clock;

  Sections(Crawler crawler, ParseLimiter room, InstantSource clock) {
    this.crawler = crawler;
    this.room = room;
    this.clock = clock;
  }

  /// The articles of a section, whose first page was fetched.
  GatherResult gather(Source source, FetchedDocument document, HistoryPolicy historyPolicy)
      throws InterruptedException {
    var first = read(source, document);
    if (!(first instanceof Found found)) return first;
    var further = source.settings().page().pages() - 1;
    return new OlderDocuments(further, url -> page(source, url), historyPolicy).after(found);
  }

  private OlderDocuments.Step page(Source source, URI url) throws InterruptedException {
    return OlderDocuments.Step.of(
        crawler.fetch(url, Validators.none(), FetchPriority.PROVEN),
        document -> read(source, document));
  }

  private GatherResult read(Source source, FetchedDocument document) throws InterruptedException {
    try (var _ = room.enter(document.body().length)) {
      return read(source, WebPage.of(document.location(), document.contentType(), document.body()));
    }
  }

  /// The articles listed by one page.
  GatherResult read(Source source, WebPage page) {
    var settings = source.settings();
    return switch (ListReader.read(page, settings.page(), settings.language(), clock.instant())) {
      case ListResult.Listed(var feed, var warnings) -> Found.single(feed, warnings);
      case ListResult.NothingListed(var reason) -> new Nothing(reason);
    };
  }
}
