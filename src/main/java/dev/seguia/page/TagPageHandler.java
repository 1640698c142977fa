package dev.seguia.page;

import dev.seguia.feed.Tag;
import dev.seguia.feed.TagExpression;
import dev.seguia.memory.MemoryShare;
import dev.seguia.page.TagPage.Turn;
import dev.seguia.publish.DocumentCache;
import dev.seguia.publish.FeedTitle;
import dev.seguia.publish.PublishedDocument;
import dev.seguia.publish.Publisher;
import dev.seguia.relate.RelatedTag;
import dev.seguia.store.EntryStore;
import dev.seguia.store.entry.EntryQuery;
import dev.seguia.store.entry.EntryQuery.Place;
import dev.seguia.store.tag.StoredTag;
import dev.seguia.web.BadRequestException;
import dev.seguia.web.ContentPolicy;
import dev.seguia.web.FeedVariant;
import dev.seguia.web.Findings;
import dev.seguia.web.Request;
import dev.seguia.web.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Serves the pages of tags: `/tags`, `/tags/maroc+politique`.
final class TagPageHandler {
  private static final int ENTRIES = 30;
  private static final int TURNS = 8;
  private static final int DAYS = 30;
  private static final long MOST_BYTES = MemoryShare.PAGES.bytes() / 9 * 4;

  /// Of a page of the list of all tags.
  private static final int ROWS = 100;

  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,5}");

  private static final String NO_PAGE =
      "The list of all tags has no such page: its first page is /tags";
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
  /// @param after where it begins; empty for the first
  /// @param variant of the feed to subscribe to
  /// @param today the last day of the chart
  private record Asked(
      Messages words,
      TagExpression expression,
      Optional<Place> after,
      FeedVariant variant,
      LocalDate today) {
    Object key() {
      return List.of(words.language(), expression, after, variant, today);
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
    var variant = FeedVariant.asked(request);
    if (!expression.get().isSpelt(spelling))
      return Response.moved(basePath + "/" + variant.page(expression.get()));
    var after = request.parameter("after").map(TagPageHandler::place);
    return page(request, expression.get(), after, variant);
  }

  private static Place place(String asked) {
    try {
      return Place.parse(asked);
    } catch (IllegalArgumentException noPlace) {
      throw new BadRequestException(NO_PLACE);
    }
  }

  private Response page(
      Request request, TagExpression expression, Optional<Place> after, FeedVariant variant) {
    var words = pages.words(request);
    var today = LocalDate.ofInstant(findings.clock().instant(), ZoneOffset.UTC);
    var asked = new Asked(words, expression, after, variant, today);
    return made.get(asked.key(), store.revision(expression), () -> document(asked))
        .map(page -> pages.response(request, words, page, pages.listPolicy()))
        .orElseGet(() -> refusals.missing(request, "tag"));
  }

  private Optional<PublishedDocument> document(Asked asked) {
    var listed = store.listed(asked.expression(), asked.after(), ENTRIES);
    if (listed.entries().isEmpty() && !publisher.isKnown(asked.expression()))
      return Optional.empty();
    return Optional.of(pages.make("tag.jte", page(asked, listed)));
  }

  private TagPage page(Asked asked, EntryQuery.Page listed) {
    var expression = asked.expression();
    var labels = FeedTitle.labels(listed.entries());
    return new TagPage(
        asked.words(),
        pages.frame().below(),
        expression.isAll() ? asked.words().say("front.all") : FeedTitle.words(expression, labels),
        listed.entries().stream().map(entry -> EntryLine.of(entry).in(expression)).toList(),
        pages.subscription(expression, asked.variant()),
        parts(expression, labels),
        turns(expression),
        asked.after().isPresent() ? Optional.empty() : Optional.of(days(asked)),
        asked.after().map(_ -> TagLink.address(expression)),
        listed.last().map(place -> TagLink.address(expression) + "?after=" + place));
  }

  private Chart days(Asked asked) {
    var since = asked.today().minusDays(DAYS - 1L).atStartOfDay(ZoneOffset.UTC).toInstant();
    return Chart.of(store.days(asked.expression(), since), asked.today(), DAYS);
  }

  private static List<TagLink> parts(TagExpression expression, Map<Tag, String> labels) {
    var tags = expression.tags();
    if (tags.size() < 2) return List.of();
    return tags.stream()
        .map(tag ->
            new TagLink(
                labels.getOrDefault(tag, tag.words()), TagLink.address(expression.regardless(tag))))
        .toList();
  }

  /// By tags that go along with those that the expression asks for.
  private List<Turn> turns(TagExpression expression) {
    var wanted =
        expression.alternatives().stream()
            .flatMap(alternative -> alternative.with().stream())
            .distinct()
            .toList();
    var named = expression.tags();
    return findings
        .relatedTags()
        .filter(_ -> !wanted.isEmpty() && named.size() < TagExpression.MOST_TAGS)
        .map(related -> related.to(wanted, TURNS, findings.clock().instant()))
        .orElse(List.of())
        .stream()
        .filter(tag -> !named.contains(tag.tag()))
        .map(tag -> turn(expression, tag))
        .toList();
  }

  private static Turn turn(TagExpression expression, RelatedTag tag) {
    return new Turn(
        tag.label(),
        TagLink.address(TagExpression.of(tag.tag())),
        TagLink.address(expression.and(tag.tag())),
        TagLink.address(expression.andNot(tag.tag())),
        TagLink.address(expression.or(tag.tag())));
  }
}
