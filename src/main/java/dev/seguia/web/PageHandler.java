package dev.seguia.web;

import dev.seguia.feed.TagExpression;
import dev.seguia.publish.DocumentCache;
import dev.seguia.publish.FeedFormat;
import dev.seguia.publish.PublishedDocument;
import dev.seguia.store.EntryStore;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// Answers with the pages for people and with the files that they need.
final class PageHandler {
  private static final long MOST_BYTES = 8L << 20;

  private final EntryStore store;
  private final Locale language;
  private final List<FeedFormat> formats;
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dev.seguia.web.pages");
  private final DocumentCache startPages = new DocumentCache(MOST_BYTES);
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

  private PublishedDocument startPage(Locale locale) {
    return startPages
        .get(
            locale,
            store.revision(TagExpression.all()),
            () -> Optional.of(page(new StartPage(new Messages(locale), formats, store))))
        .orElseThrow();
  }

  private PublishedDocument page(StartPage page) {
    var html = new StringOutput();
    templates.render("start.jte", page, html);
    return PublishedDocument.of(
        html.toString().getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8");
  }

  private static PublishedDocument file(String name, String contentType) {
    try (var file = Objects.requireNonNull(PageHandler.class.getResourceAsStream(name), name)) {
      return PublishedDocument.of(file.readAllBytes(), contentType);
    } catch (IOException e) {
      throw new UncheckedIOException("the jar is damaged", e);
    }
  }
}
