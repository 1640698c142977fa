package dev.seguia.normalise;

import dev.seguia.feed.ImageUrl;
import dev.seguia.url.Url;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/// Finds the image URL of an element, including lazy loading: of all attributes where pages keep it
/// until a script has run, the first with a real image.
final class ImageCandidates {
  /// Where scripts keep the URL of an image until it comes into view: these count more than `src`,
  /// which may hold a small likeness of it.
  private static final List<String> LAZY_SOURCES =
      List.of(
          "data-src",
          "data-lazy-src",
          "data-original",
          "data-lazy",
          "data-actualsrc",
          "data-url",
          "data-hi-res-src",
          "data-lazysrc",
          "data-lazyload",
          "data-echo",
          "data-cfsrc",
          "data-ezsrc",
          "data-orig-src",
          "data-wpfc-original-src",
          "data-pagespeed-lazy-src",
          "data-img-src",
          "data-image-src",
          "data-src-img",
          "lazy-src",
          "nitro-lazy-src");

  private static final List<String> SRCSETS =
      List.of("data-srcset", "data-lazy-srcset", "lazy-srcset", "data-ezsrcset", "srcset");

  /// Attributes of images that name something else than what it shows.
  private static final Set<String> OTHERS =
      Set.of("src", "href", "alt", "title", "class", "style", "id", "longdesc", "usemap", "poster");

  private final AttributeCleaner attributes;

  ImageCandidates(AttributeCleaner attributes) {
    this.attributes = attributes;
  }

  /// An image URL with its source.
  ///
  /// @param isLazy it was not where browsers look
  /// @param srcset the same in other sizes
  record Found(Url url, boolean isLazy, List<SrcSet.Candidate> srcset) {}

  /// Whether a script was to show the element.
  static boolean isLazy(Element element) {
    for (var name : LAZY_SOURCES) if (element.hasAttr(name)) return true;
    return false;
  }

  Optional<Found> of(Element image) {
    var better = better(image);
    if (better.isPresent()) return better;
    var srcset = srcset(image);
    var lazy = lazy(image);
    if (lazy.isPresent()) return Optional.of(new Found(lazy.get(), true, srcset));
    var plain = attributes.image(image.attr("src"));
    if (plain.isPresent()) return Optional.of(new Found(plain.get(), false, srcset));
    return elsewhere(image, srcset);
  }

  private Optional<Found> elsewhere(Element image, List<SrcSet.Candidate> srcset) {
    if (!srcset.isEmpty()) return Optional.of(new Found(srcset.getFirst().url(), true, srcset));
    return unlisted(image)
        .map(url -> new Found(url, true, List.of()))
        .or(() -> ofPicture(image.parent()))
        .or(() -> background(image).map(url -> new Found(url, true, List.of())))
        .or(() -> inNoscript(image));
  }

  /// The image without a script, where the one before it waits for a script.
  private Optional<Found> better(Element image) {
    if (!image.attr("class").toLowerCase(Locale.ROOT).contains("lazy")) return Optional.empty();
    return lazy(image).isPresent() ? Optional.empty() : inNoscript(image);
  }

  private Optional<Found> inNoscript(Element image) {
    var noscript = noscriptBeside(image);
    var plain = noscript == null ? null : noscript.selectFirst("img");
    if (plain == null || TrackingPixels.isTiny(plain)) return Optional.empty();
    return attributes
        .image(plain.attr("src"))
        .filter(url -> !TrackingPixels.isCounter(url))
        .map(url -> new Found(url, true, srcset(plain)));
  }

  /// The `noscript` that follows an element, or the `picture` around it.
  static @Nullable Element noscriptBeside(Element element) {
    var parent = element.parent();
    var from = parent != null && parent.nameIs("picture") ? parent : element;
    var next = from.nextSibling();
    while (next instanceof TextNode text && text.isBlank()) next = next.nextSibling();
    return next instanceof Element found && found.nameIs("noscript") ? found : null;
  }

  /// The image of a `picture` that has one in its sources alone.
  Optional<Found> ofPicture(@Nullable Element picture) {
    if (picture == null || !picture.nameIs("picture")) return Optional.empty();
    for (var source : picture.children()) {
      var srcset = source.nameIs("source") ? srcset(source) : List.<SrcSet.Candidate>of();
      if (!srcset.isEmpty())
        return Optional.of(new Found(srcset.getFirst().url(), true, List.of()));
    }
    return Optional.empty();
  }

  /// The image behind an element.
  Optional<Url> background(Element element) {
    for (var name : List.of("data-bg", "data-background-image", "data-background", "background"))
      if (element.hasAttr(name)) {
        var url = attributes.image(withoutFunction(element.attr(name)));
        if (url.isPresent()) return url;
      }
    return Style.background(element).flatMap(attributes::image);
  }

  private static String withoutFunction(String value) {
    var text = value.strip();
    if (!text.startsWith("url(") || !text.endsWith(")")) return text;
    var url = text.substring(4, text.length() - 1).strip();
    var quoted = url.length() > 1 && "\"'".indexOf(url.charAt(0)) >= 0;
    return quoted ? url.substring(1, url.length() - 1) : url;
  }

  /// The attributes of lazy loading.
  private Optional<Url> lazy(Element element) {
    if (element.attributesSize() < 1) return Optional.empty();
    for (var name : LAZY_SOURCES) {
      if (!element.hasAttr(name)) continue;
      var url = lazyUrl(element.attr(name));
      if (url.isPresent()) return url;
    }
    return Optional.empty();
  }

  private Optional<Url> lazyUrl(String value) {
    var text = value.strip();
    var isUrl = text.indexOf('/') >= 0 || text.indexOf('.') >= 0;
    if (!isUrl || text.startsWith("{") || text.startsWith("[")) return Optional.empty();
    if (text.indexOf(' ') < 0) return attributes.image(text);
    var set = SrcSet.parse(text, attributes::image);
    return set.isEmpty() ? attributes.image(text) : Optional.of(set.getFirst().url());
  }

  /// An address in any other attribute, as long as it is plainly that of an image.
  private Optional<Url> unlisted(Element image) {
    for (var attribute : image.attributes()) {
      var value = attribute.getValue();
      if (value.isEmpty() || OTHERS.contains(attribute.getKey())) continue;
      var first = value.strip();
      var blank = first.indexOf(' ');
      if (blank > 0) first = first.substring(0, blank);
      var url = ImageUrl.isPlainly(first) ? attributes.image(first) : Optional.<Url>empty();
      if (url.isPresent()) return url;
    }
    return Optional.empty();
  }

  /// The image in several sizes: of the attributes that may hold them the first that does.
  List<SrcSet.Candidate> srcset(Element element) {
    for (var name : SRCSETS) {
      if (!element.hasAttr(name)) continue;
      var candidates = SrcSet.parse(element.attr(name), attributes::image);
      if (!candidates.isEmpty()) return candidates;
    }
    return List.of();
  }
}
