package dev.seguia.opml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Parses XML that is not well-formed, as far as possible: a stray `&`, an undeclared entity, an
/// unclosed tag, an unquoted value, a truncated document.
///
/// It goes over the text once, from tag to tag, and never back.
final class LenientReader {
  private static final Pattern TAG = Pattern.compile("<([\\p{L}_][^\\s<>/=\"']*)");
  private static final Pattern END = Pattern.compile("</([^\\s<>]*)[^<>]*>?");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("[\\s/]*([^\\s<>/=\"']+)(?:\\s*=\\s*(?:([\"'])|([^\\s<>\"']*)))?");

  /// What may follow the quote that ends a value: the end of the tag, or another attribute, perhaps
  /// after some without values. After any other, the quote is part of the value.
  private static final Pattern AFTER_VALUE =
      Pattern.compile("\\s*(?:/?>|$|(?:[^\\s<>/=\"']+\\s+){0,3}[^\\s<>/=\"']+\\s*=\\s*[\"'])");

  /// In characters: how far the end of a value is looked for past the first quote.
  private static final int LONGEST_SEARCH = 2_000;

  private final String text;
  private final TreeBuilder tree;
  private int position;
  private int line = 1;
  private int counted;

  private LenientReader(String text, TreeBuilder tree) {
    this.text = text;
    this.tree = tree;
  }

  static void read(String text, TreeBuilder tree) {
    new LenientReader(text.replace("\r\n", "\n").replace('\r', '\n'), tree).read();
  }

  private void read() {
    while (position < text.length() && !tree.isDone()) {
      var tag = text.indexOf('<', position);
      if (tag < 0) tag = text.length();
      tree.characters(EntityReferences.resolved(text.substring(position, tag)));
      position = tag;
      if (position < text.length()) readMarkup();
    }
    tree.finish();
  }

  private void readMarkup() {
    if (text.startsWith("<!--", position)) skipPast("-->");
    else if (text.startsWith("<![CDATA[", position)) readCdata();
    else if (text.startsWith("<!", position)) skipDeclaration();
    else if (text.startsWith("<?", position)) skipPast("?>");
    else if (text.startsWith("</", position)) readEnd();
    else readStart();
  }

  private void skipPast(String end) {
    var found = text.indexOf(end, position);
    position = found < 0 ? text.length() : found + end.length();
  }

  private void readCdata() {
    var start = position + "<![CDATA[".length();
    skipPast("]]>");
    var end = text.startsWith("]]>", position - 3) ? position - 3 : position;
    tree.characters(text.substring(start, Math.max(start, end)));
  }

  /// A DOCTYPE, with all that it declares.
  private void skipDeclaration() {
    var end = text.indexOf('>', position);
    if (end >= 0 && text.substring(position, end).indexOf('[') >= 0) skipPast("]");
    skipPast(">");
  }

  private void readEnd() {
    var matcher = matcher(END);
    if (!matcher.lookingAt()) throw new IllegalStateException("an end tag was seen here");
    tree.end(matcher.group(1));
    position = matcher.end();
  }

  private void readStart() {
    var matcher = matcher(TAG);
    if (!matcher.lookingAt() || !XmlNames.isElementName(matcher.group(1))) {
      tree.characters("<");
      position++;
      return;
    }
    var beginning = line();
    position = matcher.end();
    var attributes = readAttributes();
    tree.start(matcher.group(1), attributes, beginning);
    readTagEnd(matcher.group(1));
  }

  private List<Attribute> readAttributes() {
    var attributes = new ArrayList<Attribute>();
    var names = new HashSet<String>();
    var matcher = matcher(ATTRIBUTE);
    while (matcher.lookingAt()) {
      position = matcher.end();
      readAttribute(matcher, names, attributes);
      matcher.region(position, text.length());
    }
    return attributes;
  }

  /// An attribute that stands twice keeps its first value.
  private void readAttribute(Matcher matcher, Set<String> names, List<Attribute> attributes) {
    var value = EntityReferences.resolved(value(matcher).replaceAll("[\t\n\r]", " "));
    if (!XmlNames.isName(matcher.group(1))) return;
    var attribute = new Attribute(matcher.group(1), value);
    if (Prefixes.isSound(attribute) && names.add(attribute.name())) attributes.add(attribute);
  }

  private String value(Matcher matcher) {
    if (matcher.group(2) == null) return matcher.group(3) == null ? "" : matcher.group(3);
    var start = position;
    var end = endOfValue(matcher.group(2));
    position = Math.min(text.length(), end + 1);
    return text.substring(start, end);
  }

  /// A quote inside a value (`text="the "best" news"`) is told from its end by what follows; where
  /// nothing fits, the first quote ends it.
  private int endOfValue(String quote) {
    var first = text.indexOf(quote, position);
    if (first < 0) return endOfTag();
    var after = AFTER_VALUE.matcher(text);
    var limit = Math.min(text.length(), first + LONGEST_SEARCH);
    for (var end = first; end >= 0 && end < limit; end = text.indexOf(quote, end + 1)) {
      if (after.region(end + 1, text.length()).lookingAt()) return end;
      if (text.substring(position, end).contains("<outline")) break;
    }
    return first;
  }

  private int endOfTag() {
    var end = text.indexOf('>', position);
    return end < 0 ? text.length() : end;
  }

  /// A tag that another one follows before it has ended, ends there.
  private void readTagEnd(String name) {
    var end = position;
    while (end < text.length() && "<>".indexOf(text.charAt(end)) < 0) end++;
    if (text.charAt(end - 1) == '/') tree.end(name);
    position = end < text.length() && text.charAt(end) == '>' ? end + 1 : end;
  }

  private Matcher matcher(Pattern pattern) {
    return pattern.matcher(text).region(position, text.length());
  }

  private int line() {
    for (; counted < position; counted++) if (text.charAt(counted) == '\n') line++;
    return line;
  }
}
