package dev.seguia.page;

import dev.seguia.feed.FeedFormat;
import dev.seguia.page.SourceOverview.Seen;
import dev.seguia.page.SourcesPage.Filter;
import dev.seguia.store.EntryStore;
import dev.seguia.store.state.SourceActivity;
import dev.seguia.store.state.SourceCondition;
import dev.seguia.store.state.SourceStatus;
import dev.seguia.web.BadRequestException;
import dev.seguia.web.ContentPolicy;
import dev.seguia.web.FeedSize;
import dev.seguia.web.Request;
import dev.seguia.web.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Serves the pages of sources: `/sources`, `/sources/0a1b2c`.
final class SourcePageHandler {
  private static final int ENTRIES = 30;

  private static final String NO_STATE =
      "state must be new, active, failing, paused, gone or unlisted; leave it out for all.";

  private final PageRenderer pages;
  private final RefusalPages refusals;
  private final EntryStore entries;
  private final SourceOverview overview;
  private final OperatorPanels panels;

  SourcePageHandler(
      PageRenderer pages,
      RefusalPages refusals,
      EntryStore entries,
      SourceOverview overview,
      OperatorPanels panels) {
    this.pages = pages;
    this.refusals = refusals;
    this.entries = entries;
    this.overview = overview;
    this.panels = panels;
  }

  /// What came of a form is seen at once.
  private Seen seen(Optional<OperatorPanel> panel) {
    return panel.flatMap(OperatorPanel::notice).isPresent()
        ? overview.current()
        : overview.recent();
  }

  Response list(Request request) {
    var words = pages.words(request);
    var panel = panels.of(request);
    var page = page(words, asked(request), panel);
    return PageRenderer.forOperator(
        pages.responseOnce(200, words, "sources.jte", page, ContentPolicy.SEARCH), panel);
  }

  /// Empty for all.
  private static Optional<SourceCondition> asked(Request request) {
    return request
        .parameter("state")
        .filter(name -> !name.isEmpty())
        .map(SourcePageHandler::standing);
  }

  private static SourceCondition standing(String name) {
    return Stream.of(SourceCondition.values())
        .filter(standing -> standing.word().equals(name))
        .findFirst()
        .orElseThrow(() -> new BadRequestException(NO_STATE));
  }

  private SourcesPage page(
      Messages words, Optional<SourceCondition> asked, Optional<OperatorPanel> panel) {
    var known = seen(panel);
    Predicate<SourceStatus> isShown =
        status ->
            asked
                .map(standing -> status.condition() == standing)
                .orElse(status.condition() != SourceCondition.UNLISTED);
    var lines =
        known.statuses().stream()
            .filter(isShown)
            .map(status -> line(words, known, status))
            .toList();
    return new SourcesPage(
        words,
        pages.frame(),
        filters(words, known, asked),
        lines,
        failures(),
        panel,
        panels.areOffered() && panel.isEmpty());
  }

  private static SourceLine line(Messages words, Seen known, SourceStatus status) {
    var activity = known.activity().getOrDefault(status.source().id(), SourceActivity.none());
    return SourceLine.of(words, known.time(), status, activity);
  }

  private Subscription failures() {
    return pages.subscription(SourcePageHandler::failuresPath);
  }

  private static String failuresPath(FeedFormat format) {
    return FailureFeed.PATH + "." + format.extension();
  }

  private static List<Filter> filters(Messages words, Seen known, Optional<SourceCondition> asked) {
    var filters = new ArrayList<Filter>();
    var all = known.statuses().stream().filter(SourcePageHandler::isListed).count();
    filters.add(
        new Filter(words.say("sources.all"), "sources", words.number(all), asked.isEmpty()));
    for (var standing : SourceCondition.values()) {
      var count = known.statuses().stream().filter(one -> one.condition() == standing).count();
      var isOn = asked.equals(Optional.of(standing));
      if (count > 0 || isOn)
        filters.add(
            new Filter(
                words.say("standing." + standing.word()),
                "sources?state=" + standing.word(),
                words.number(count),
                isOn));
    }
    return filters;
  }

  private static boolean isListed(SourceStatus status) {
    return status.condition() != SourceCondition.UNLISTED;
  }

  Response page(Request request) {
    var words = pages.words(request);
    var panel = panels.of(request);
    var known = seen(panel);
    var limit = FeedSize.asked(request);
    return known.statuses().stream()
        .filter(status -> status.source().id().equals(request.variable("id")))
        .findFirst()
        .map(status -> page(words, known, status, feed(status, limit), panel))
        .map(page -> pages.responseOnce(200, words, "source.jte", page, pages.listPolicy()))
        .map(page -> PageRenderer.forOperator(page, panel))
        .orElseGet(() -> refusals.missing(request, "source"));
  }

  private Subscription feed(SourceStatus status, OptionalInt limit) {
    var path = "sources/" + status.source().id() + ".";
    return pages.subscription(format -> FeedSize.in(path + format.extension(), limit));
  }

  private SourcePage page(
      Messages words,
      Seen known,
      SourceStatus status,
      Subscription subscription,
      Optional<OperatorPanel> panel) {
    return new SourcePage(
        words,
        pages.frame().below(),
        line(words, known, status),
        status.tags().stream().map(TagLink::of).toList(),
        subscription,
        entries.newestOf(status.source().id(), ENTRIES).stream().map(EntryLine::of).toList(),
        panel);
  }
}
