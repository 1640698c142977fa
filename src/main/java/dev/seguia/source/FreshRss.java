package dev.seguia.source;

import dev.seguia.opml.Fault;
import dev.seguia.opml.Outline;
import dev.seguia.opml.Prefixes;
import dev.seguia.text.Truncation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Converts FreshRSS's attributes of an outline (namespace `https://freshrss.org/opml`) to our own,
/// where there is an equivalent.
final class FreshRss {
  private static final String PAGE = "html+xpath";
  private static final String JSON_FEED = "jsonfeed";

  /// Kinds of documents that are taken apart in ways that we have not.
  private static final Set<String> OTHER_TYPES =
      Set.of(
          "xml+xpath",
          "json+xpath",
          "json+dotnotation",
          "json+dotpath",
          "html+xpath+json+dotnotation");

  /// What is about how FreshRSS shows entries and tells them apart, not about what is read.
  private static final Set<String> WITHOUT_EFFECT =
      Set.of("priority", "unicityCriteria", "unicityCriteriaForced", "xPathFeedTitle");

  private static final String DETECTED = "it is detected automatically";
  private static final Pattern TTL = Pattern.compile("-?[1-9]\\d{0,8}");
  private static final int SHOWN = 200;

  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, String> found = new LinkedHashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private final Set<String> unread = new LinkedHashSet<>();
  private final Map<String, String> own;
  private final String type;
  private final String file;
  private final int line;

  private FreshRss(Outline outline, Set<String> prefixes, Map<String, String> own, String file) {
    this.own = own;
    this.file = file;
    line = outline.line();
    type = outline.attribute("type").orElse("").toLowerCase(Locale.ROOT);
    Prefixes.values(outline.element(), prefixes)
        .forEach((name, value) -> {
          if (!value.isEmpty()) values.put(name, value);
        });
    unread.addAll(values.keySet());
    unread.removeAll(WITHOUT_EFFECT);
  }

  /// The converted attributes.
  ///
  /// @param attributes of ours, by their names without a prefix
  /// @param faults what cannot be said by them
  record Translated(Map<String, String> attributes, List<Fault> faults) {}

  /// Reads an outline.
  ///
  /// @param prefixes those that stand for FreshRSS's namespace here
  /// @param own what the outline says to us: it goes before, and nothing is told of what it
  ///   replaces
  static Translated translated(
      Outline outline, Set<String> prefixes, Map<String, String> own, String file) {
    var reading = new FreshRss(outline, prefixes, own, file);
    reading.readAll();
    return new Translated(Map.copyOf(reading.found), List.copyOf(reading.faults));
  }

  private void readAll() {
    if (type.equals(PAGE)) found.put("kind", "page");
    else if (type.equals(JSON_FEED)) found.put("kind", "json");
    else if (OTHER_TYPES.contains(type) && !own.containsKey("kind")) complainOfType();
    fullContent();
    if (type.equals(PAGE)) page();
    // FreshRSS, too, heeds these for their types only
    else unread.removeIf(name -> name.startsWith("xPath") || name.startsWith("json"));
    timeToLive();
    if (!unread.isEmpty()) complainOfRest();
  }

  private void fullContent() {
    var css = taken("cssFullContent");
    if (css.isEmpty() || own.getOrDefault("full-text", "").equalsIgnoreCase("false")) return;
    found.put("full-text", "true");
    if (own.containsKey("select-body")) return;
    if (isCss(css)) found.put("select-body", css);
    else
      warn(
          "frss:cssFullContent is not a valid CSS selector: " + shown(css),
          "the text is detected automatically; or write seguia:select-body");
  }

  private static boolean isCss(String text) {
    try {
      return Selector.parse(text) instanceof Selector.Css(var css, var attribute)
          && !css.isEmpty()
          && attribute.isEmpty();
    } catch (IllegalArgumentException none) {
      return false;
    }
  }

  private void page() {
    var item = part("xPathItem", "select-item", "the list is detected automatically");
    if (!item && !own.containsKey("select-item")) {
      unread.removeIf(name -> name.startsWith("xPath"));
      return;
    }
    part("xPathItemTitle", "select-title", DETECTED);
    part("xPathItemUri", "select-link", DETECTED);
    part("xPathItemTimestamp", "select-date", DETECTED);
    part("xPathItemThumbnail", "select-image", DETECTED);
    content();
    timeFormat();
    if (values.getOrDefault("xPathItemUid", "").equals(values.get("xPathItemUri")))
      taken("xPathItemUid");
  }

  private String taken(String name) {
    unread.remove(name);
    return values.getOrDefault(name, "");
  }

  /// Reads an expression.
  ///
  /// @param without what is done if it is not valid
  /// @return whether it became a selector
  private boolean part(String name, String attribute, String without) {
    var expression = taken(name);
    if (expression.isEmpty() || own.containsKey(attribute)) return false;
    var selector = Selector.XPATH + expression;
    try {
      var _ = Selector.parse(attribute, selector);
    } catch (IllegalArgumentException e) {
      complainOf(name, attribute, String.valueOf(e.getMessage()), without);
      return false;
    }
    found.put(attribute, selector);
    return true;
  }

  /// What a page lists of an entry gives way to the text of the entry's own page.
  private void content() {
    if (found.containsKey("full-text") || own.containsKey("full-text")) taken("xPathItemContent");
    else part("xPathItemContent", "select-body", DETECTED);
  }

  private void timeFormat() {
    var php = taken("xPathItemTimeFormat");
    if (php.isEmpty() || own.containsKey("date-format")) return;
    PhpDatePattern.translated(php)
        .ifPresentOrElse(
            pattern -> found.put("date-format", pattern),
            () ->
                complainOf(
                    "xPathItemTimeFormat",
                    "date-format",
                    "there is no equivalent date pattern",
                    "dates are parsed without it"));
  }

  /// The pause between two polls in seconds; below zero for a source that is not polled.
  private void timeToLive() {
    if (!TTL.matcher(values.getOrDefault("ttl", "")).matches()) return;
    var ttl = taken("ttl");
    if (ttl.startsWith("-")) found.put("paused", "true");
    found.put("interval", ttl.replace("-", "") + "s");
  }

  private void complainOf(String name, String attribute, String reason, String without) {
    warn(
        "frss:%s cannot be converted to seguia:%s, since %s: %s"
            .formatted(name, attribute, reason, shown(values.getOrDefault(name, ""))),
        without + "; or write seguia:" + attribute);
  }

  private void complainOfType() {
    warn(
        "sources are not split by " + type + ", as FreshRSS does",
        "the kind is detected automatically; or write seguia:kind");
  }

  private void complainOfRest() {
    warn(
        "there is no equivalent of "
            + unread.stream().map(name -> "frss:" + name).collect(Collectors.joining(", ")),
        "it is ignored: see \"Moving from FreshRSS\" in docs/sources.md");
  }

  private static String shown(String text) {
    return Truncation.shortened(text, SHOWN, "...");
  }

  private void warn(String what, String mend) {
    faults.add(Fault.warning(file, line, what, mend));
  }
}
