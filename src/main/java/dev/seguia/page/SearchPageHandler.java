package dev.seguia.page;

import dev.seguia.query.Query;
import dev.seguia.query.QueryParser;
import dev.seguia.query.QueryResult.Malformed;
import dev.seguia.query.QueryResult.Parsed;
import dev.seguia.search.index.EntrySearch;
import dev.seguia.search.index.SearchPlace;
import dev.seguia.search.index.SearchRequest;
import dev.seguia.search.index.SearchRequest.Order;
import dev.seguia.web.AskedQuery;
import dev.seguia.web.BadRequestException;
import dev.seguia.web.ContentPolicy;
import dev.seguia.web.FeedSize;
import dev.seguia.web.Findings;
import dev.seguia.web.Request;
import dev.seguia.web.Response;
import dev.seguia.web.SearchFilter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Serves the search page: `/search?q=maroc`.
final class SearchPageHandler {
  private static final int ENTRIES = 20;
  private static final String TEMPLATE = "search.jte";

  /// The languages on offer; others can be searched with `lang:`.
  private static final List<String> LANGUAGES = List.of("ar", "de", "en", "es", "fr", "it", "pt");

  private static final String BAD_PLACE =
      "after is the position where a page of results begins: leave it out for the first page.";

  private final PageRenderer pages;
  private final Findings findings;

  SearchPageHandler(PageRenderer pages, Findings findings) {
    this.pages = pages;
    this.findings = findings;
  }

  Response page(Request request) {
    return findings.searching(search -> page(request, search));
  }

  /// The submitted values of the form.
  private record Form(Messages words, String text, SearchFilter filter) {}

  private Response page(Request request, EntrySearch search) {
    var text = AskedQuery.of(request).orElse("");
    var form = new Form(pages.words(request), text, SearchFilter.of(request));
    if (text.isEmpty()) return response(request, page(form, Optional.empty(), Optional.empty()));
    return switch (QueryParser.parse(text)) {
      case Malformed malformed -> refuse(form, malformed);
      case Parsed(var query) -> page(request, search, form, query);
    };
  }

  private Response refuse(Form form, Malformed malformed) {
    var page = page(form, Optional.of(malformed), Optional.empty());
    return pages.responseOnce(400, form.words(), TEMPLATE, page, ContentPolicy.SUBSCRIBE);
  }

  private Response page(Request request, EntrySearch search, Form form, Query query) {
    var asked = asked(request);
    var limit = FeedSize.asked(request);
    return form.filter()
        .with(query)
        .map(both -> result(search, both, form, asked, limit))
        .map(result -> page(form, Optional.empty(), Optional.of(result)))
        .map(page -> response(request, page))
        .orElseGet(() -> Response.words(400, SearchFilter.TOO_MUCH));
  }

  private SearchPage page(
      Form form, Optional<Malformed> complaint, Optional<SearchPage.Result> result) {
    return new SearchPage(
        form.words(),
        pages.frame(),
        form.text(),
        form.filter().source(),
        choices(form),
        complaint,
        result);
  }

  private static List<SearchPage.Choice> choices(Form form) {
    var chosen = form.filter().language();
    var offered = new LinkedHashSet<>(List.of(""));
    offered.addAll(LANGUAGES);
    offered.add(chosen);
    return offered.stream()
        .map(value ->
            new SearchPage.Choice(
                value,
                value.isEmpty()
                    ? form.words().say("search.all-languages")
                    : languages(form.words(), value),
                value.equals(chosen)))
        .toList();
  }

  private static String languages(Messages words, String value) {
    return Stream.of(value.split(",", -1)).map(words::language).collect(Collectors.joining(", "));
  }

  /// The page of results that is asked for. To the hour, so that the same page is the same for a
  /// while.
  private SearchRequest asked(Request request) {
    var now = findings.clock().instant().truncatedTo(ChronoUnit.HOURS);
    var first = SearchRequest.first(Order.BEST_FIRST, ENTRIES, now);
    var after = request.parameter("after");
    if (after.isEmpty()) return first;
    return SearchPlace.parse(after.get())
        .map(first::after)
        .orElseThrow(() -> new BadRequestException(BAD_PLACE));
  }

  private SearchPage.Result result(
      EntrySearch search, Query query, Form form, SearchRequest asked, OptionalInt limit) {
    var found = search.find(query, asked);
    var parameters = "q=" + AskedQuery.encoded(form.text()) + form.filter().inUrl();
    return new SearchPage.Result(
        found.entries().stream()
            .map(entry ->
                EntryLine.of(entry, (text, language) -> search.marks(query, text, language)))
            .toList(),
        found.total(),
        found.isExact(),
        pages.subscription(format ->
            FeedSize.in("search." + format.extension() + "?" + AskedQuery.inUrl(query), limit)),
        found.next().map(place -> "search?" + parameters + "&after=" + place));
  }

  private Response response(Request request, SearchPage page) {
    return pages.response(request, page.words(), pages.make(TEMPLATE, page), pages.listPolicy());
  }
}
