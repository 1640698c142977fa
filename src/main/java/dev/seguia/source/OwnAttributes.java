package dev.seguia.source;

import dev.seguia.opml.Fault;
import dev.seguia.opml.Outline;
import dev.seguia.opml.Prefixes;
import dev.seguia.source.Source.Kind;
import dev.seguia.source.Source.Settings;
import dev.seguia.text.NearestName;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Reads our own attributes of one outline (namespace `https://seguia.dev/opml`) and reports errors
/// in them. An invalid attribute is ignored.
final class OwnAttributes {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})\\s*([smhd])");

  /// Limit: `seguia:pages`; more is an error.
  ///
  /// Of a section that is read whole: more would be no polling but a crawl.
  private static final int MOST_PAGES = 20;

  private static final List<String> NAMES =
      List.of(
          "kind",
          "interval",
          "tags",
          "language",
          "full-text",
          "history",
          "select-item",
          "select-title",
          "select-link",
          "select-date",
          "select-body",
          "select-image",
          "date-format",
          "time-zone",
          "pages",
          "paused",
          "weight",
          "max-entries",
          "dedup");

  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private final String file;
  private final int line;

  /// @param prefixes those that stand for our namespace here
  OwnAttributes(Outline outline, Set<String> prefixes, String file) {
    this.file = file;
    line = outline.line();
    values.putAll(Prefixes.values(outline.element(), prefixes));
    values.keySet().stream().filter(name -> !NAMES.contains(name)).forEach(this::complainOfName);
  }

  /// Takes from what is written for FreshRSS what is not written for us.
  ///
  /// @param prefixes those that stand for FreshRSS's namespace here
  /// @return what cannot be taken
  List<Fault> complete(Outline outline, Set<String> prefixes) {
    var other = FreshRss.translated(outline, prefixes, Map.copyOf(values), file);
    other.attributes().forEach(values::putIfAbsent);
    return other.faults();
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  List<Fault> faults() {
    return List.copyOf(faults);
  }

  /// What `tags` says, as it stands there.
  String tags() {
    return values.getOrDefault("tags", "");
  }

  Settings settings() {
    return new Settings(
        value("kind", "feed, json, page or sitemap", OwnAttributes::kind),
        value("interval", "a duration of 1s or more, as in 15m", OwnAttributes::duration),
        value("language", "a language tag (BCP 47), as in fr or ar-MA", OwnAttributes::language),
        value("paused", "true or false", OwnAttributes::truth).orElse(false),
        value("weight", "a number above 0, as in 0.5", OwnAttributes::weight).orElse(1.0),
        value("max-entries", "a whole number above 0", OwnAttributes::count)
            .map(OptionalInt::of)
            .orElse(OptionalInt.empty()),
        !value("dedup", "true or false", OwnAttributes::truth).orElse(true),
        value("full-text", "true or false", OwnAttributes::truth).orElse(false),
        value("history", "true or false", OwnAttributes::truth).orElse(false),
        page());
  }

  private ScrapeSettings page() {
    return new ScrapeSettings(
        selector("select-item"),
        selector("select-title"),
        selector("select-link"),
        selector("select-date"),
        selector("select-body"),
        selector("select-image"),
        value("date-format", "a pattern of a date, as in d MMMM yyyy", OwnAttributes::pattern),
        value("time-zone", "a time zone, as in Africa/Casablanca", OwnAttributes::timeZone)
            .orElse(ZoneOffset.UTC),
        value("pages", "a whole number from 1 to " + MOST_PAGES, OwnAttributes::pages).orElse(1));
  }

  private Optional<Selector> selector(String name) {
    var text = values.get(name);
    if (text == null) return Optional.empty();
    try {
      return Optional.of(Selector.parse(name, text));
    } catch (IllegalArgumentException e) {
      var expected =
          Selector.isXPath(text)
              ? "a usable XPath expression (%s)".formatted(e.getMessage())
              : "a CSS selector, as in h2 a or time@datetime";
      complainOfValue(name, expected, text);
      return Optional.empty();
    }
  }

  private <T> Optional<T> value(
      String name, String expected, Function<String, Optional<T>> reader) {
    var text = values.get(name);
    if (text == null) return Optional.empty();
    var read = reader.apply(text);
    if (read.isEmpty()) complainOfValue(name, expected, text);
    return read;
  }

  private void complainOfValue(String name, String expected, String text) {
    faults.add(
        Fault.error(
            file,
            line,
            "%s:%s must be %s, not '%s'".formatted(Prefixes.USUAL, name, expected, text),
            mend(name, text)));
  }

  private static String mend(String name, String text) {
    if (!name.equals("kind")) return "correct it, or remove the attribute";
    var nearest = NearestName.to(text, List.of("feed", "json", "page", "sitemap")).orElseThrow();
    return "did you mean " + nearest + "?";
  }

  private void complainOfName(String name) {
    var nearest = NearestName.to(name, NAMES).orElseThrow();
    var what = "unknown attribute " + Prefixes.USUAL + ":" + name;
    var mend = "did you mean " + Prefixes.USUAL + ":" + nearest + "?";
    faults.add(Fault.error(file, line, what, mend));
  }

  private static Optional<Kind> kind(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "feed" -> Optional.of(Kind.FEED);
      case "json" -> Optional.of(Kind.JSON);
      case "page" -> Optional.of(Kind.PAGE);
      case "sitemap" -> Optional.of(Kind.SITEMAP);
      default -> Optional.empty();
    };
  }

  private static Optional<Duration> duration(String text) {
    var matcher = DURATION.matcher(text);
    if (!matcher.matches()) return Optional.empty();
    var amount = Long.parseLong(matcher.group(1));
    var duration =
        switch (matcher.group(2)) {
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          case "h" -> Duration.ofHours(amount);
          default -> Duration.ofDays(amount);
        };
    return Optional.of(duration).filter(Duration::isPositive);
  }

  /// In its canonical spelling.
  static Optional<String> language(String text) {
    try {
      var locale = new Locale.Builder().setLanguageTag(text.replace('_', '-')).build();
      return Optional.of(locale.toLanguageTag()).filter(tag -> !tag.equals("und"));
    } catch (IllformedLocaleException none) {
      return Optional.empty();
    }
  }

  private static Optional<Boolean> truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<Double> weight(String text) {
    try {
      return Optional.of(Double.parseDouble(text)).filter(w -> w > 0 && Double.isFinite(w));
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> count(String text) {
    try {
      return Optional.of(Integer.parseInt(text)).filter(count -> count > 0);
    } catch (NumberFormatException none) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> pages(String text) {
    return count(text).filter(count -> count <= MOST_PAGES);
  }

  private static Optional<ZoneId> timeZone(String text) {
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static Optional<String> pattern(String text) {
    try {
      var _ = DateTimeFormatter.ofPattern(text, Locale.ROOT);
      return Optional.of(text);
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
