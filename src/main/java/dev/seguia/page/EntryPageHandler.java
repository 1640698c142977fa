package dev.seguia.page;

import dev.seguia.feed.Audience;
import dev.seguia.feed.EntryTag;
import dev.seguia.feed.TagExpression;
import dev.seguia.memory.MemoryShare;
import dev.seguia.publish.DocumentCache;
import dev.seguia.publish.FeedTitle;
import dev.seguia.publish.PublishedDocument;
import dev.seguia.search.index.SearchException;
import dev.seguia.store.EntryStore;
import dev.seguia.store.entry.EntryName;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.web.ContentPolicy;
import dev.seguia.web.Findings;
import dev.seguia.web.Request;
import dev.seguia.web.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Serves the page of an entry: `/entries/0a1b…`.
final class EntryPageHandler {
  private static final Logger LOG = LoggerFactory.getLogger(EntryPageHandler.class);
  private static final long MOST_BYTES = MemoryShare.PAGES.bytes() / 9 * 4;
  private static final int RELATED_TAGS = 8;

  /// From each of them the way leads on to those around it.
  private static final int STORY_ENTRIES = 20;

  private static final int RELATED_ENTRIES = 10;

  private final PageRenderer pages;
  private final RefusalPages refusals;
  private final EntryStore store;
  private final Findings findings;
  private final OperatorPanels panels;
  private final DocumentCache made = new DocumentCache(MOST_BYTES);

  EntryPageHandler(
      PageRenderer pages,
      RefusalPages refusals,
      EntryStore store,
      Findings findings,
      OperatorPanels panels) {
    this.pages = pages;
    this.refusals = refusals;
    this.store = store;
    this.findings = findings;
    this.panels = panels;
  }

  Response page(Request request) {
    var name = request.variable("name");
    if (!EntryName.isOne(name)) return refusals.missing(request, "entry");
    var words = pages.words(request);
    var list = request.parameter("in");
    var panel = panels.of(request);
    var response =
        panel.isPresent()
            ? entry(name).map(entry -> forOperator(page(entry, words, list, panel)))
            : document(name, words, list).map(page -> forAll(request, words, page));
    return response.orElseGet(() -> refusals.missing(request, "entry"));
  }

  private Optional<StoredEntry> entry(String name) {
    return store.named(name).filter(entry -> isShown(entry) && EntryName.of(entry).equals(name));
  }

  private static boolean isShown(StoredEntry entry) {
    return entry.audience().reach() != Audience.Reach.DROPPED;
  }

  private Optional<PublishedDocument> document(String name, Messages words, Optional<String> list) {
    return made.get(
        List.of(words.language(), name, list),
        store.revision(TagExpression.all()),
        () ->
            entry(name)
                .map(entry -> pages.make("entry.jte", page(entry, words, list, Optional.empty()))));
  }

  private EntryPage page(
      StoredEntry entry, Messages words, Optional<String> list, Optional<OperatorPanel> panel) {
    var story = store.sameStory(entry, STORY_ENTRIES);
    return new EntryPage(
        words,
        pages.frame().below(),
        entry,
        pages.baseUrl().resolve("entries/" + EntryName.of(entry)),
        list(list, entry).map(one -> listed(one, words, entry)),
        lines(story.nearest()),
        relatedTags(entry),
        lines(related(entry, story.all())),
        pages.settings().images(),
        panel);
  }

  /// The operator's page is kept by no cache.
  private Response forOperator(EntryPage page) {
    return PageRenderer.forOperator(
        pages.responseOnce(200, page.words(), "entry.jte", page, policy()), page.panel());
  }

  /// No cache may give the operator's page to others.
  private Response forAll(Request request, Messages words, PublishedDocument page) {
    var response = pages.response(request, words, page, policy());
    return panels.areOffered()
        ? response.with("Vary", "Accept-Encoding, Accept-Language, Cookie")
        : response;
  }

  private ContentPolicy policy() {
    return pages.settings().images() ? ContentPolicy.ARTICLE : ContentPolicy.SEARCH;
  }

  /// The list that the visitor came from, or else that of the entry's first tag.
  private static Optional<TagExpression> list(Optional<String> asked, StoredEntry entry) {
    var tags = entry.tags().stream().map(EntryTag::tag).toList();
    return asked
        .flatMap(TagExpression::parse)
        .filter(expression -> expression.fits(tags))
        .or(() -> tags.stream().findFirst().map(TagExpression::of));
  }

  private EntryPage.Listed listed(TagExpression list, Messages words, StoredEntry entry) {
    var beside = store.beside(list, entry);
    var labels = FeedTitle.labels(List.of(entry));
    return new EntryPage.Listed(
        list.isAll() ? words.say("front.all") : FeedTitle.words(list, labels),
        TagLink.address(list),
        beside.newer().map(EntryLine::of).map(line -> line.in(list)),
        beside.older().map(EntryLine::of).map(line -> line.in(list)));
  }

  private static List<EntryLine> lines(List<StoredEntry> entries) {
    return entries.stream().map(EntryLine::of).toList();
  }

  private List<TagLink> relatedTags(StoredEntry entry) {
    var tags = entry.tags().stream().map(EntryTag::tag).toList();
    return findings
        .relatedTags()
        .map(related -> related.to(tags, RELATED_TAGS, findings.clock().instant()))
        .orElse(List.of())
        .stream()
        .map(TagLink::of)
        .toList();
  }

  /// Those of the story are listed by themselves. An index that fails leaves the page its text.
  private List<StoredEntry> related(StoredEntry entry, Set<Long> story) {
    try {
      return findings
          .search()
          .map(search -> search.related(entry, story, RELATED_ENTRIES))
          .orElse(List.of())
          .stream()
          .filter(EntryPageHandler::isShown)
          .toList();
    } catch (SearchException e) {
      LOG.warn("related entries are unavailable: {}", e.getMessage());
      return List.of();
    }
  }
}
