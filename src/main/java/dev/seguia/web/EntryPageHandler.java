package dev.seguia.web;

import dev.seguia.feed.Audience;
import dev.seguia.feed.EntryTag;
import dev.seguia.publish.FeedFormat;
import dev.seguia.relate.RelatedTag;
import dev.seguia.search.EntrySearch;
import dev.seguia.search.Related.Span;
import dev.seguia.search.SearchException;
import dev.seguia.store.EntryName;
import dev.seguia.store.EntryStore;
import dev.seguia.store.StoredEntry;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers with the page of an entry: `/entries/0a1b…`.
final class EntryPageHandler {
  private static final Logger LOG = LoggerFactory.getLogger(EntryPageHandler.class);
  private static final int RELATED_TAGS = 8;
  private static final int RELATED_ENTRIES = 10;
  private static final String NONE =
      "There is no such entry, or no longer: old ones are removed after a while.";

  private final Pages pages;
  private final EntryStore store;
  private final List<FeedFormat> formats;
  private final Findings findings;

  EntryPageHandler(Pages pages, EntryStore store, List<FeedFormat> formats, Findings findings) {
    this.pages = pages;
    this.store = store;
    this.formats = formats;
    this.findings = findings;
  }

  Response page(Request request) {
    var name = request.variable("name");
    return Stream.of(name)
        .filter(EntryName::isOne)
        .flatMap(one -> store.named(one).stream())
        .filter(entry -> isShown(entry) && EntryName.of(entry).equals(name))
        .findFirst()
        .map(entry -> page(request, entry))
        .orElseGet(() -> Response.words(404, NONE));
  }

  private static boolean isShown(StoredEntry entry) {
    return entry.audience().reach() != Audience.Reach.DROPPED;
  }

  private Response page(Request request, StoredEntry entry) {
    var story = store.sameStory(entry);
    var page =
        new EntryPage(
            new Messages(pages.language(request)),
            entry,
            formats.getFirst(),
            lines(story),
            relatedTags(entry),
            lines(related(entry, story)),
            findings.search().isPresent());
    return pages.answer(
        request, page.words(), pages.make("entry.jte", page), ContentPolicy.ARTICLE);
  }

  private static List<EntryLine> lines(List<StoredEntry> entries) {
    return entries.stream().map(EntryLine::of).toList();
  }

  private List<RelatedTag> relatedTags(StoredEntry entry) {
    var tags = entry.tags().stream().map(EntryTag::tag).toList();
    return findings
        .relatedTags()
        .map(related -> related.to(tags, RELATED_TAGS, findings.clock().instant()))
        .orElse(List.of());
  }

  /// Those of the story are listed by themselves. An index that fails leaves the page its text.
  private List<StoredEntry> related(StoredEntry entry, List<StoredEntry> story) {
    try {
      return findings.search().stream()
          .flatMap(search -> related(search, entry, story))
          .limit(RELATED_ENTRIES)
          .toList();
    } catch (SearchException e) {
      LOG.warn("no related entries: {}", e.getMessage());
      return List.of();
    }
  }

  private static Stream<StoredEntry> related(
      EntrySearch search, StoredEntry entry, List<StoredEntry> story) {
    var listed = story.stream().map(StoredEntry::seq).collect(Collectors.toSet());
    return search.related(entry, Span.EVENT, RELATED_ENTRIES + story.size()).stream()
        .filter(EntryPageHandler::isShown)
        .filter(other -> !listed.contains(other.seq()));
  }
}
