package dev.seguia.web;

import dev.seguia.feed.FeedFormat;
import dev.seguia.publish.Publisher;
import dev.seguia.publish.Publisher.Finding;
import dev.seguia.query.Query;
import dev.seguia.query.QueryParser;
import dev.seguia.query.QueryResult.Malformed;
import dev.seguia.query.QueryResult.Parsed;
import dev.seguia.search.index.EntrySearch;
import dev.seguia.search.index.SearchRequest;
import dev.seguia.search.index.SearchRequest.Order;
import dev.seguia.store.entry.StoredEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Serves the feeds of searches: `/search.atom?q=maroc`.
final class SearchFeedHandler {
  private static final String EXAMPLE = "/search.atom?q=maroc%20%22coupe%20du%20monde%22";
  private static final String BAD_QUERY =
      "A search needs q, a query that is percent-encoded as UTF-8, as in " + EXAMPLE;

  private final Publisher publisher;
  private final Findings findings;
  private final String basePath;

  SearchFeedHandler(Publisher publisher, Findings findings, String basePath) {
    this.publisher = publisher;
    this.findings = findings;
    this.basePath = basePath;
  }

  Response feed(Request request, FeedFormat format) {
    var limit = FeedSize.asked(request);
    var text = AskedQuery.of(request);
    if (text.isEmpty()) return Response.words(400, BAD_QUERY);
    return switch (QueryParser.parse(text.get())) {
      case Malformed malformed -> Response.words(400, explained(malformed));
      case Parsed(var query) ->
          SearchFilter.of(request)
              .with(query)
              .map(both -> findings.searching(search -> feed(request, format, limit, both, search)))
              .orElseGet(() -> Response.words(400, SearchFilter.TOO_MUCH));
    };
  }

  private Response feed(
      Request request, FeedFormat format, OptionalInt limit, Query query, EntrySearch search) {
    var asked = AskedQuery.inUrl(query);
    var page = "search?" + asked;
    var finding = new Finding("search", asked, query + " · Seguia", page, search.revision());
    return publisher
        .of(finding, format, limit, size -> newest(search, query, size))
        .map(document ->
            FeedResponse.of(request, document, basePath + "/" + FeedSize.in(page, limit)))
        .orElseGet(() -> Response.words(404, "Feeds are not served in this format."));
  }

  /// A feed may be longer than a page of the index.
  private List<StoredEntry> newest(EntrySearch search, Query query, int size) {
    var entries = new ArrayList<StoredEntry>();
    var page = Math.min(size, SearchRequest.LONGEST_PAGE);
    var request = SearchRequest.first(Order.NEWEST_FIRST, page, findings.clock().instant());
    var found = search.find(query, request);
    entries.addAll(found.entries());
    while (found.next().isPresent() && entries.size() < size) {
      found = search.find(query, request.after(found.next().get()));
      entries.addAll(found.entries());
    }
    return entries.subList(0, Math.min(size, entries.size()));
  }

  private static String explained(Malformed malformed) {
    return "The query cannot be read at character %d: %s.\nExample: %s"
        .formatted(malformed.at(), malformed.what(), EXAMPLE);
  }
}
