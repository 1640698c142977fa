package dev.seguia.normalise;

import dev.seguia.feed.ImageUrl;
import dev.seguia.url.PercentEncoding;
import dev.seguia.url.Url;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Writes the allowed attributes of an element, each only if its value is valid.
final class AttributeCleaner {
  private static final int LONGEST = 2_000;
  private static final Pattern DIRECTION = Pattern.compile("ltr|rtl|auto");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,6}");
  private static final Pattern ALIGNMENT =
      Pattern.compile("left|right|center|justify|top|middle|bottom|baseline");
  private static final Pattern LIST_TYPE = Pattern.compile("[1aAiI]");
  private static final Pattern SCOPE = Pattern.compile("row|col|rowgroup|colgroup");
  private static final Pattern ANYTHING = Pattern.compile("(?s).*");
  private static final Pattern NOTHING = Pattern.compile("");

  /// Attributes of elements whose value is no URL, with what the value must be.
  private static final Map<String, Map<String, Pattern>> ALLOWED =
      Map.ofEntries(
          Map.entry(
              "td",
              Map.of(
                  "colspan", NUMBER, "rowspan", NUMBER, "align", ALIGNMENT, "valign", ALIGNMENT)),
          Map.entry(
              "th",
              Map.of(
                  "colspan", NUMBER, "rowspan", NUMBER, "align", ALIGNMENT, "valign", ALIGNMENT,
                  "scope", SCOPE, "abbr", ANYTHING)),
          Map.entry("tr", Map.of("align", ALIGNMENT, "valign", ALIGNMENT)),
          Map.entry("col", Map.of("span", NUMBER)),
          Map.entry("colgroup", Map.of("span", NUMBER)),
          Map.entry("ol", Map.of("start", NUMBER, "type", LIST_TYPE, "reversed", NOTHING)),
          Map.entry("li", Map.of("value", NUMBER)),
          Map.entry("time", Map.of("datetime", ANYTHING)),
          Map.entry("del", Map.of("datetime", ANYTHING)),
          Map.entry("ins", Map.of("datetime", ANYTHING)),
          Map.entry("data", Map.of("value", ANYTHING)),
          Map.entry("details", Map.of("open", NOTHING)),
          Map.entry("a", Map.of("hreflang", LANGUAGE)));

  private static final Set<String> QUOTES = Set.of("blockquote", "q", "del", "ins");

  private final HtmlWriter writer;
  private final Optional<Url> base;

  private @Nullable Element lastAnchor;
  private Optional<String> lastLink = Optional.empty();

  AttributeCleaner(HtmlWriter writer, Optional<Url> base) {
    this.writer = writer;
    this.base = base;
  }

  boolean hasLink(Element anchor) {
    return link(anchor).isPresent();
  }

  void write(Element element, String name) {
    if (element.attributesSize() == 0) return;
    if (name.equals("a")) writeLink(element);
    if (QUOTES.contains(name))
      url(element.attr("cite")).map(LinkCleaner::clean).ifPresent(url -> write("cite", url));
    var allowed = ALLOWED.get(name);
    if (allowed != null)
      for (var attribute : element.attributes()) {
        var value = allowed.get(attribute.getKey());
        if (value != null) writeIf(element, attribute.getKey(), value);
      }
    writeGlobal(element);
  }

  /// Writes the global attributes.
  void writeGlobal(Element element) {
    writeDirection(element);
    writeIf(element, element.hasAttr("lang") ? "lang" : "xml:lang", LANGUAGE);
    writeIf(element, "title", ANYTHING);
  }

  /// A style that says which way the text runs counts more than `dir`, as in a browser.
  private void writeDirection(Element element) {
    var direction = Style.of(element).direction();
    if (direction.isPresent()) writer.attribute("dir", direction.get());
    else writeIf(element, "dir", DIRECTION);
  }

  void writeIf(Element element, String attribute, Pattern value) {
    if (!element.hasAttr(attribute)) return;
    var own = element.attr(attribute);
    if (own.length() > LONGEST) return;
    var text = value == ANYTHING ? own : own.strip();
    if (value == NOTHING) text = "";
    if (value == DIRECTION) text = text.toLowerCase(Locale.ROOT);
    if (value == ANYTHING || value.matcher(text).matches())
      writer.attribute(attribute.equals("xml:lang") ? "lang" : attribute, text);
  }

  void writeText(Element element, String attribute) {
    writeIf(element, attribute, ANYTHING);
  }

  void writeNumbers(Element element, List<String> names) {
    for (var name : names) writeIf(element, name, NUMBER);
  }

  void write(String attribute, Url url) {
    writer.attribute(attribute, url.toString());
  }

  /// An absolute http or https URL.
  Optional<Url> url(String reference) {
    if (reference.isBlank()) return Optional.empty();
    return base.isPresent() ? base.get().resolve(reference) : Url.parse(reference);
  }

  /// An absolute http or https URL of an image that is there to be seen: no spacer, no template,
  /// not the page itself.
  Optional<Url> image(String reference) {
    if (reference.isBlank() || reference.stripLeading().startsWith("#")) return Optional.empty();
    return url(reference).filter(this::isImage);
  }

  private boolean isImage(Url url) {
    return ImageUrl.isReal(url.toString()) && !isPage(url);
  }

  /// Whether a URL is that of the page in which it stands.
  boolean isPage(Url url) {
    return base.filter(url::isOnePageWith).isPresent();
  }

  private void writeLink(Element anchor) {
    var href = link(anchor);
    if (href.isPresent()) writer.attribute("href", href.get());
    writer.attribute("rel", "noopener noreferrer");
  }

  /// The target of an anchor: computed to decide whether it may stay, and again to write it.
  private Optional<String> link(Element anchor) {
    if (!anchor.equals(lastAnchor)) {
      lastAnchor = anchor;
      lastLink = link(anchor.attr("href"));
    }
    return lastLink;
  }

  private Optional<String> link(String href) {
    var text = href.strip();
    if (text.isEmpty() || text.equals("#")) return Optional.empty();
    if (text.regionMatches(true, 0, "mailto:", 0, 7) && text.length() > 7)
      return Optional.of("mailto:" + PercentEncoding.IRI.encode(text.substring(7).strip()))
          .filter(mail -> mail.length() <= LONGEST);
    return url(text).map(LinkCleaner::clean).map(Url::toString);
  }

  /// Writes the attributes of a link of ours.
  void writeLink(Url target) {
    write("href", LinkCleaner.clean(target));
    writer.attribute("rel", "noopener noreferrer");
  }
}
