package dev.seguia.web;

import dev.seguia.publish.PublishedDocument;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Makes pages of templates, and answers with them in the language of the visitor.
final class Pages {
  private static final String HTML = "text/html; charset=utf-8";

  private final Locale language;
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dev.seguia.web.pages");

  /// @param language for visitors who name none that we have
  Pages(Locale language) {
    this.language = language;
  }

  Locale language(Request request) {
    return Preferences.language(request.header("Accept-Language"), Messages.LANGUAGES)
        .orElse(language);
  }

  PublishedDocument make(String template, Object page) {
    return PublishedDocument.of(render(template, page), HTML);
  }

  private byte[] render(String template, Object page) {
    var html = new StringOutput();
    templates.render(template, page, html);
    return html.toString().getBytes(StandardCharsets.UTF_8);
  }

  /// A page, or the news that the client has it already.
  Response answer(Request request, Messages words, PublishedDocument page, ContentPolicy policy) {
    return DocumentResponse.of(request, page)
        .with("Vary", "Accept-Encoding, Accept-Language")
        .with("Content-Language", words.language())
        .with(ContentPolicy.HEADER, policy.value());
  }

  /// A page that says what is wrong with the request, and that no cache keeps.
  Response refuse(Messages words, String template, Object page) {
    return Response.of(400, HTML, render(template, page))
        .with("Cache-Control", "no-store")
        .with("Content-Language", words.language())
        .with(ContentPolicy.HEADER, ContentPolicy.SEARCH.value());
  }
}
