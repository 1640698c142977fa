package dev.seguia.bench;

import dev.seguia.config.Config;
import dev.seguia.feed.TagExpression;
import dev.seguia.page.PageRoutes;
import dev.seguia.publish.PublishedDocument;
import dev.seguia.publish.Publisher;
import dev.seguia.relate.RelatedTags;
import dev.seguia.relate.Relating;
import dev.seguia.search.index.EntrySearch;
import dev.seguia.search.index.Indexing;
import dev.seguia.search.index.SearchIndex;
import dev.seguia.store.derived.ChangeDelivery;
import dev.seguia.store.derived.ChangeFeed;
import dev.seguia.store.derived.RelationStore;
import dev.seguia.store.entry.EntryName;
import dev.seguia.store.entry.EntryQuery;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.url.BaseUrl;
import dev.seguia.web.DocumentResponse;
import dev.seguia.web.Findings;
import dev.seguia.web.Route;
import dev.seguia.web.WebServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/// The pages of the daemon on a store that was filled from the fixture, with its stories, related
/// tags and index.
final class ServedPages {
  private static final BaseUrl BASE_URL = BaseUrl.of("http://localhost:8360");
  private static final int PAGE = 500;
  private static final int SAID = 5_000;

  /// About the size of the page of an entry.
  private static final int STATIC_BYTES = 16_000;

  private ServedPages() {}

  /// Says its port and the addresses of some entries, a line each and an empty one at the end; runs
  /// until its input ends.
  ///
  /// @param arguments the fixture's URL, how many feeds, and a directory, which is filled if it is
  ///   empty
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var directory = Path.of(arguments[2]);
    try (var pipeline =
            new SeguiaPipeline(arguments[0], Integer.parseInt(arguments[1]), directory, 0);
        var index = SearchIndex.open(directory.resolve("search"))) {
      if (pipeline.entries().newest(TagExpression.all(), 1).isEmpty()) pipeline.poll();
      var findings = findings(pipeline, index);
      try (var web = web(pipeline, findings)) {
        web.start();
        System.out.println(web.port());
        for (var address : addresses(pipeline)) System.out.println(address);
        System.out.println();
        while (System.in.read() >= 0) {
          // nothing is said here: the end of the input is the sign to stop
        }
      }
    }
  }

  private static Findings findings(SeguiaPipeline pipeline, SearchIndex index) {
    var clock = InstantSource.system();
    var changes = new ChangeFeed(pipeline.database(), pipeline.session());
    var relations = new RelationStore(pipeline.database(), pipeline.session());
    var relating = new Relating(relations, clock);
    new ChangeDelivery("relations", changes, relating).catchUp();
    new ChangeDelivery("search", changes, new Indexing(index, changes, clock)).catchUp();
    return new Findings(
        Optional.of(new EntrySearch(index, pipeline.entries())),
        Optional.of(new RelatedTags(relating.tags(), relations)),
        clock);
  }

  private static WebServer web(SeguiaPipeline pipeline, Findings findings) {
    var publisher = new Publisher(pipeline.entries(), Config.defaults().feeds(), BASE_URL);
    var pages =
        new PageRoutes(
            Config.defaults().pages(),
            Locale.FRENCH,
            publisher,
            pipeline.entries(),
            pipeline.sources(),
            findings);
    var file = PublishedDocument.of(new byte[STATIC_BYTES], "text/html; charset=utf-8");
    var fixed = Route.get("/static", request -> DocumentResponse.of(request, file));
    return new WebServer(
        Config.defaults().http().withPort(0),
        publisher,
        findings,
        () -> true,
        Stream.concat(pages.routes().stream(), Stream.of(fixed)).toList());
  }

  /// Of entries here and there, the same in every run.
  private static List<String> addresses(SeguiaPipeline pipeline) {
    var addresses = new ArrayList<String>();
    var place = Optional.<EntryQuery.Place>empty();
    do {
      var query =
          new EntryQuery(TagExpression.all(), Optional.empty(), Optional.<Instant>empty(), place);
      var page = pipeline.entries().page(query, PAGE);
      page.entries().stream().map(ServedPages::address).forEach(addresses::add);
      place = page.last();
    } while (place.isPresent());
    Collections.shuffle(addresses, new Random(7));
    return addresses.subList(0, Math.min(SAID, addresses.size()));
  }

  private static String address(StoredEntry entry) {
    return "/entries/" + EntryName.of(entry);
  }
}
