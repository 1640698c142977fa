package dev.seguia.normalise;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/// Writes images, sounds, films and players: from where they really lie, and none that only counts
/// readers.
final class MediaCleaner {
  /// Where scripts keep the URL of an image until it comes into view.
  private static final List<String> LAZY_SOURCES =
      List.of(
          "data-src",
          "data-lazy-src",
          "data-original",
          "data-lazy",
          "data-actualsrc",
          "data-url",
          "data-hi-res-src");

  private static final List<String> LAZY_SRCSETS = List.of("data-srcset", "data-lazy-srcset");
  private static final List<String> SIZES = List.of("width", "height");

  private final HtmlWriter writer;
  private final AttributeCleaner attributes;

  private int noscripts;
  private boolean lastWasLazy;
  private String lastFromNoscript = "";

  MediaCleaner(HtmlWriter writer, AttributeCleaner attributes) {
    this.writer = writer;
    this.attributes = attributes;
  }

  /// Without a script, of `noscript` only the images matter, and only those not seen otherwise.
  boolean isInNoscript() {
    return noscripts > 0;
  }

  void enterNoscript() {
    noscripts++;
  }

  void leaveNoscript() {
    noscripts--;
    lastWasLazy = false;
  }

  boolean isLazy(Element element) {
    for (var name : LAZY_SOURCES) if (element.hasAttr(name)) return true;
    return false;
  }

  void image(Element image) {
    var lazy = lazySource(image);
    var srcset = srcset(image);
    var source = lazy.or(() -> attributes.url(image.attr("src"))).or(() -> first(srcset));
    if (source.isEmpty() || TrackingPixels.isPixel(image, source.get())) return;
    if (isInNoscript() ? lastWasLazy : lastFromNoscript.equals(source.get().toString())) return;
    lastWasLazy = !isInNoscript() && lazy.isPresent();
    lastFromNoscript = isInNoscript() ? source.get().toString() : "";
    write(image, source.get(), srcset);
  }

  private void write(Element image, Url source, List<SrcSet.Candidate> srcset) {
    writer.startTag(Markup.rule("img"));
    attributes.write("src", source);
    if (!srcset.isEmpty()) {
      writer.attribute("srcset", SrcSet.toString(srcset));
      attributes.writeText(image, "sizes");
    }
    attributes.writeText(image, "alt");
    attributes.writeNumbers(image, SIZES);
    attributes.url(image.attr("longdesc")).ifPresent(url -> attributes.write("longdesc", url));
    attributes.writeGlobal(image);
    writer.attribute("referrerpolicy", "no-referrer");
    writer.endVoidTag("img");
    writer.solid();
  }

  /// A frame stays if a known player is in it, which gets its own box to play in.
  void frame(Element frame) {
    var source = lazySource(frame).or(() -> attributes.url(frame.attr("src")));
    var player = source.flatMap(Players::player);
    if (player.isEmpty()) return;
    var start = writer.length();
    var rule = Markup.rule("iframe");
    writer.startTag(rule);
    attributes.write("src", player.get());
    attributes.writeNumbers(frame, SIZES);
    attributes.writeText(frame, "title");
    writer.attribute("allowfullscreen", "");
    writer.attribute("sandbox", "allow-scripts allow-same-origin allow-popups allow-presentation");
    writer.attribute("referrerpolicy", "strict-origin-when-cross-origin");
    var open = writer.endStartTag(rule, start);
    writer.solid();
    writer.end(open);
  }

  void source(Element source) {
    var url = attributes.url(source.attr("src"));
    var srcset = srcset(source);
    var inPicture = writer.parent().equals("picture");
    if (inPicture ? srcset.isEmpty() : url.isEmpty()) return;
    writer.startTag(Markup.rule("source"));
    if (inPicture) writer.attribute("srcset", SrcSet.toString(srcset));
    else url.ifPresent(found -> attributes.write("src", found));
    for (var name : List.of("type", "media", "sizes")) attributes.writeText(source, name);
    attributes.writeNumbers(source, SIZES);
    writer.endVoidTag("source");
    if (!inPicture) writer.solid();
  }

  void track(Element track) {
    var url = attributes.url(track.attr("src"));
    if (url.isEmpty()) return;
    writer.startTag(Markup.rule("track"));
    attributes.write("src", url.get());
    for (var name : List.of("kind", "srclang", "label")) attributes.writeText(track, name);
    writer.endVoidTag("track");
  }

  /// Opens a `video` or `audio`, which never plays by itself.
  HtmlWriter.Open player(Element player, Markup.Rule rule) {
    var start = writer.length();
    var url = lazySource(player).or(() -> attributes.url(player.attr("src")));
    writer.startTag(rule);
    url.ifPresent(source -> attributes.write("src", source));
    if (rule.name().equals("video")) {
      attributes.url(player.attr("poster")).ifPresent(poster -> attributes.write("poster", poster));
      attributes.writeNumbers(player, SIZES);
    }
    attributes.writeGlobal(player);
    writer.attribute("controls", "");
    writer.attribute("preload", "none");
    var open = writer.endStartTag(rule, start);
    if (url.isPresent()) writer.solid();
    return open;
  }

  private Optional<Url> lazySource(Element element) {
    if (element.attributesSize() < 1) return Optional.empty();
    for (var name : LAZY_SOURCES) {
      var url = element.hasAttr(name) ? lazyUrl(element.attr(name)) : Optional.<Url>empty();
      if (url.isPresent()) return url;
    }
    return Optional.empty();
  }

  private Optional<Url> lazyUrl(String value) {
    var isUrl = value.indexOf('/') >= 0 || value.indexOf('.') >= 0;
    var isScript = value.startsWith("{") || value.startsWith("[");
    return isUrl && !isScript ? attributes.url(value) : Optional.empty();
  }

  private List<SrcSet.Candidate> srcset(Element element) {
    for (var name : LAZY_SRCSETS)
      if (element.hasAttr(name)) return SrcSet.parse(element.attr(name), attributes::url);
    if (!element.hasAttr("srcset")) return List.of();
    return SrcSet.parse(element.attr("srcset"), attributes::url);
  }

  private static Optional<Url> first(List<SrcSet.Candidate> srcset) {
    return srcset.isEmpty() ? Optional.empty() : Optional.of(srcset.getFirst().url());
  }
}
