package dev.seguia.page;

import dev.seguia.feed.EntryFilter;
import dev.seguia.feed.Tag;
import dev.seguia.feed.TagExpression;
import dev.seguia.memory.MemoryShare;
import dev.seguia.page.TagPage.Group;
import dev.seguia.page.TagPage.Turn;
import dev.seguia.publish.DocumentCache;
import dev.seguia.publish.FeedTitle;
import dev.seguia.publish.PublishedDocument;
import dev.seguia.publish.Publisher;
import dev.seguia.relate.RelatedTag;
import dev.seguia.store.EntryStore;
import dev.seguia.store.entry.Activity;
import dev.seguia.store.entry.Activity.Count;
import dev.seguia.store.entry.EntryQuery;
import dev.seguia.store.entry.EntryQuery.Place;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.store.tag.StoredTag;
import dev.seguia.url.UrlSecrets;
import dev.seguia.web.BadRequestException;
import dev.seguia.web.ContentPolicy;
import dev.seguia.web.FeedVariant;
import dev.seguia.web.Findings;
import dev.seguia.web.Request;
import dev.seguia.web.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Serves the pages of tags: `/tags`, `/tags/maroc+politique`.
final class TagPageHandler {
  private static final int ENTRIES = 30;
  private static final int TURNS = 8;
  private static final int DAYS = 30;
  private static final long MOST_BYTES = MemoryShare.PAGES.bytes() / 9 * 4;

  /// Of a page of the list of all tags.
  private static final int ROWS = 100;

  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,5}");

  private static final String NO_PAGE =
      "The list of all tags has no such page: its first page is /tags";
  private static final String NO_DAY =
      "day must be a date, as in ?day=2026-11-27: leave it out for all days.";
  private static final String NO_PLACE =
      "after is the position where a page begins: leave it out for the first page.";

  private final PageRenderer pages;
  private final RefusalPages refusals;
  private final Publisher publisher;
  private final EntryStore store;
  private final Findings findings;
  private final String basePath;
  private final DocumentCache made = new DocumentCache(MOST_BYTES);

  TagPageHandler(
      PageRenderer pages,
      RefusalPages refusals,
      Publisher publisher,
      EntryStore store,
      Findings findings) {
    this.pages = pages;
    this.refusals = refusals;
    this.publisher = publisher;
    this.store = store;
    this.findings = findings;
    basePath = pages.baseUrl().path();
  }

  /// A requested page of a tag.
  ///
  /// @param day whose arrivals alone are listed; empty for all days
  /// @param after where it begins; empty for the first
  private record Asked(
      Messages words, FeedVariant variant, Optional<LocalDate> day, Optional<Place> after) {
    Object key() {
      return List.of(words.language(), variant, day, after);
    }

    TagExpression expression() {
      return variant.expression();
    }

    EntryFilter filter() {
      return variant.filter();
    }

    boolean isFirst() {
      return after.isEmpty();
    }

    Optional<Instant> since() {
      return day.map(words::beginningOf);
    }

    /// The place that the entries come after.
    Place from() {
      var end = day.map(one -> words.beginningOf(one.plusDays(1)).toEpochMilli());
      var before = end.map(moment -> new Place(moment, Long.MIN_VALUE)).orElse(Place.END);
      return after.filter(place -> place.arrival() < before.arrival()).orElse(before);
    }

    /// The address of the list with another expression.
    String address(TagExpression other) {
      return filter().in(TagLink.address(other));
    }

    /// The address with one more parameter behind those of the filter.
    String address(String more) {
      return address(expression()) + (filter().isEmpty() ? "?" : "&") + more;
    }
  }

  /// The list of all tags.
  Response index(Request request) {
    var words = pages.words(request);
    var number = request.parameter("page").map(TagPageHandler::pageNumber).orElse(1);
    return made.get(
            List.of(words.language(), number),
            store.revision(TagExpression.all()),
            () -> index(words, number).map(index -> pages.make("tagindex.jte", index)))
        .map(index -> pages.response(request, words, index, ContentPolicy.SUBSCRIBE))
        .orElseGet(() -> refusals.missing(request, "tags"));
  }

  private static int pageNumber(String asked) {
    if (!NUMBER.matcher(asked).matches()) throw new BadRequestException(NO_PAGE);
    return Integer.parseInt(asked);
  }

  /// Empty if there are not so many.
  private Optional<TagIndexPage> index(Messages words, int number) {
    var rows =
        Stream.concat(
                Stream.of(row(words, words.say("front.all"), store.count(), TagExpression.all())),
                store.tags().stream().filter(tag -> tag.entries() > 0).map(tag -> row(words, tag)))
            .toList();
    var from = (number - 1) * ROWS;
    if (from >= rows.size()) return Optional.empty();
    var to = Math.min(rows.size(), from + ROWS);
    return Optional.of(
        new TagIndexPage(
            words,
            pages.frame(),
            pages.baseUrl().resolve("feeds.opml"),
            rows.subList(from, to),
            number == 1 ? Optional.empty() : Optional.of("tags?page=" + (number - 1)),
            to == rows.size() ? Optional.empty() : Optional.of("tags?page=" + (number + 1))));
  }

  private static TagIndexPage.Row row(Messages words, StoredTag tag) {
    return row(words, tag.label(), tag.entries(), TagExpression.of(tag.tag()));
  }

  private static TagIndexPage.Row row(
      Messages words, String label, long count, TagExpression expression) {
    return new TagIndexPage.Row(
        new TagLink(label, TagLink.address(expression)), words.number(count));
  }

  Response page(Request request) {
    var spelling = request.variable("expression");
    var expression = TagExpression.parsePath(spelling);
    if (expression.isEmpty()) return refusals.missing(request, "expression");
    var variant = FeedVariant.asked(request, expression.get(), publisher::isSource);
    if (!expression.get().isSpelt(spelling)) return Response.moved(basePath + "/" + variant.page());
    return page(
        request,
        new Asked(
            pages.words(request),
            variant,
            request.parameter("day").map(TagPageHandler::day),
            request.parameter("after").map(TagPageHandler::place)));
  }

  private static Place place(String asked) {
    try {
      return Place.parse(asked);
    } catch (IllegalArgumentException noPlace) {
      throw new BadRequestException(NO_PLACE);
    }
  }

  private static LocalDate day(String asked) {
    try {
      if (DAY.matcher(asked).matches()) return LocalDate.parse(asked);
    } catch (DateTimeParseException noDay) {
      // as below
    }
    throw new BadRequestException(NO_DAY);
  }

  private Response page(Request request, Asked asked) {
    var now = findings.clock().instant();
    return made.get(
            asked.key(),
            store.revision(asked.expression()) + EntryTimes.moment(now),
            () -> document(asked, EntryTimes.at(asked.words(), now)))
        .map(page -> pages.response(request, asked.words(), page, pages.listPolicy()))
        .orElseGet(() -> refusals.missing(request, "tag"));
  }

  private Optional<PublishedDocument> document(Asked asked, EntryTimes times) {
    var listed =
        store.listed(asked.expression(), asked.filter(), asked.from(), asked.since(), ENTRIES);
    if (listed.entries().isEmpty() && !publisher.isKnown(asked.expression()))
      return Optional.empty();
    return Optional.of(pages.make("tag.jte", page(asked, times, listed)));
  }

  private TagPage page(Asked asked, EntryTimes times, EntryQuery.Page listed) {
    var expression = asked.expression();
    var words = asked.words();
    var labels = FeedTitle.labels(listed.entries());
    var counts = asked.isFirst() ? counts(asked, times, EntryFilter.none()) : List.<Count>of();
    return new TagPage(
        words,
        pages.frame().below(),
        heading(asked, labels),
        groups(asked, times, listed.entries()),
        times::of,
        pages.subscription(asked.variant()),
        parts(asked, labels),
        turns(asked, times),
        asked.isFirst() ? Optional.of(days(asked, times, counts)) : Optional.empty(),
        new TagChoices(
                words,
                asked.filter(),
                counts,
                filter -> filter.in(TagLink.address(expression)),
                store::source)
            .choices(),
        asked.isFirst() && asked.day().isEmpty()
            ? Optional.empty()
            : Optional.of(asked.address(expression)),
        listed
            .last()
            .map(place ->
                asked.address(
                    asked.day().map(day -> "day=" + day + "&").orElse("") + "after=" + place)));
  }

  /// The expression in words, and what narrows it.
  private String heading(Asked asked, Map<Tag, String> labels) {
    var words = asked.words();
    var expression = asked.expression();
    return Stream.of(
            Stream.of(
                expression.isAll() ? words.say("front.all") : FeedTitle.words(expression, labels)),
            asked.filter().languages().stream().map(words::languageOf),
            asked.filter().sources().stream()
                .flatMap(id -> store.source(id).stream())
                .map(source -> UrlSecrets.without(source.title())),
            asked.day().map(words::date).stream())
        .flatMap(parts -> parts)
        .collect(Collectors.joining(" · "));
  }

  /// By the dates that the entries have, as the feed lists them.
  private static List<Group> groups(Asked asked, EntryTimes times, List<StoredEntry> entries) {
    var words = asked.words();
    var today = words.dayOf(times.now());
    var byDay = new TreeMap<LocalDate, List<EntryLine>>(Comparator.reverseOrder());
    entries.stream()
        .sorted(
            Comparator.comparing(StoredEntry::published).reversed().thenComparing(StoredEntry::id))
        .forEach(entry ->
            byDay
                .computeIfAbsent(words.dayOf(entry.published()), _ -> new ArrayList<>())
                .add(EntryLine.of(entry).in(asked.expression())));
    return byDay.entrySet().stream()
        .map(day -> new Group(day.getKey(), words.heading(day.getKey(), today), day.getValue()))
        .toList();
  }

  private static Instant since(Asked asked, EntryTimes times) {
    return asked.words().beginningOf(asked.words().dayOf(times.now()).minusDays(DAYS - 1L));
  }

  private List<Count> counts(Asked asked, EntryTimes times, EntryFilter filter) {
    var days = new Activity.Days(since(asked, times), asked.words().timeZone());
    return store.counts(asked.expression(), filter, days);
  }

  /// Counted anew where a source is asked for: it may carry entries that others carried first.
  private TagPage.Days days(Asked asked, EntryTimes times, List<Count> counts) {
    var filter = asked.filter();
    var shown =
        filter.sources().isEmpty()
            ? counts.stream().filter(count -> filter.fitsLanguage(count.language())).toList()
            : counts(asked, times, filter);
    var days =
        shown.stream()
            .collect(Collectors.groupingBy(Count::day, Collectors.summingLong(Count::entries)));
    var today = asked.words().dayOf(times.now());
    return new TagPage.Days(Chart.of(days, today, DAYS), asked.address("day="), asked.day());
  }

  private static List<TagLink> parts(Asked asked, Map<Tag, String> labels) {
    var tags = asked.expression().tags();
    if (tags.size() < 2) return List.of();
    return tags.stream()
        .map(tag ->
            new TagLink(
                labels.getOrDefault(tag, tag.words()),
                asked.address(asked.expression().regardless(tag))))
        .toList();
  }

  /// By tags that go along with those that the expression asks for.
  private List<Turn> turns(Asked asked, EntryTimes times) {
    var expression = asked.expression();
    var wanted =
        expression.alternatives().stream()
            .flatMap(alternative -> alternative.with().stream())
            .distinct()
            .toList();
    var named = expression.tags();
    var related =
        findings
            .relatedTags()
            .filter(_ -> !wanted.isEmpty() && named.size() < TagExpression.MOST_TAGS)
            .map(tags -> tags.to(wanted, TURNS, findings.clock().instant()))
            .orElse(List.of())
            .stream()
            .filter(tag -> !named.contains(tag.tag()))
            .toList();
    var counts =
        store.with(
            expression,
            asked.filter(),
            related.stream().map(RelatedTag::tag).toList(),
            since(asked, times));
    return related.stream()
        .map(tag -> turn(asked, tag, counts.getOrDefault(tag.tag(), 0L)))
        .toList();
  }

  private static Turn turn(Asked asked, RelatedTag tag, long count) {
    var expression = asked.expression();
    return new Turn(
        tag.label(),
        count == 0 ? "" : asked.words().number(count) + (count < Activity.MOST_COUNTED ? "" : "+"),
        asked.address(TagExpression.of(tag.tag())),
        asked.address(expression.and(tag.tag())),
        asked.address(expression.andNot(tag.tag())),
        asked.address(expression.or(tag.tag())));
  }
}
