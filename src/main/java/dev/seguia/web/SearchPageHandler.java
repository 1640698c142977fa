package dev.seguia.web;

import dev.seguia.publish.FeedFormat;
import dev.seguia.query.Query;
import dev.seguia.query.QueryParser;
import dev.seguia.query.QueryResult.Malformed;
import dev.seguia.query.QueryResult.Parsed;
import dev.seguia.search.EntrySearch;
import dev.seguia.search.SearchPlace;
import dev.seguia.search.SearchRequest;
import dev.seguia.search.SearchRequest.Order;
import dev.seguia.web.SearchPage.FeedLink;
import dev.seguia.web.SearchPage.Result;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// Answers with the page on which people search: `/search?q=maroc`.
final class SearchPageHandler {
  private static final int ENTRIES = 20;
  private static final String TEMPLATE = "search.jte";
  private static final String BAD_PLACE =
      "after names the place where a page of results begins: leave it out for the first page.";

  private final Pages pages;
  private final List<FeedFormat> formats;
  private final Findings findings;

  SearchPageHandler(Pages pages, List<FeedFormat> formats, Findings findings) {
    this.pages = pages;
    this.formats = formats;
    this.findings = findings;
  }

  Response page(Request request) {
    return findings.searching(search -> page(request, search));
  }

  private Response page(Request request, EntrySearch search) {
    var words = new Messages(pages.language(request));
    var text = AskedQuery.of(request).orElse("");
    if (text.isEmpty()) return answer(request, SearchPage.empty(words));
    return switch (QueryParser.parse(text)) {
      case Malformed malformed ->
          pages.refuse(words, TEMPLATE, SearchPage.of(words, text, malformed));
      case Parsed(var query) ->
          asked(request)
              .map(asked -> SearchPage.of(words, text, result(search, query, asked)))
              .map(page -> answer(request, page))
              .orElseGet(() -> Response.words(400, BAD_PLACE));
    };
  }

  /// The page of results that is asked for; empty if it begins nowhere. To the hour, so that the
  /// same page is the same for a while.
  private Optional<SearchRequest> asked(Request request) {
    var now = findings.clock().instant().truncatedTo(ChronoUnit.HOURS);
    var first = SearchRequest.first(Order.BEST_FIRST, ENTRIES, now);
    try {
      var after = request.parameter("after");
      return after.isEmpty()
          ? Optional.of(first)
          : SearchPlace.parse(after.get()).map(first::after);
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private Result result(EntrySearch search, Query query, SearchRequest asked) {
    var found = search.find(query, asked);
    var parameter = AskedQuery.inUrl(query);
    return new Result(
        found.entries().stream()
            .map(entry ->
                EntryLine.of(entry, (text, language) -> search.marks(query, text, language)))
            .toList(),
        found.total(),
        found.isExact(),
        formats.stream()
            .map(format -> new FeedLink(format, "search." + format.extension() + "?" + parameter))
            .toList(),
        found.next().map(place -> "search?" + parameter + "&after=" + place));
  }

  private Response answer(Request request, SearchPage page) {
    return pages.answer(request, page.words(), pages.make(TEMPLATE, page), ContentPolicy.SEARCH);
  }
}
