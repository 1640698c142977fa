package dev.seguia.scrape.article;

import dev.seguia.scrape.ClassWords;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/// Recognises boilerplate on a page (heuristic): menus, share bars, newsletter boxes, comments.
///
/// What holds much of the page's prose is never clutter, whatever it calls itself.
final class Clutter {
  /// Of no use to a reader in any place.
  private static final Set<String> MACHINERY =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "link",
          "meta",
          "object",
          "embed",
          "form",
          "button",
          "input",
          "select",
          "textarea",
          "dialog",
          "canvas",
          "menu",
          "nav");

  private static final Set<String> ASIDES = Set.of("aside", "footer");

  private static final Set<String> BOXES =
      Set.of(
          "share",
          "sharing",
          "shares",
          "social",
          "addthis",
          "sharedaddy",
          "sharethis",
          "related",
          "relatedposts",
          "newsletter",
          "newsletters",
          "subscribe",
          "promo",
          "promotion",
          "advert",
          "ad",
          "ads",
          "advertisement",
          "advertising",
          "adsense",
          "dfp",
          "sponsor",
          "sponsored",
          "outbrain",
          "taboola",
          "cookie",
          "cookies",
          "consent",
          "gdpr",
          "popup",
          "popover",
          "modal",
          "overlay",
          "breadcrumb",
          "breadcrumbs",
          "nav",
          "navigation",
          "navbar",
          "menu",
          "submenu",
          "footer",
          "sidebar",
          "recirc",
          "recirculation",
          "recommended",
          "recommendation",
          "recommendations",
          "trending",
          "popular",
          "toolbar",
          "pagination",
          "pager",
          "skip",
          "login",
          "signup",
          "signin",
          "register",
          "masthead",
          "rating",
          "ratings",
          "donate",
          "donation",
          "readmore",
          "seealso",
          "alsoread",
          "aussi",
          "mostread",
          "similar",
          "suggested",
          "suggestions",
          "yarpp",
          "zergnet",
          "paywall",
          "subscription",
          "optin",
          "mailchimp",
          "follow",
          "followus",
          "permalink",
          "partager",
          "compartir",
          "compartilhar",
          "teilen",
          "condividi",
          "jumplinks",
          "jp",
          "tagcloud",
          "copyright",
          "noprint",
          "print",
          "feedback",
          "widget",
          "widgets",
          "combx",
          "shoutbox",
          "legends",
          "supplemental",
          "agegate",
          "yom",
          "remark",
          "rss",
          "pinterest",
          "partage",
          "publicite",
          "werbung");

  private static final Set<String> COMMENTS =
      Set.of(
          "comment",
          "comments",
          "commentlist",
          "disqus",
          "disqussion",
          "respond",
          "commentaires",
          "forum",
          "kommentare",
          "comentarios");

  /// Boxes that may hold more words than a short article.
  private static final Set<String> BIG_BOXES =
      Set.of("sidebar", "cookie", "cookies", "consent", "gdpr", "newsletter", "related");

  /// Words that make a name that of what is beside such a box: `content-with-sidebar`.
  private static final Set<String> BESIDE_BOXES =
      Set.of("with", "without", "has", "no", "not", "one", "content", "main", "body", "article");

  private static final Set<String> SIDES =
      Set.of("right", "left", "rechts", "links", "droite", "gauche");

  private static final Set<String> COLUMNS = Set.of("col", "column", "spalte", "colonne", "rail");

  private static final Set<String> EMBEDDED = Set.of("embed", "tweet", "quote");

  /// Lines about the article, beside it.
  private static final Set<String> LINES =
      Set.of(
          "byline",
          "bylines",
          "author",
          "authors",
          "bio",
          "avatar",
          "date",
          "datetime",
          "time",
          "timestamp",
          "dateline",
          "published",
          "pubdate",
          "meta",
          "metadata",
          "postmeta",
          "tag",
          "tags",
          "taglist",
          "category",
          "categories",
          "credit",
          "credits",
          "caption",
          "captions",
          "copyright",
          "hint",
          "views",
          "counter",
          "readtime",
          "topics",
          "keywords",
          "source");

  private static final Set<String> HIDDEN =
      Set.of("sr", "sronly", "hidden", "invisible", "visuallyhidden");

  private static final Set<String> ROLES =
      Set.of(
          "navigation",
          "complementary",
          "contentinfo",
          "banner",
          "menu",
          "menubar",
          "dialog",
          "alertdialog",
          "search",
          "toolbar",
          "tooltip");

  private static final String TITLE = "h1, [itemprop~=articleBody], [itemprop~=headline]";

  private static final int LINE = 250;
  private static final double BIG_SHARE = 0.25;

  /// Of the page, what a box must not hold to be one.
  private static final double MAIN_SHARE = 0.6;

  /// Of the page, what a column beside the article must not hold.
  private static final double SIDE_SHARE = 0.15;

  /// An article that would be left over.
  private static final int ENOUGH = 500;

  private final TextDensity.Masses masses;
  private final double whole;
  private final boolean strict;

  /// What holds a title of the page.
  private final Set<Element> titled = Collections.newSetFromMap(new IdentityHashMap<>());

  /// @param strict whether names of classes count
  Clutter(TextDensity.Masses masses, Element root, boolean strict) {
    this.masses = masses;
    whole = Math.max(1, masses.of(root).prose());
    this.strict = strict;
    for (var title : root.select(TITLE))
      for (var up = title; up != null && titled.add(up); ) up = up.parent();
  }

  boolean is(Element element) {
    var name = element.normalName();
    if (MACHINERY.contains(name)) return !name.equals("form") || !isBig(element);
    if (isPicture(name)) return false;
    if (isHidden(element)) return !isBig(element) || strict;
    if (!strict || isWhole(name)) return false;
    if (isBig(element)) return isDiscussion(element) || isBigBox(element);
    return ASIDES.contains(name) || isNamedSo(element);
  }

  private static boolean isPicture(String name) {
    return name.equals("img") || name.equals("picture") || name.equals("source");
  }

  /// Of comments there may be more than of the article.
  private boolean isDiscussion(Element element) {
    return whole - masses.of(element).prose() > ENOUGH && ClassWords.of(element).hasAny(COMMENTS);
  }

  private boolean isBigBox(Element element) {
    if (masses.of(element).prose() >= whole * MAIN_SHARE) return false;
    var words = ClassWords.of(element);
    return words.hasAny(BIG_BOXES) && !words.hasAny(BESIDE_BOXES) && !titled.contains(element);
  }

  /// A column that is named by its side, or an element of which that is the whole name.
  private boolean isColumn(Element element, ClassWords words) {
    if (!element.normalName().equals("div") || !words.hasAny(SIDES)) return false;
    return (words.hasAny(COLUMNS) || SIDES.contains(element.id()))
        && masses.of(element).prose() < whole * SIDE_SHARE
        && !titled.contains(element);
  }

  private boolean isBig(Element element) {
    return masses.of(element).prose() / whole > BIG_SHARE;
  }

  private static boolean isHidden(Element element) {
    if (element.hasAttr("hidden") || element.attr("aria-hidden").equals("true")) return true;
    var style = element.attr("style");
    if (style.isEmpty()) return false;
    var plain = style.toLowerCase(Locale.ROOT).replace(" ", "");
    return plain.contains("display:none") || plain.contains("visibility:hidden");
  }

  private static boolean isWhole(String name) {
    return name.equals("body") || name.equals("article") || name.equals("main");
  }

  private boolean isNamedSo(Element element) {
    if (ROLES.contains(element.attr("role"))) return true;
    var words = ClassWords.of(element);
    if (words.hasAny(EMBEDDED)) return false;
    if (words.hasAny(BOXES) || words.hasAny(COMMENTS) || words.hasAny(HIDDEN)) return true;
    if (isColumn(element, words)) return true;
    if (masses.of(element).letters() > LINE) return false;
    return words.hasAny(LINES) || isAuthorLink(element);
  }

  private static boolean isAuthorLink(Element element) {
    return element.attr("rel").contains("author") || element.attr("itemprop").contains("author");
  }
}
