package dev.seguia.normalise;

import dev.seguia.text.XmlCharacters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Writes HTML that any parser reads back as the same tree (protects against mutation XSS): an
/// element that may not be inside an open one ends that one first, as in the HTML standard's tree
/// construction.
final class HtmlWriter {
  /// Limit: levels of elements in a cleaned text; deeper elements leave their text.
  ///
  /// Deeper than any text needs; readers are written with recursion.
  static final int DEEPEST = 100;

  /// Where the search for an open element that a new one ends stops.
  private static final Set<String> SCOPES = Set.of("td", "th", "caption", "table");

  /// Limit: characters of a cleaned text; a longer one is truncated.
  ///
  /// Twice what is read of a text. A parser opens again what a hostile text leaves open, up to
  /// twelve elements at every paragraph.
  static final int LONGEST = 2_000_000;

  private static final Set<String> RUBY = Set.of("rt", "rp", "rb", "rtc");
  private static final Set<String> LIST_ITEMS = Set.of("li");
  private static final Set<String> DESCRIPTIONS = Set.of("dd", "dt");
  private static final Set<String> IMPLIED_ENDS = Set.of("dd", "dt", "li", "p", "rb", "rp", "rt");

  private final StringBuilder html;
  private final PlainWriter text;
  private final List<Open> open = new ArrayList<>();
  private int solids;

  private final Line line = new Line();
  private Line.Mark lineBefore = line.mark();

  /// An element whose end tag is not written yet.
  ///
  /// @param start where its start tag begins
  /// @param content where its content begins
  /// @param solidsBefore how many things that show stood before it
  /// @param lineBefore the line in which it begins
  record Open(AllowList.Rule rule, int start, int content, int solidsBefore, Line.Mark lineBefore) {
    String name() {
      return rule.name();
    }
  }

  HtmlWriter(int length) {
    html = new StringBuilder(length);
    text = new PlainWriter(length);
  }

  /// The name of the innermost open element, `""` for none.
  String parent() {
    return open.isEmpty() ? "" : open.getLast().name();
  }

  boolean isWithin(String name) {
    for (var i = 0; i < open.size(); i++) if (open.get(i).name().equals(name)) return true;
    return false;
  }

  boolean isDeep() {
    return open.size() >= DEEPEST;
  }

  /// Whether nothing more is to be written but end tags.
  boolean isFull() {
    return html.length() >= LONGEST;
  }

  /// Closes the elements that the start of an element closes implicitly.
  void prepare(AllowList.Rule rule) {
    var name = rule.name();
    if (RUBY.contains(name) && isWithin("ruby")) endImplied(name);
    if (open.isEmpty()) return;
    if (name.equals("li")) endItem(LIST_ITEMS);
    if (name.equals("dd") || name.equals("dt")) endItem(DESCRIPTIONS);
    if (rule.isBlock()) endParagraph();
    if (AllowList.HEADINGS.contains(name) && AllowList.HEADINGS.contains(parent()))
      end(open.getLast());
  }

  /// Ends the line before the next thing that shows, if anything shows on it: what lay on lines of
  /// its own by its style alone does so without it.
  void endLine() {
    text.space();
    line.end();
  }

  /// As [#endLine], for a text whose every line end shows: two of them leave a line empty.
  void endLineOfText() {
    text.space();
    line.endAgain();
  }

  /// Separates what follows from the content so far, by a space at least.
  void part() {
    text.space();
    line.part();
  }

  private void beginToShow(boolean startsBlank) {
    if (line.isParted()) line.write(html, isWithin("pre"), startsBlank);
    line.goOn();
  }

  /// Begins the start tag of something that shows by itself.
  void startSolid(AllowList.Rule rule) {
    if (!AllowList.holdsNoText(parent())) beginToShow(false);
    startTag(rule);
  }

  /// Begins a start tag: attributes follow, then [#endStartTag] or [#endVoidTag].
  void startTag(AllowList.Rule rule) {
    lineBefore = line.mark();
    if (rule.isBlock() || AllowList.isCell(rule.name())) {
      text.space();
      line.begin();
    }
    html.append('<').append(rule.name());
  }

  void attribute(String name, String value) {
    html.append(' ').append(name).append("=\"");
    HtmlEscaping.attribute(html, value);
    html.append('"');
  }

  /// Ends a start tag that began at an index of [#length()].
  ///
  /// @return the element, to be ended by [#end(Open)]
  Open endStartTag(AllowList.Rule rule, int start) {
    html.append('>');
    var element = new Open(rule, start, html.length(), solids, lineBefore);
    open.add(element);
    return element;
  }

  /// Ends the tag of an element that has no content.
  void endVoidTag(String name) {
    html.append('>');
    if (name.equals("br") || name.equals("hr")) {
      text.space();
      line.begin();
    }
  }

  int length() {
    return html.length();
  }

  /// How many things that show were written so far.
  int solids() {
    return solids;
  }

  /// Notes that something was written that shows, or that works by itself.
  void solid() {
    solids++;
  }

  void text(String characters) {
    if (AllowList.holdsNoText(parent())) return;
    if (shows(characters)) {
      beginToShow(characters.charAt(0) <= ' ');
      solids++;
    }
    var start = html.length();
    var startsPre = isAtStartOf("pre");
    HtmlEscaping.text(html, characters);
    // The parser drops the line end that follows a start tag of pre.
    if (startsPre && html.length() > start && html.charAt(start) == '\n') html.insert(start, '\n');
    text.append(characters);
    HtmlEscaping.cut(html, start, LONGEST);
  }

  /// Ends an element and all that are still open in it; nothing if it has ended already.
  void end(Open element) {
    var index = open.lastIndexOf(element);
    while (index >= 0 && open.size() > index) endInnermost();
  }

  String html() {
    var start = 0;
    var end = html.length();
    while (start < end && Character.isWhitespace(html.charAt(start))) start++;
    while (end > start && Character.isWhitespace(html.charAt(end - 1))) end--;
    return html.substring(start, end);
  }

  String text() {
    return text.line();
  }

  private void endInnermost() {
    var element = open.removeLast();
    var isBlock = element.rule().isBlock() || AllowList.isCell(element.name());
    if (isBlock) text.space();
    if (isEmpty(element)) {
      html.setLength(element.start());
      if (isBlock) line.backTo(element.lineBefore());
      separate(element.rule());
    } else {
      html.append("</").append(element.name()).append('>');
      if (isBlock) line.begin();
    }
  }

  private boolean isEmpty(Open element) {
    return switch (element.rule().empty()) {
      case STAYS -> false;
      case GOES_IF_BLANK -> solids == element.solidsBefore();
      case GOES_IF_BARE -> html.length() == element.content();
    };
  }

  /// Text on both sides of a dropped block stays separate.
  private void separate(AllowList.Rule rule) {
    if (!rule.isBlock() || html.isEmpty()) return;
    var last = html.charAt(html.length() - 1);
    if (last != '>' && last > ' ' && !AllowList.holdsNoText(parent())) html.append(' ');
  }

  private boolean isAtStartOf(String name) {
    return parent().equals(name) && html.length() == open.getLast().content();
  }

  private static boolean shows(String characters) {
    for (var i = 0; i < characters.length(); i++) {
      var character = characters.charAt(i);
      if (character > ' ' && character != 0xa0 && XmlCharacters.isLegal(characters, i)) return true;
    }
    return false;
  }

  private void endParagraph() {
    for (var i = open.size() - 1; i >= 0; i--) {
      var element = open.get(i);
      if (element.name().equals("p")) {
        end(element);
        return;
      }
      if (SCOPES.contains(element.name())) return;
    }
  }

  private void endItem(Set<String> items) {
    for (var i = open.size() - 1; i >= 0; i--) {
      var element = open.get(i);
      if (items.contains(element.name())) {
        end(element);
        return;
      }
      if (isSpecial(element)) return;
    }
  }

  /// HTML standard, "special" elements but for address, div and p.
  private static boolean isSpecial(Open element) {
    var name = element.name();
    if (name.equals("address") || name.equals("div") || name.equals("p")) return false;
    return element.rule().isBlock() || !AllowList.fits(name, "");
  }

  private void endImplied(String name) {
    var endsContainer = name.equals("rb") || name.equals("rtc");
    while (IMPLIED_ENDS.contains(parent()) || (endsContainer && parent().equals("rtc")))
      end(open.getLast());
  }
}
