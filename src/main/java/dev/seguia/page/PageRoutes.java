package dev.seguia.page;

import dev.seguia.config.PageSettings;
import dev.seguia.publish.Publisher;
import dev.seguia.store.EntryStore;
import dev.seguia.store.SourceStates;
import dev.seguia.web.Findings;
import dev.seguia.web.KnownParameters;
import dev.seguia.web.Refusals;
import dev.seguia.web.Route;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The addresses of the pages, and their handlers.
public final class PageRoutes {
  private final FrontPageHandler front;
  private final TagPageHandler tags;
  private final EntryPageHandler entries;
  private final SearchPageHandler searches;
  private final SourcePageHandler sources;
  private final FailureFeed failures;
  private final LoginPageHandler logins;
  private final RefusalPages refusals;
  private final boolean hasOperator;

  /// Pages without an operator.
  ///
  /// @param language for visitors who name none that we have
  public PageRoutes(
      PageSettings settings,
      Locale language,
      Publisher publisher,
      EntryStore entryStore,
      SourceStates sourceStates,
      Findings findings) {
    this(settings, language, publisher, entryStore, sourceStates, findings, OperatorPanels.none());
  }

  /// @param language for visitors who name none that we have
  /// @param panels tell who may act from the pages
  public PageRoutes(
      PageSettings settings,
      Locale language,
      Publisher publisher,
      EntryStore entryStore,
      SourceStates sourceStates,
      Findings findings,
      OperatorPanels panels) {
    var pages = new PageRenderer(settings, language, publisher, findings.search().isPresent());
    refusals = new RefusalPages(pages);
    front = new FrontPageHandler(pages, entryStore, findings);
    tags = new TagPageHandler(pages, refusals, publisher, entryStore, findings);
    entries = new EntryPageHandler(pages, refusals, entryStore, findings, panels);
    searches = new SearchPageHandler(pages, findings);
    var overview = new SourceOverview(sourceStates, findings.clock());
    failures = new FailureFeed(publisher, overview);
    sources = new SourcePageHandler(pages, refusals, entryStore, overview, panels);
    logins = new LoginPageHandler(pages, panels);
    hasOperator = panels.areOffered();
  }

  public List<Route> routes() {
    var pages =
        Stream.of(
            Route.get("/", front::page),
            Route.get("/tags", KnownParameters.only(tags::index, "page")),
            Route.get(
                "/tags/{expression}",
                KnownParameters.only(
                    tags::page, "after", "day", "lang", "limit", "source", "stories")),
            Route.get("/entries/{name}", entries::page),
            Route.get(
                "/search",
                KnownParameters.only(searches::page, "after", "lang", "limit", "q", "source")),
            Route.get("/sources", sources::list),
            Route.get("/sources/{id}", sources::page),
            PageFiles.route("style.css", "text/css; charset=utf-8"),
            PageFiles.route("page.js", "text/javascript; charset=utf-8"),
            PageFiles.route("icon.png", "image/png"));
    return Stream.of(failures.routes().stream(), pages, login()).flatMap(routes -> routes).toList();
  }

  /// The error pages for people.
  public Refusals refusals() {
    return refusals;
  }

  private Stream<Route> login() {
    return hasOperator ? Stream.of(Route.get("/login", logins::page)) : Stream.empty();
  }
}
