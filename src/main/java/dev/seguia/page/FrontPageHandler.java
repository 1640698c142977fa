package dev.seguia.page;

import dev.seguia.feed.TagExpression;
import dev.seguia.memory.MemoryShare;
import dev.seguia.page.FrontPage.StoryLine;
import dev.seguia.publish.DocumentCache;
import dev.seguia.relate.RelatedTag;
import dev.seguia.store.EntryStore;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.store.entry.StoryGroup;
import dev.seguia.web.FeedVariant;
import dev.seguia.web.Findings;
import dev.seguia.web.Request;
import dev.seguia.web.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Serves the front page: tags in use, and the newest stories.
final class FrontPageHandler {
  private static final int TAGS = 12;
  private static final int STORIES = 18;
  private static final int OUTLETS = 4;
  private static final long MOST_BYTES = MemoryShare.PAGES.bytes() / 9;

  private final PageRenderer pages;
  private final EntryStore store;
  private final Findings findings;
  private final DocumentCache made = new DocumentCache(MOST_BYTES);

  FrontPageHandler(PageRenderer pages, EntryStore store, Findings findings) {
    this.pages = pages;
    this.store = store;
    this.findings = findings;
  }

  Response page(Request request) {
    var words = pages.words(request);
    var page =
        made.get(
                words.language(),
                store.revision(TagExpression.all()),
                () -> Optional.of(pages.make("front.jte", page(words))))
            .orElseThrow();
    return pages.response(request, words, page, pages.listPolicy());
  }

  private FrontPage page(Messages words) {
    var subscription = pages.subscription(FeedVariant.plain(TagExpression.all()));
    var stories =
        store.newestStories(TagExpression.all(), STORIES).stream()
            .map(FrontPageHandler::line)
            .toList();
    return new FrontPage(words, pages.frameOfTheBaseUrl(), subscription, tags(), stories);
  }

  private List<TagLink> tags() {
    return findings
        .relatedTags()
        .map(tags -> tags.inUse(TAGS, findings.clock().instant()))
        .orElse(List.of())
        .stream()
        .sorted(Comparator.comparing(RelatedTag::tag))
        .map(TagLink::of)
        .toList();
  }

  private static StoryLine line(StoryGroup story) {
    var all = Stream.concat(Stream.of(story.first()), story.others().stream()).toList();
    var outlets = all.stream().flatMap(FrontPageHandler::outlets).distinct().toList();
    var first = EntryLine.of(story.first());
    return new StoryLine(
        first.address(),
        first.title(),
        first.language(),
        outlets.subList(0, Math.min(OUTLETS, outlets.size())),
        Math.max(0, outlets.size() - OUTLETS),
        all.stream()
            .map(StoredEntry::published)
            .max(Comparator.naturalOrder())
            .orElse(story.first().published()));
  }

  private static Stream<String> outlets(StoredEntry entry) {
    var further = entry.carriers().stream().skip(1).map(sighting -> sighting.source().title());
    return Stream.concat(Stream.of(Credit.title(entry)), further);
  }
}
