package dev.seguia.normalise;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// The allow-list of HTML elements (XSS protection). Elements that are not listed are unwrapped:
/// their text stays, their meaning is lost.
final class AllowList {
  /// The treatment of an element.
  enum Treatment {
    /// It stays, with the attributes that are allowed on it.
    KEEP,
    /// Its content takes its place.
    UNWRAP,
    /// Its content takes its place, with a blank on either side.
    UNWRAP_APART,
    /// It is not for our readers: its content takes its place, or else a link to what it would have
    /// shown, see [Embeds].
    EMBED,
    /// It goes with all that is in it.
    DROP,
    /// It shows something of its own by a URL, see [MediaCleaner].
    MEDIA
  }

  /// The treatment of an empty element.
  enum Empty {
    STAYS,
    /// It goes if nothing in it shows.
    GOES_IF_BLANK,
    /// It goes if there is nothing in it, not so much as a blank.
    GOES_IF_BARE
  }

  /// @param name under which the element is written
  /// @param isBlock it stands on lines of its own, and the start of it ends a paragraph
  record Rule(String name, Treatment treatment, boolean isBlock, Empty empty) {}

  private static final Rule UNWRAP = new Rule("", Treatment.UNWRAP, false, Empty.STAYS);
  private static final Rule UNWRAP_LINE = new Rule("", Treatment.UNWRAP, true, Empty.STAYS);
  private static final Rule UNWRAP_APART = new Rule("", Treatment.UNWRAP_APART, false, Empty.STAYS);
  private static final Rule EMBED = new Rule("", Treatment.EMBED, false, Empty.STAYS);
  private static final Rule DROP = new Rule("", Treatment.DROP, false, Empty.STAYS);
  private static final Map<String, Rule> RULES = new HashMap<>();

  static final Set<String> VOID = Set.of("br", "hr", "img", "wbr", "source", "track", "col");
  static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
  private static final Map<String, Set<String>> PARENTS =
      Map.of(
          "caption", Set.of("table"),
          "colgroup", Set.of("table"),
          "thead", Set.of("table"),
          "tbody", Set.of("table"),
          "tfoot", Set.of("table"),
          "col", Set.of("colgroup"),
          "tr", Set.of("thead", "tbody", "tfoot"),
          "td", Set.of("tr"),
          "th", Set.of("tr"),
          "track", Set.of("audio", "video"));
  private static final Set<String> HOLD_NO_TEXT =
      Set.of("table", "colgroup", "thead", "tbody", "tfoot", "tr", "video", "audio", "picture");

  static {
    keep(
        "address article aside blockquote details dl div figcaption figure footer h1 h2 h3 h4 h5 h6"
            + " header hgroup main nav ol p section summary table ul",
        true,
        Empty.GOES_IF_BLANK);
    keep("dd dt hr li pre", true, Empty.STAYS);
    keep("br wbr caption colgroup col thead tbody tfoot tr td th", false, Empty.STAYS);
    keep(
        "a abbr b bdi bdo cite code data del dfn em i ins kbd mark q rb rp rt rtc ruby s samp small"
            + " span strong sub sup time u var",
        false,
        Empty.GOES_IF_BARE);
    for (var name : words("img source track iframe picture audio video"))
      RULES.put(name, new Rule(name, Treatment.MEDIA, false, Empty.GOES_IF_BLANK));
    renamed("center", "div");
    renamed("form", "div");
    renamed("fieldset", "div");
    renamed("dialog", "div");
    renamed("search", "div");
    renamed("menu", "ul");
    renamed("dir", "ul");
    renamed("listing", "pre");
    renamed("xmp", "pre");
    renamed("plaintext", "pre");
    renamed("acronym", "abbr");
    renamed("strike", "s");
    renamed("tt", "code");
    // What no browser shows, whatever is in it.
    for (var name : words("script style param head title meta base link datalist keygen command"))
      RULES.put(name, DROP);
    for (var name : words("object embed applet frame portal fencedframe bgsound area input"))
      RULES.put(name, EMBED);
    for (var name : words("canvas button select textarea template noembed noframes svg math"))
      RULES.put(name, UNWRAP_APART);
    for (var name : words("html body frameset legend option optgroup"))
      RULES.put(name, UNWRAP_LINE);
    for (var name : words("font big label nobr noscript output meter blink map"))
      RULES.put(name, UNWRAP);
  }

  private AllowList() {}

  static Rule rule(String element) {
    return RULES.getOrDefault(element, UNWRAP);
  }

  /// Whether HTML has such an element.
  static boolean isElement(String name) {
    return RULES.containsKey(name);
  }

  /// Whether HTML allows the element directly inside the other; `""` is the body.
  static boolean fits(String element, String parent) {
    if (parent.equals("picture")) return element.equals("source") || element.equals("img");
    if (element.equals("source")) return parent.equals("video") || parent.equals("audio");
    var parents = PARENTS.get(element);
    return parents != null ? parents.contains(parent) : !holdsNoText(parent);
  }

  static boolean isCell(String name) {
    return name.equals("td") || name.equals("th");
  }

  static boolean holdsNoText(String parent) {
    return HOLD_NO_TEXT.contains(parent);
  }

  private static void keep(String names, boolean isBlock, Empty empty) {
    for (var name : words(names)) RULES.put(name, new Rule(name, Treatment.KEEP, isBlock, empty));
  }

  private static void renamed(String name, String other) {
    RULES.put(name, rule(other));
  }

  private static String[] words(String text) {
    return text.split(" ", -1);
  }
}
