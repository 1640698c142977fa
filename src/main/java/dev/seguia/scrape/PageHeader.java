package dev.seguia.scrape;

import dev.seguia.feed.ImageUrl;
import dev.seguia.feed.RawFeed;
import dev.seguia.feed.Text;
import dev.seguia.text.Truncation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/// The metadata of a page, as the header of a feed.
public final class PageHeader {
  private static final int LONGEST = 1_000;

  private PageHeader() {}

  public static RawFeed.Header of(WebPage page, Optional<String> language) {
    var document = page.document();
    var title =
        Optional.of(document.title())
            .filter(text -> !text.isBlank())
            .or(() -> meta(page, "meta[property=og:title]"))
            .or(() -> meta(page, "meta[property=og:site_name]"))
            .orElse("");
    return new RawFeed.Header(
        "page",
        Optional.empty(),
        Text.plain(cut(title)),
        Text.plain(
            meta(page, "meta[name=description]")
                .or(() -> meta(page, "meta[property=og:description]"))
                .map(PageHeader::cut)
                .orElse("")),
        Optional.of(page.location().toString()),
        Optional.empty(),
        image(page),
        language.or(() -> language(page)),
        Text.none(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  /// The language that a page names.
  public static Optional<String> language(WebPage page) {
    return Stream.of(
            attribute(page, "html[lang]", "lang"),
            attribute(page, "html[xml:lang]", "xml:lang"),
            meta(page, "meta[http-equiv=content-language]"))
        .flatMap(Optional::stream)
        .map(String::strip)
        .filter(name -> name.matches("[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}"))
        .map(name -> name.replace('_', '-'))
        .findFirst();
  }

  private static Optional<String> image(WebPage page) {
    var images =
        page.document().select("meta[property=og:image]").stream()
            .flatMap(meta -> ItemImage.absolute(meta, meta.attr("content").strip()).stream());
    var icons =
        page.document().select("link[rel~=apple-touch-icon][href], link[rel~=icon][href]").stream()
            .flatMap(link -> target(link).stream());
    return Stream.concat(images, icons).filter(ImageUrl::isReal).findFirst();
  }

  private static Optional<String> target(Element link) {
    return ItemImage.absolute(link, link.attr("href"));
  }

  private static Optional<String> meta(WebPage page, String css) {
    return attribute(page, css, "content");
  }

  private static Optional<String> attribute(WebPage page, String css, String name) {
    return Optional.ofNullable(page.document().selectFirst(css))
        .map(element -> element.attr(name).strip())
        .filter(text -> !text.isEmpty());
  }

  static String cut(String text) {
    return Truncation.head(text, LONGEST);
  }
}
