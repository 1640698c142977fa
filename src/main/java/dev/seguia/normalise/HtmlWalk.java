package dev.seguia.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Goes through a tree, from the first tag to the last and without recursion, and writes what may
/// stay.
final class HtmlWalk {
  private final HtmlWriter writer;
  private final AttributeCleaner attributes;
  private final MediaCleaner media;

  /// One for each element that we are in, outermost first; empty where it was not written.
  private final List<Optional<HtmlWriter.Open>> entered = new ArrayList<>();

  HtmlWalk(HtmlWriter writer, Optional<Url> base) {
    this.writer = writer;
    attributes = new AttributeCleaner(writer, base);
    media = new MediaCleaner(writer, attributes);
  }

  HtmlCleaner.Clean result() {
    return new HtmlCleaner.Clean(writer.html(), writer.text());
  }

  void walk(Node root) {
    @Nullable Node node = root;
    while (node != null) {
      var inside = enter(node);
      if (inside && node.childNodeSize() > 0) {
        node = node.childNode(0);
      } else {
        if (inside) leave(node);
        node = next(node);
      }
    }
  }

  private @Nullable Node next(Node from) {
    @Nullable Node node = from;
    while (node != null && !entered.isEmpty()) {
      var sibling = node.nextSibling();
      if (sibling != null) return sibling;
      node = node.parent();
      if (node != null) leave(node);
    }
    return null;
  }

  /// @return whether the content of the node is to be written
  private boolean enter(Node node) {
    if (writer.isFull()) return false;
    return switch (node) {
      case TextNode text -> text(text.getWholeText());
      case DataNode data -> isPreformatted(node.parent()) && text(data.getWholeData());
      case Element element -> element(element);
      default -> false;
    };
  }

  private boolean text(String characters) {
    if (!media.isInNoscript()) writer.text(characters);
    return false;
  }

  /// Old elements whose content the parser takes as it stands.
  private static boolean isPreformatted(@Nullable Node parent) {
    return parent instanceof Element element
        && Markup.rule(element.normalName()).name().equals("pre");
  }

  private boolean element(Element element) {
    var rule = Markup.rule(element.normalName());
    if (rule.treatment() == Markup.Treatment.DROP || isForeign(element)) return false;
    if (isHidden(element) && !media.isLazy(element)) return false;
    if (element.nameIs("noscript")) media.enterNoscript();
    return switch (rule.treatment()) {
      case DROP -> false;
      case UNWRAP -> enter(Optional.empty());
      case KEEP -> enter(mayStay(element, rule) ? open(element, rule) : Optional.empty());
      case MEDIA -> media(element, rule);
    };
  }

  private boolean enter(Optional<HtmlWriter.Open> open) {
    entered.add(open);
    return true;
  }

  private boolean mayStay(Element element, Markup.Rule rule) {
    if (writer.isDeep() || media.isInNoscript()) return false;
    return switch (rule.name()) {
      case "a" -> attributes.hasLink(element) && !writer.isWithin("a");
      case "span" -> element.hasAttr("dir") || element.hasAttr("lang");
      default -> true;
    };
  }

  private Optional<HtmlWriter.Open> open(Element element, Markup.Rule rule) {
    writer.prepare(rule);
    if (!Markup.fits(rule.name(), writer.parent())) return Optional.empty();
    var start = writer.length();
    writer.startTag(rule);
    attributes.write(element, rule.name());
    if (!Markup.VOID.contains(rule.name())) return Optional.of(writer.endStartTag(rule, start));
    writer.endVoidTag(rule.name());
    return Optional.empty();
  }

  private boolean media(Element element, Markup.Rule rule) {
    if (!Markup.fits(rule.name(), writer.parent())) return enter(Optional.empty());
    switch (rule.name()) {
      case "img" -> media.image(element);
      case "iframe" -> media.frame(element);
      case "source" -> media.source(element);
      case "track" -> media.track(element);
      default -> {
        return enter(writer.isDeep() ? Optional.empty() : container(element, rule));
      }
    }
    return false;
  }

  private Optional<HtmlWriter.Open> container(Element element, Markup.Rule rule) {
    return rule.name().equals("picture")
        ? open(element, rule)
        : Optional.of(media.player(element, rule));
  }

  private void leave(Node node) {
    var open = entered.removeLast();
    if (open.isPresent()) writer.end(open.get());
    if (node instanceof Element element && element.nameIs("noscript")) media.leaveNoscript();
  }

  /// Elements of SVG and MathML, whatever they are called.
  private static boolean isForeign(Element element) {
    return !element.tag().namespace().equals(Parser.NamespaceHtml);
  }

  /// What its author did not show is not shown here, where its style is gone.
  private static boolean isHidden(Element element) {
    if (element.attributesSize() == 0) return false;
    if (element.hasAttr("hidden")) return true;
    var style = element.attr("style");
    if (!mayHide(style)) return false;
    var plain = style.toLowerCase(Locale.ROOT).replace(" ", "");
    return plain.contains("display:none") || plain.contains("visibility:hidden");
  }

  /// Whether a style has a property whose name ends as `display` and `visibility` do. Few have.
  private static boolean mayHide(String style) {
    var last = ' ';
    for (var i = 0; i < style.length(); i++) {
      var character = style.charAt(i);
      if (character == ':' && (last == 'y' || last == 'Y')) return true;
      if (character != ' ') last = character;
    }
    return false;
  }
}
