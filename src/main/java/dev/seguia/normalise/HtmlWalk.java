package dev.seguia.normalise;

import dev.seguia.normalise.Style.Parting;
import dev.seguia.url.Url;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Walks an HTML tree in document order, without recursion, and writes what is allowed.
final class HtmlWalk {
  /// What is read anew of texts that parsers take as they stand, as the page in a `srcdoc`: more
  /// was made to cost time.
  private static final int MOST_RAW_TEXT = 200_000;

  private static final int LONGEST_WORDS_ON_SCRIPTS = 2_000;

  /// Elements of SVG that show nothing by themselves.
  private static final Set<String> DRAWN_ELSEWHERE =
      Set.of(
          "script",
          "style",
          "metadata",
          "defs",
          "symbol",
          "clippath",
          "mask",
          "filter",
          "pattern",
          "lineargradient",
          "radialgradient",
          "marker");

  private static final Set<String> RAW_TEXTS = Set.of("noembed", "noframes");

  private final HtmlWriter writer;
  private final AttributeCleaner attributes;
  private final MediaCleaner media;
  private final Embeds embeds;

  /// One for each element that we are in, outermost first.
  private final List<Entered> entered = new ArrayList<>();

  /// Line ends show, by the style of what we are in.
  private boolean showsLines;

  /// How many elements we are in that only speak of scripts.
  private int muted;

  private int rawTextLeft = MOST_RAW_TEXT;

  /// An open element.
  ///
  /// @param open empty where it was not written
  /// @param solids how many things that show stood before it
  /// @param parting what follows it from what is in it
  /// @param showedLines whether line ends showed outside of it
  private record Entered(
      Optional<HtmlWriter.Open> open,
      AllowList.Rule rule,
      int solids,
      Parting parting,
      boolean showedLines,
      boolean mutes) {
    boolean plays() {
      return open.isPresent() && (rule.name().equals("video") || rule.name().equals("audio"));
    }
  }

  HtmlWalk(HtmlWriter writer, Optional<Url> base) {
    this.writer = writer;
    attributes = new AttributeCleaner(writer, base);
    media = new MediaCleaner(writer, attributes);
    embeds = new Embeds(writer, attributes, media);
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
    if (muted > 0) return false;
    if (showsLines && characters.indexOf('\n') >= 0 && !writer.isWithin("pre")) lines(characters);
    else writer.text(characters);
    return false;
  }

  private void lines(String characters) {
    for (int start = 0, end; start <= characters.length(); start = end + 1) {
      end = characters.indexOf('\n', start);
      if (end < 0) end = characters.length();
      if (start > 0) writer.endLineOfText();
      if (end > start) writer.text(characters.substring(start, end));
    }
  }

  /// Old elements whose content the parser takes as it stands.
  private static boolean isPreformatted(@Nullable Node parent) {
    return parent instanceof Element element
        && AllowList.rule(element.normalName()).name().equals("pre");
  }

  private boolean element(Element element) {
    if (!element.tag().namespace().equals(Parser.NamespaceHtml)) return foreign(element);
    var rule = AllowList.rule(element.normalName());
    if (rule.treatment() == AllowList.Treatment.DROP) return formulaOfScript(element);
    var style = Style.of(element);
    if (isHidden(element, style) && !ImageCandidates.isLazy(element)) return false;
    if (isFormulaOnceMore(element)) return false;
    rule = meant(element, rule, style);
    var parting = parting(element, rule, style);
    apply(parting);
    return switch (rule.treatment()) {
      case DROP -> false;
      case UNWRAP, UNWRAP_APART -> enter(element, rule, Optional.empty(), parting, style);
      case KEEP -> {
        var open = mayStay(element, rule) ? open(element, rule) : Optional.<HtmlWriter.Open>empty();
        yield !AllowList.VOID.contains(rule.name()) && enter(element, rule, open, parting, style);
      }
      case MEDIA -> media(element, rule, parting, style);
      case EMBED -> embedded(element, rule, parting, style);
    };
  }

  /// The rule of the element of HTML that says what this one says by its style, if it has no
  /// meaning of its own.
  private static AllowList.Rule meant(Element element, AllowList.Rule rule, Style style) {
    var isPlain = rule.name().equals("span");
    var isUnwrapped = rule.treatment() == AllowList.Treatment.UNWRAP && !rule.isBlock();
    if ((!isPlain && !isUnwrapped) || element.attributesSize() == 0) return rule;
    var other = style.element();
    if (!other.isEmpty()) return AllowList.rule(other);
    return !isPlain && (element.hasAttr("dir") || style.direction().isPresent())
        ? AllowList.rule("span")
        : rule;
  }

  private static Parting parting(Element element, AllowList.Rule rule, Style style) {
    if (rule.treatment() == AllowList.Treatment.UNWRAP_APART) return Parting.BY_BLANK;
    if (rule.isBlock() && rule.treatment() == AllowList.Treatment.KEEP) return Parting.NOT;
    if (rule.isBlock() || style.parting() == Parting.BY_LINE) return Parting.BY_LINE;
    var byParent = Style.of(element.parent()).partingOfChildren();
    return byParent == Parting.NOT ? style.parting() : byParent;
  }

  private void apply(Parting parting) {
    switch (parting) {
      case NOT -> {
        // they are one
      }
      case BY_BLANK -> writer.part();
      case BY_LINE -> writer.endLine();
    }
  }

  private boolean enter(
      Element element,
      AllowList.Rule rule,
      Optional<HtmlWriter.Open> open,
      Parting parting,
      Style style) {
    // A block that could not be written stays on lines of its own.
    var isLost = open.isEmpty() && rule.isBlock();
    if (isLost) writer.endLine();
    var mutes = element.nameIs("noscript") && !media.isInNoscript() && speaksOfScripts(element);
    entered.add(
        new Entered(
            open, rule, writer.solids(), isLost ? Parting.BY_LINE : parting, showsLines, mutes));
    showsLines = style.showsLines().orElse(showsLines);
    if (mutes) muted++;
    if (element.nameIs("noscript")) media.enterNoscript();
    if (RAW_TEXTS.contains(element.normalName())) readRawText(element);
    return true;
  }

  private boolean mayStay(Element element, AllowList.Rule rule) {
    if (writer.isDeep()) return false;
    return switch (rule.name()) {
      case "a" -> attributes.hasLink(element) && !writer.isWithin("a");
      case "span" ->
          element.hasAttr("dir")
              || element.hasAttr("lang")
              || Style.of(element).direction().isPresent();
      default -> true;
    };
  }

  private Optional<HtmlWriter.Open> open(Element element, AllowList.Rule rule) {
    writer.prepare(rule);
    if (!AllowList.fits(rule.name(), writer.parent())) return Optional.empty();
    var start = writer.length();
    writer.startTag(rule);
    attributes.write(element, rule.name());
    if (!AllowList.VOID.contains(rule.name())) return Optional.of(writer.endStartTag(rule, start));
    writer.endVoidTag(rule.name());
    return Optional.empty();
  }

  private boolean media(Element element, AllowList.Rule rule, Parting parting, Style style) {
    if (rule.name().equals("iframe")) return frame(element, rule, parting, style);
    if (!AllowList.fits(rule.name(), writer.parent()))
      return enter(element, rule, Optional.empty(), parting, style);
    switch (rule.name()) {
      case "img" -> media.image(element);
      case "source" -> media.source(element);
      case "track" -> media.track(element);
      default -> {
        return enter(element, rule, container(element, rule), parting, style);
      }
    }
    apply(parting);
    return false;
  }

  private Optional<HtmlWriter.Open> container(Element element, AllowList.Rule rule) {
    if (writer.isDeep()) return Optional.empty();
    if (rule.name().equals("picture")) return open(element, rule);
    return media.plays(element) ? Optional.of(media.open(element, rule)) : Optional.empty();
  }

  private boolean frame(Element frame, AllowList.Rule rule, Parting parting, Style style) {
    if (embeds.frame(frame)) {
      apply(parting);
      return false;
    }
    if (frame.hasAttr("srcdoc")) read(frame, frame.attr("srcdoc"));
    else readRawText(frame);
    return enter(frame, rule, Optional.empty(), parting, style);
  }

  /// An embedding element is replaced by its fallback content, or else by a link to what it embeds.
  private boolean embedded(Element element, AllowList.Rule rule, Parting parting, Style style) {
    if (element.childNodeSize() > 0 && !TrackingPixels.isTiny(element))
      return enter(element, rule, Optional.empty(), parting, style);
    embeds.embedded(element);
    apply(parting);
    return false;
  }

  /// Reads what the parser took as it stands: what browsers show that know no frames.
  private void readRawText(Element element) {
    read(element, element.data().isEmpty() ? element.wholeText() : element.data());
  }

  /// Puts what a text holds in the place of what is in an element. All such texts together are
  /// bounded, and so is how often one lies within another.
  private void read(Element element, String text) {
    element.empty();
    rawTextLeft -= text.length();
    if (rawTextLeft < 0 || text.isBlank()) return;
    element.appendChildren(HtmlCleaner.nodes(text));
  }

  private void leave(Node node) {
    if (!(node instanceof Element element)) return;
    var was = entered.removeLast();
    if (writer.solids() == was.solids() && muted == 0 && !was.plays())
      embeds.empty(element, was.rule());
    if (was.open().isPresent()) writer.end(was.open().get());
    apply(was.parting());
    showsLines = was.showedLines();
    if (was.mutes()) muted--;
    if (element.nameIs("noscript")) media.leaveNoscript();
  }

  /// Elements of SVG and MathML, whatever they are called: their words stay.
  private boolean foreign(Element element) {
    if (element.tag().namespace().equals(Parser.NamespaceMathml)) return formula(element);
    var name = element.normalName();
    if (DRAWN_ELSEWHERE.contains(name) || isHidden(element, Style.of(element))) return false;
    if (name.equals("svg") && isDecoration(element)) return false;
    if (name.equals("image")) return drawn(element);
    return enter(
        element,
        AllowList.rule("svg"),
        Optional.empty(),
        name.equals("tspan") || name.equals("a") ? Parting.NOT : partedByBlank(),
        Style.of(null));
  }

  private Parting partedByBlank() {
    writer.part();
    return Parting.BY_BLANK;
  }

  private static boolean isDecoration(Element svg) {
    return svg.attr("aria-hidden").equals("true") || svg.attr("role").equals("presentation");
  }

  private boolean drawn(Element image) {
    var href = image.hasAttr("href") ? image.attr("href") : image.attr("xlink:href");
    if (AllowList.fits("img", writer.parent()))
      attributes
          .image(href)
          .filter(url -> !TrackingPixels.isCounter(url))
          .ifPresent(url -> media.image(new Element("img"), url));
    return false;
  }

  private boolean formula(Element math) {
    if (isHidden(math, Style.of(math))) return false;
    var isAlone = math.attr("display").equals("block");
    if (isAlone) writer.endLine();
    text(Formula.text(math));
    if (isAlone) writer.endLine();
    return false;
  }

  /// A formula that a script was to set.
  private boolean formulaOfScript(Element element) {
    return element.nameIs("script")
        && element.attr("type").startsWith("math/tex")
        && text(element.data());
  }

  /// Libraries write a formula twice: for machines, and drawn with letters.
  private static boolean isFormulaOnceMore(Element element) {
    if (!element.attr("aria-hidden").equals("true")) return false;
    var before = element.previousElementSibling();
    var after = element.nextElementSibling();
    return (before != null && before.selectFirst("math") != null)
        || (after != null && after.selectFirst("math") != null);
  }

  private static boolean speaksOfScripts(Element noscript) {
    var text = noscript.wholeText();
    return text.length() <= LONGEST_WORDS_ON_SCRIPTS
        && text.toLowerCase(Locale.ROOT).contains("javascript");
  }

  /// Hidden content stays hidden here, where its style is gone.
  private static boolean isHidden(Element element, Style style) {
    if (element.attributesSize() == 0) return false;
    return style.hides()
        || (element.hasAttr("hidden") && !element.attr("hidden").equals("until-found"));
  }
}
