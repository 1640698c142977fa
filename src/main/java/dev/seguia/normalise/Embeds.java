package dev.seguia.normalise;

import dev.seguia.feed.ImageUrl;
import dev.seguia.feed.Medium;
import dev.seguia.url.Url;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/// Replaces elements that cannot be published, such as players: where such an element has content
/// of its own, and nothing in it replaces it, with an image, a known player, a link, or its name.
/// Counters, advertisements and buttons are dropped.
final class Embeds {
  /// Where elements of all kinds keep the address of what they show, the best first.
  private static final List<String> ADDRESSES =
      List.of(
          "src",
          "data",
          "href",
          "data-href",
          "url",
          "data-url",
          "data-src",
          "data-oembed-url",
          "data-embed-url",
          "data-iframe-src",
          "data-video-url",
          "data-lazy-src",
          "movie",
          "cite");

  /// Parts of the names of `data-` attributes by which scripts know what to show in an element.
  private static final List<String> NAMES_OF_ADDRESSES =
      List.of("href", "url", "permalink", "embed", "iframe", "video", "player", "src");

  private static final Set<String> PARAMETERS = Set.of("movie", "src", "url", "filename", "data");

  private static final List<String> NAMES = List.of("title", "aria-label", "alt", "label");

  /// Parts of the names of classes of what is no text: buttons, and room for advertisements.
  private static final List<String> NO_CONTENT =
      List.of("like", "share", "comment", "follow", "button", "social", "advert", "banner");

  private static final int LONGEST_NAME = 200;

  private final HtmlWriter writer;
  private final AttributeCleaner attributes;
  private final MediaCleaner media;

  Embeds(HtmlWriter writer, AttributeCleaner attributes, MediaCleaner media) {
    this.writer = writer;
    this.attributes = attributes;
    this.media = media;
  }

  /// Writes a replacement for an `iframe`.
  ///
  /// @return whether that was all: it has an address, or shows nothing, so that what is written in
  ///   it is not needed
  boolean frame(Element frame) {
    if (TrackingPixels.isTiny(frame)) return true;
    var url = media.source(frame, "src");
    if (url.isPresent()) show(frame, url.get());
    return url.isPresent() || (!frame.hasAttr("srcdoc") && frame.attr("src").startsWith("about:"));
  }

  /// Writes a replacement for a replaced element (`object`, `embed` and the like).
  void embedded(Element element) {
    if (TrackingPixels.isTiny(element)) return;
    var url = address(element, ADDRESSES).or(() -> parameter(element)).or(() -> player(element));
    if (url.isPresent()) show(element, url.get());
    else named(element);
  }

  /// Writes a replacement for an element without visible content.
  void empty(Element element, AllowList.Rule rule) {
    if (rule.name().equals("picture")) media.picture(element);
    else if (rule.treatment() == AllowList.Treatment.EMBED) embedded(element);
    else if (element.attributesSize() == 0) return;
    else if (rule.name().equals("video") || rule.name().equals("audio")) film(element);
    else if (!TrackingPixels.isTiny(element) && !media.background(element)) filledByScript(element);
  }

  private void film(Element film) {
    var poster = attributes.image(film.attr("poster"));
    if (poster.isPresent()) media.image(film, poster.get());
    else embedded(film);
  }

  private void filledByScript(Element element) {
    if (!AllowList.isElement(element.normalName())) embedded(element);
    else if (element.attr("role").equals("img")) named(element);
    else if (!isNoContent(element)) addressForScripts(element).ifPresent(url -> show(element, url));
  }

  /// A whole URL in an attribute of its author's making.
  private Optional<Url> addressForScripts(Element element) {
    for (var attribute : element.attributes()) {
      if (!attribute.getKey().startsWith("data-") || !isWhole(attribute.getValue())) continue;
      for (var part : NAMES_OF_ADDRESSES)
        if (attribute.getKey().contains(part)) {
          var url = attributes.url(attribute.getValue());
          if (url.isPresent() && !attributes.isPage(url.get())) return url;
        }
    }
    return Optional.empty();
  }

  /// A reference without its host may mean anything to a script.
  private static boolean isWhole(String value) {
    return value.startsWith("//") || value.startsWith("https://") || value.startsWith("http://");
  }

  private static boolean isNoContent(Element element) {
    var classes = element.attr("class").toLowerCase(Locale.ROOT);
    for (var part : NO_CONTENT) if (classes.contains(part)) return true;
    return false;
  }

  private void show(Element element, Url url) {
    if (TrackingPixels.isCounter(url) || EmbeddedPage.isButton(url) || media.wasLast(url)) return;
    var player = Players.player(url);
    if (isImage(element, url)) media.image(element, url);
    else if (player.isPresent() && AllowList.fits("iframe", writer.parent()))
      media.player(element, player.get());
    else link(EmbeddedPage.of(url), name(element));
  }

  private boolean isImage(Element element, Url url) {
    var type = element.attr("type").toLowerCase(Locale.ROOT);
    var saysNothing = type.isEmpty() || type.startsWith("text/");
    return (saysNothing ? ImageUrl.isPlainly(url.toString()) : Medium.of(type) == Medium.IMAGE)
        && !element.nameIs("area")
        && ImageUrl.isReal(url.toString())
        && AllowList.fits("img", writer.parent());
  }

  /// Writes a link, or only its text where no link is allowed.
  private void link(Url target, String name) {
    var text = name.isEmpty() ? host(target) : name;
    writer.part();
    if (writer.isDeep() || writer.isWithin("a") || !AllowList.fits("a", writer.parent())) {
      writer.text(text);
    } else {
      var rule = AllowList.rule("a");
      var start = writer.length();
      writer.startSolid(rule);
      attributes.writeLink(target);
      var open = writer.endStartTag(rule, start);
      writer.text(text);
      writer.end(open);
    }
    writer.part();
  }

  private static String host(Url url) {
    var host = url.host().toLowerCase(Locale.ROOT);
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  private void named(Element element) {
    var name = element.nameIs("input") ? inputName(element) : name(element);
    if (name.isEmpty()) return;
    writer.part();
    writer.text(name);
    writer.part();
  }

  /// The visible text of a form field: whether a box is ticked, the label of a button.
  private static String inputName(Element input) {
    return switch (input.attr("type").toLowerCase(Locale.ROOT)) {
      case "checkbox" -> input.hasAttr("checked") ? "☑" : "☐";
      case "button", "submit", "reset" -> line(input.attr("value"));
      case "image" -> name(input);
      default -> "";
    };
  }

  private static String name(Element element) {
    for (var name : NAMES) {
      var text = line(element.attr(name));
      if (!text.isEmpty()) return text;
    }
    return "";
  }

  private static String line(String text) {
    return Teaser.of(PlainText.line(text), LONGEST_NAME);
  }

  private Optional<Url> address(Element element, List<String> names) {
    if (element.nameIs("input")) return Optional.empty();
    for (var name : names) {
      var value = element.hasAttr(name) ? element.attr(name).strip() : "";
      if (value.isEmpty() || value.startsWith("#") || !isAddress(value)) continue;
      var url = attributes.url(value);
      if (url.isPresent() && !attributes.isPage(url.get())) return url;
    }
    return Optional.empty();
  }

  private static boolean isAddress(String value) {
    return value.indexOf('/') >= 0 || (value.indexOf('.') > 0 && value.indexOf(' ') < 0);
  }

  /// Reads a `param` of an old element.
  private Optional<Url> parameter(Element element) {
    for (var child : element.children()) {
      if (child.nameIs("param")
          && PARAMETERS.contains(child.attr("name").toLowerCase(Locale.ROOT))) {
        var url = attributes.url(child.attr("value"));
        if (url.isPresent()) return url;
      }
      if (child.nameIs("source")) {
        var url = attributes.url(child.attr("src"));
        if (url.isPresent()) return url;
      }
    }
    return Optional.empty();
  }

  /// Elements of AMP and of libraries name a film by its key.
  private static Optional<Url> player(Element element) {
    var name = element.normalName();
    var key = "";
    for (var attribute : List.of("data-videoid", "videoid", "video-id", "data-video-id"))
      if (key.isEmpty()) key = element.attr(attribute).strip();
    if (key.isEmpty() || !isKey(key)) return Optional.empty();
    if (name.contains("youtube")) return Url.parse("https://www.youtube.com/embed/" + key);
    if (name.contains("vimeo")) return Url.parse("https://player.vimeo.com/video/" + key);
    return name.contains("dailymotion")
        ? Url.parse("https://www.dailymotion.com/embed/video/" + key)
        : Optional.empty();
  }

  private static boolean isKey(String text) {
    for (var i = 0; i < text.length(); i++) {
      var character = text.charAt(i);
      if (character >= 0x7f
          || !(Character.isLetterOrDigit(character) || character == '-' || character == '_'))
        return false;
    }
    return text.length() <= 40;
  }
}
