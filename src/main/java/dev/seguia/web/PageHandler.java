package dev.seguia.web;

import dev.seguia.feed.TagExpression;
import dev.seguia.publish.FeedFormat;
import dev.seguia.publish.PublishedDocument;
import dev.seguia.store.EntryStore;
import dev.seguia.store.StoredTag;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// Answers with the pages for people and with the files that they need.
final class PageHandler {
  private final EntryStore store;
  private final Locale language;
  private final List<FeedFormat> formats;
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dev.seguia.web.pages");
  private final Map<Locale, Built> startPages = new ConcurrentHashMap<>();
  private final PublishedDocument style;
  private final PublishedDocument icon;

  /// @param language for visitors who name none that we have
  PageHandler(EntryStore store, Locale language, List<FeedFormat> formats) {
    this.store = store;
    this.language = language;
    this.formats = formats;
    style = file("style.css", "text/css; charset=utf-8");
    icon = file("icon.png", "image/png");
  }

  Response start(Request request) {
    var locale =
        Preferences.language(request.header("Accept-Language"), Messages.LANGUAGES)
            .orElse(language);
    return DocumentResponse.of(request, startPage(locale))
        .with("Vary", "Accept-Encoding, Accept-Language")
        .with("Content-Language", locale.getLanguage());
  }

  Response style(Request request) {
    return DocumentResponse.of(request, style, 3600);
  }

  Response icon(Request request) {
    return DocumentResponse.of(request, icon, 3600);
  }

  private record Built(long revision, PublishedDocument document) {}

  private PublishedDocument startPage(Locale locale) {
    var revision = store.revision(TagExpression.all());
    var built = startPages.get(locale);
    if (built != null && built.revision == revision) return built.document;
    var document = startPage(new Messages(locale), store.tags());
    startPages.put(locale, new Built(revision, document));
    return document;
  }

  private PublishedDocument startPage(Messages messages, List<StoredTag> tags) {
    var html = new StringOutput();
    templates.render("start.jte", new StartPage(messages, formats, tags), html);
    var changed =
        tags.stream()
            .filter(tag -> tag.entries() > 0)
            .map(StoredTag::newest)
            .max(Comparator.naturalOrder())
            .orElseGet(store::created);
    return PublishedDocument.of(
        html.toString().getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8", changed);
  }

  private PublishedDocument file(String name, String contentType) {
    try (var file = Objects.requireNonNull(PageHandler.class.getResourceAsStream(name), name)) {
      return PublishedDocument.of(file.readAllBytes(), contentType, store.created());
    } catch (IOException e) {
      throw new UncheckedIOException("the jar is damaged", e);
    }
  }
}
