package dev.seguia.web;

import dev.seguia.feed.TagExpression;
import dev.seguia.publish.DocumentCache;
import dev.seguia.publish.FeedFormat;
import dev.seguia.publish.PublishedDocument;
import dev.seguia.store.EntryStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Answers with the start page and with the files that all pages need.
final class PageHandler {
  private static final long MOST_BYTES = 8L << 20;

  private final Pages pages;
  private final EntryStore store;
  private final List<FeedFormat> formats;
  private final boolean isSearched;
  private final DocumentCache startPages = new DocumentCache(MOST_BYTES);
  private final PublishedDocument style;
  private final PublishedDocument icon;

  /// @param isSearched whether entries can be searched
  PageHandler(Pages pages, EntryStore store, List<FeedFormat> formats, boolean isSearched) {
    this.pages = pages;
    this.store = store;
    this.formats = formats;
    this.isSearched = isSearched;
    style = file("style.css", "text/css; charset=utf-8");
    icon = file("icon.png", "image/png");
  }

  Response start(Request request) {
    var words = new Messages(pages.language(request));
    return pages.answer(request, words, startPage(words), ContentPolicy.SEARCH);
  }

  Response style(Request request) {
    return DocumentResponse.of(request, style, 3600);
  }

  Response icon(Request request) {
    return DocumentResponse.of(request, icon, 3600);
  }

  private PublishedDocument startPage(Messages words) {
    return startPages
        .get(
            words.language(),
            store.revision(TagExpression.all()),
            () -> Optional.of(pages.make("start.jte", startPageOf(words))))
        .orElseThrow();
  }

  private StartPage startPageOf(Messages words) {
    return new StartPage(words, formats, store, isSearched);
  }

  private static PublishedDocument file(String name, String contentType) {
    try (var file = Objects.requireNonNull(PageHandler.class.getResourceAsStream(name), name)) {
      return PublishedDocument.of(file.readAllBytes(), contentType);
    } catch (IOException e) {
      throw new UncheckedIOException("the jar is damaged", e);
    }
  }
}
