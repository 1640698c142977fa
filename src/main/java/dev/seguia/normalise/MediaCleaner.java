package dev.seguia.normalise;

import dev.seguia.text.Truncation;
import dev.seguia.url.Url;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/// Writes images, audio, video and players with their real URLs, without tracking pixels.
final class MediaCleaner {
  private static final List<String> LAZY_FRAMES =
      List.of(
          "data-src",
          "data-lazy-src",
          "data-litespeed-src",
          "data-cookieblock-src",
          "data-cmp-src",
          "data-rocket-src",
          "data-orig-src",
          "data-url",
          "data-original",
          "data-lazy");

  private static final List<String> SIZES = List.of("width", "height");
  private static final int LONGEST_ALTERNATIVE = 500;

  private final HtmlWriter writer;
  private final AttributeCleaner attributes;
  private final ImageCandidates candidates;

  private int noscripts;
  private boolean lastWasLazy;
  private String lastFromNoscript = "";
  private String lastFrame = "";

  MediaCleaner(HtmlWriter writer, AttributeCleaner attributes) {
    this.writer = writer;
    this.attributes = attributes;
    candidates = new ImageCandidates(attributes);
  }

  /// The fallback for scripts: an image in it may have been seen already.
  void enterNoscript() {
    noscripts++;
  }

  void leaveNoscript() {
    noscripts--;
    lastWasLazy = false;
  }

  boolean isInNoscript() {
    return noscripts > 0;
  }

  void image(Element image) {
    if (TrackingPixels.isTiny(image)) return;
    var found = candidates.of(image);
    if (found.isEmpty()) alternative(image);
    else if (!TrackingPixels.isCounter(found.get().url())) image(image, found.get());
  }

  private void image(Element image, ImageCandidates.Found found) {
    var url = found.url().toString();
    if (isInNoscript() ? lastWasLazy : lastFromNoscript.equals(url)) return;
    lastWasLazy = !isInNoscript() && found.isLazy();
    lastFromNoscript = isInNoscript() ? url : "";
    write(image, found.url(), found.srcset());
  }

  /// Of an image that nobody can see, what its author says of it. A neighbour may show it.
  private void alternative(Element image) {
    var text = image.attr("alt").strip();
    if (text.isEmpty() || isInNoscript()) return;
    var noscript = ImageCandidates.noscriptBeside(image);
    if (noscript == null || noscript.selectFirst("img") == null)
      writer.text(Truncation.head(text, LONGEST_ALTERNATIVE));
  }

  /// Writes the image of a `picture` without `img`.
  void picture(Element picture) {
    candidates.ofPicture(picture).ifPresent(found -> image(picture, found));
  }

  /// Writes the image that an element has in its background.
  ///
  /// @return whether there is one
  boolean background(Element element) {
    var url = candidates.background(element).filter(found -> !TrackingPixels.isCounter(found));
    if (url.isEmpty() || !AllowList.fits("img", writer.parent())) return false;
    write(new Element("img"), url.get(), List.of());
    return true;
  }

  /// Writes an image by its URL alone.
  void image(Element element, Url url) {
    write(element, url, List.of());
  }

  private void write(Element image, Url source, List<SrcSet.Candidate> srcset) {
    if (!AllowList.fits("img", writer.parent())) return;
    writer.startSolid(AllowList.rule("img"));
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

  /// The URL of an iframe, audio or video.
  Optional<Url> source(Element element, String attribute) {
    if (element.attributesSize() < 1) return Optional.empty();
    for (var name : LAZY_FRAMES) {
      var url = element.hasAttr(name) ? lazyUrl(element.attr(name)) : Optional.<Url>empty();
      if (url.isPresent()) return url;
    }
    return attributes.url(element.attr(attribute));
  }

  private Optional<Url> lazyUrl(String value) {
    var isUrl = value.indexOf('/') >= 0 || value.indexOf('.') >= 0;
    var isScript = value.startsWith("{") || value.startsWith("[");
    return isUrl && !isScript ? attributes.url(value) : Optional.empty();
  }

  /// Whether a frame or a link to it was written just before.
  boolean wasLast(Url frame) {
    var url = frame.toString();
    var same = url.equals(lastFrame);
    lastFrame = url;
    return same;
  }

  /// A known player, which gets its own box to play in.
  void player(Element frame, Url player) {
    var rule = AllowList.rule("iframe");
    var start = writer.length();
    writer.startSolid(rule);
    attributes.write("src", player);
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
    var url = source(source, "src");
    var srcset = candidates.srcset(source);
    var inPicture = writer.parent().equals("picture");
    if (inPicture ? srcset.isEmpty() : url.isEmpty()) return;
    writer.startTag(AllowList.rule("source"));
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
    writer.startTag(AllowList.rule("track"));
    attributes.write("src", url.get());
    for (var name : List.of("kind", "srclang", "label")) attributes.writeText(track, name);
    writer.endVoidTag("track");
  }

  /// Whether a `video` or `audio` has a URL.
  boolean plays(Element player) {
    if (source(player, "src").isPresent()) return true;
    for (var source : player.children())
      if (source.nameIs("source") && source(source, "src").isPresent()) return true;
    return false;
  }

  /// Opens a `video` or `audio`, which never plays by itself.
  HtmlWriter.Open open(Element player, AllowList.Rule rule) {
    var start = writer.length();
    var url = source(player, "src");
    writer.startSolid(rule);
    url.ifPresent(source -> attributes.write("src", source));
    if (rule.name().equals("video")) {
      attributes
          .image(player.attr("poster"))
          .ifPresent(poster -> attributes.write("poster", poster));
      attributes.writeNumbers(player, SIZES);
    }
    attributes.writeGlobal(player);
    writer.attribute("controls", "");
    writer.attribute("preload", "none");
    var open = writer.endStartTag(rule, start);
    if (url.isPresent()) writer.solid();
    return open;
  }
}
