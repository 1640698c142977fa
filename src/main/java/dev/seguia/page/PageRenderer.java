package dev.seguia.page;

import dev.seguia.config.PageSettings;
import dev.seguia.feed.FeedFormat;
import dev.seguia.publish.PublishedDocument;
import dev.seguia.publish.Publisher;
import dev.seguia.publish.Publisher.Grouping;
import dev.seguia.url.BaseUrl;
import dev.seguia.web.ContentPolicy;
import dev.seguia.web.DocumentResponse;
import dev.seguia.web.FeedVariant;
import dev.seguia.web.Preferences;
import dev.seguia.web.Request;
import dev.seguia.web.Response;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Renders page templates in the visitor's language.
final class PageRenderer {
  private static final String HTML = "text/html; charset=utf-8";

  private final PageSettings settings;
  private final Locale language;
  private final BaseUrl baseUrl;
  private final List<FeedFormat> formats;
  private final Frame frame;
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(null, ContentType.Html, null, "dev.seguia.page.templates");

  /// @param language for visitors who name none that we have
  /// @param publisher of the feeds that pages offer
  /// @param isSearched whether there is a search to lead to
  PageRenderer(PageSettings settings, Locale language, Publisher publisher, boolean isSearched) {
    this.settings = settings;
    this.language = language;
    baseUrl = publisher.baseUrl();
    formats = publisher.formats();
    frame = new Frame("", isSearched, settings.index(), settings.images());
  }

  /// The frame of a page at the base URL.
  Frame frame() {
    return frame;
  }

  /// The frame of the page at the base URL itself. Where that has a path, visitors may leave out
  /// the slash behind it, and relative addresses would lead out of the path.
  Frame frameOfTheBaseUrl() {
    var path = baseUrl.path();
    return path.isEmpty() ? frame : frame.at(path + "/");
  }

  PageSettings settings() {
    return settings;
  }

  /// The policy of a page with a list of entries.
  ContentPolicy listPolicy() {
    return settings.images() ? ContentPolicy.LIST : ContentPolicy.SUBSCRIBE;
  }

  BaseUrl baseUrl() {
    return baseUrl;
  }

  Messages words(Request request) {
    return new Messages(
        Preferences.language(request.header("Accept-Language"), Messages.LANGUAGES)
            .orElse(language),
        settings.zone());
  }

  /// @param path of the feed in a format, seen from the base URL
  Subscription subscription(Function<FeedFormat, String> path) {
    return Subscription.of(formats, baseUrl, path, List.of());
  }

  /// The feed of an expression, with its variants.
  Subscription subscription(FeedVariant chosen) {
    var variants =
        Stream.of(
                new Offer("subscribe.each", chosen.with(Grouping.NONE)),
                new Offer("subscribe.stories", chosen.with(Grouping.STORIES)))
            .map(offer -> offer.shown(chosen))
            .toList();
    return Subscription.of(formats, baseUrl, chosen::path, variants);
  }

  /// A variant of a feed that pages offer, the usual one first.
  ///
  /// @param key of its name
  private record Offer(String key, FeedVariant variant) {
    Subscription.Variant shown(FeedVariant chosen) {
      return new Subscription.Variant(key, variant.page(), variant.equals(chosen));
    }
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
  Response response(Request request, Messages words, PublishedDocument page, ContentPolicy policy) {
    return DocumentResponse.of(request, page)
        .with("Vary", "Accept-Encoding, Accept-Language")
        .with("Content-Language", words.language())
        .with(ContentPolicy.HEADER, policy.value());
  }

  /// A page that no cache keeps.
  Response responseOnce(
      int status, Messages words, String template, Object page, ContentPolicy policy) {
    return Response.of(status, HTML, render(template, page))
        .with("Cache-Control", "no-store")
        .with("Content-Language", words.language())
        .with(ContentPolicy.HEADER, policy.value());
  }

  /// The same page, whose forms say where they come from: under the `no-referrer` of all other
  /// pages a browser would say that they come from nowhere (`Origin: null`).
  static Response withForms(Response page) {
    return page.with("Referrer-Policy", "same-origin");
  }

  /// The same page, with the operator's forms if the visitor is the operator.
  static Response forOperator(Response page, Optional<OperatorPanel> panel) {
    if (panel.isEmpty()) return page;
    var cookie = panel.get().cookie();
    return cookie
        .map(value -> withForms(page).with("Set-Cookie", value))
        .orElseGet(() -> withForms(page));
  }
}
