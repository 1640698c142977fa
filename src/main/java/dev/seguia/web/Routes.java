package dev.seguia.web;

import dev.seguia.feed.FeedFormat;
import dev.seguia.publish.Publisher;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// The addresses of the feeds, and their handlers.
final class Routes {
  private final String basePath;
  private final Publisher publisher;
  private final Findings findings;
  private final FeedFastPath fastPath;

  /// @param basePath of a reverse proxy, before all paths of ours
  Routes(String basePath, Publisher publisher, Findings findings, FeedFastPath fastPath) {
    this.basePath = basePath;
    this.publisher = publisher;
    this.findings = findings;
    this.fastPath = fastPath;
  }

  Stream<Route> all(BooleanSupplier ready) {
    return Stream.of(feeds(), searchFeeds(), status(ready)).flatMap(routes -> routes);
  }

  private Stream<Route> feeds() {
    var feeds = new FeedHandler(publisher, basePath, fastPath);
    var lists = new FeedListHandler(publisher, basePath, findings.clock());
    return Stream.of(
        Route.get(
            "/feeds/{name}.{extension}",
            KnownParameters.only(feeds::feed, "lang", "limit", "source", "stories")),
        Route.get("/feeds/{name}", feeds::withoutFormat),
        Route.get("/sources/{name}.{extension}", KnownParameters.only(feeds::ofSource, "limit")),
        Route.get("/feeds.opml", KnownParameters.only(lists::list, "download", "folder", "min")),
        Route.get(
            "/sources.opml", request -> DocumentResponse.of(request, publisher.sourcesOpml())));
  }

  private Stream<Route> searchFeeds() {
    var searches = new SearchFeedHandler(publisher, findings, basePath);
    return Stream.of(FeedFormat.values())
        .map(format ->
            Route.get(
                "/search." + format.extension(),
                KnownParameters.only(
                    request -> searches.feed(request, format), "lang", "limit", "q", "source")));
  }

  private static Stream<Route> status(BooleanSupplier ready) {
    var status = new StatusHandler(ready);
    return Stream.of(
        Route.get("/healthz", status::health), Route.get("/readyz", status::readiness));
  }
}
