package dev.seguia.web;

import dev.seguia.publish.FeedFormat;
import dev.seguia.publish.Publisher;
import dev.seguia.store.EntryStore;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// Our own addresses, and who answers at them.
final class Routes {
  private final WebSettings settings;
  private final Publisher publisher;
  private final EntryStore store;
  private final Findings findings;

  Routes(WebSettings settings, Publisher publisher, EntryStore store, Findings findings) {
    this.settings = settings;
    this.publisher = publisher;
    this.store = store;
    this.findings = findings;
  }

  Stream<Route> all(BooleanSupplier ready) {
    return Stream.of(feeds(), searchFeeds(), pages(), status(ready)).flatMap(routes -> routes);
  }

  private Stream<Route> feeds() {
    var feeds = new FeedHandler(publisher, settings.basePath());
    return Stream.of(
        Route.get("/feeds/{file}", feeds::feed),
        Route.get("/sources/{file}", feeds::ofSource),
        Route.get("/feeds.opml", request -> DocumentResponse.of(request, publisher.feedsOpml())),
        Route.get(
            "/sources.opml", request -> DocumentResponse.of(request, publisher.sourcesOpml())));
  }

  private Stream<Route> searchFeeds() {
    var searches = new SearchFeedHandler(publisher, findings);
    return Stream.of(FeedFormat.values())
        .map(format ->
            Route.get("/search." + format.extension(), request -> searches.feed(request, format)));
  }

  private Stream<Route> pages() {
    var pages = new Pages(Locale.forLanguageTag(settings.language()));
    var formats = publisher.formats();
    var plain = new PageHandler(pages, store, formats, findings.search().isPresent());
    var searches = new SearchPageHandler(pages, formats, findings);
    var entries = new EntryPageHandler(pages, store, formats, findings);
    return Stream.of(
        Route.get("/", plain::start),
        Route.get("/search", searches::page),
        Route.get("/entries/{name}", entries::page),
        Route.get("/style.css", plain::style),
        Route.get("/icon.png", plain::icon));
  }

  private static Stream<Route> status(BooleanSupplier ready) {
    var status = new StatusHandler(ready);
    return Stream.of(
        Route.get("/healthz", status::health), Route.get("/readyz", status::readiness));
  }
}
