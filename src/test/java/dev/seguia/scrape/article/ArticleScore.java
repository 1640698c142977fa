package dev.seguia.scrape.article;

import dev.seguia.text.Fold;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;

/// How well articles were read, as shares of what was expected.
public final class ArticleScore {
  private static final Pattern TOKEN =
      Pattern.compile(
          "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]+");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u200b\\ufeff]+");

  /// What is measured.
  public enum Measure {
    TEXT,
    CONTAINS,
    CONTAINS_NOT,
    TITLE,
    DATE,
    DAY,
    AUTHORS
  }

  private final Map<Measure, List<Double>> values = new HashMap<>();
  private final List<String> misses = new ArrayList<>();

  /// The mean of all that was added; none where nothing was.
  public Optional<Double> mean(Measure measure) {
    var all = values.getOrDefault(measure, List.of());
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(all.stream().mapToDouble(value -> value).sum() / all.size());
  }

  public int count(Measure measure) {
    return values.getOrDefault(measure, List.of()).size();
  }

  /// What was not as expected, a line each.
  public List<String> misses() {
    return List.copyOf(misses);
  }

  /// Judges what was read of a page.
  public void add(ArticleCase page, Article article) {
    addText(page, article.html().map(html -> Jsoup.parse(html).text()).orElse(""));
    for (var title : page.texts("article.title", "eq"))
      if (!title.isBlank())
        note(page, Measure.TITLE, line(title), line(article.title().orElse("")));
    for (var field : List.of("article.date", "article.published"))
      for (var operator : List.of("eq", "eq_instant"))
        for (var date : page.texts(field, operator)) addDate(page, date, article.published());
    var authors =
        Stream.of("authors", "author", "byline")
            .flatMap(field -> page.texts("article." + field, "eq").stream())
            .map(ArticleScore::name)
            .toList();
    if (!authors.isEmpty())
      note(
          page,
          Measure.AUTHORS,
          sorted(authors),
          sorted(article.authors().stream().map(person -> name(person.name())).toList()));
  }

  /// Judges a text alone.
  public void addText(ArticleCase page, String text) {
    page.expectedText().ifPresent(expected -> addTokens(page, expected, text));
    for (var part : page.texts("article.body", "contains_text")) addPart(page, part, text, true);
    for (var part : page.texts("article.body_text", "contains_text"))
      addPart(page, part, text, true);
    for (var part : page.texts("article.body_text", "not_contains_text"))
      addPart(page, part, text, false);
  }

  private void addTokens(ArticleCase page, String expected, String text) {
    var score = f1(tokens(expected), tokens(text));
    add(Measure.TEXT, score);
    if (score < 0.97)
      misses.add(
          String.format(
              Locale.ROOT,
              "TEXT\t%s\t%.3f\t%d of %d tokens",
              page.file(),
              score,
              tokens(text).size(),
              tokens(expected).size()));
  }

  private void addPart(ArticleCase page, String part, String text, boolean wanted) {
    var isThere = line(text).contains(line(part));
    var measure = wanted ? Measure.CONTAINS : Measure.CONTAINS_NOT;
    add(measure, isThere == wanted ? 1 : 0);
    if (isThere != wanted) misses.add(measure + "\t" + page.file() + "\t" + line(part));
  }

  /// A day without a clock is met by every moment of it.
  private void addDate(ArticleCase page, String expected, Optional<Instant> found) {
    var isDay = expected.length() == 10;
    var day = isDay ? LocalDate.parse(expected) : day(instant(expected));
    var readDay = found.map(moment -> day(moment).toString()).orElse("none");
    note(page, Measure.DAY, day.toString(), readDay);
    if (isDay) note(page, Measure.DATE, day.toString(), readDay);
    else
      note(
          page,
          Measure.DATE,
          instant(expected).toString(),
          found.map(Instant::toString).orElse("none"));
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }

  private static Instant instant(String text) {
    var iso = text.replace(' ', 'T');
    return iso.length() > 19 && (iso.endsWith("Z") || iso.lastIndexOf(':') > 19)
        ? OffsetDateTime.parse(iso).toInstant()
        : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
  }

  private void note(ArticleCase page, Measure measure, String expected, String found) {
    add(measure, expected.equals(found) ? 1 : 0);
    if (!expected.equals(found))
      misses.add(measure + "\t" + page.file() + "\t" + expected + "\t" + found);
  }

  private void add(Measure measure, double value) {
    values.computeIfAbsent(measure, _ -> new ArrayList<>()).add(value);
  }

  private static String name(String text) {
    return Fold.fold(line(text)).replaceFirst("^(by|written by) ", "");
  }

  private static String sorted(Collection<String> names) {
    return String.join(", ", new HashSet<>(names).stream().sorted().toList());
  }

  private static String line(String text) {
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }

  static List<String> tokens(String text) {
    return TOKEN.matcher(text).results().map(found -> Fold.fold(found.group())).toList();
  }

  /// Of the tokens of two texts, each counted as often as it stands there.
  static double f1(List<String> expected, List<String> found) {
    if (expected.isEmpty() || found.isEmpty()) return expected.isEmpty() == found.isEmpty() ? 1 : 0;
    var left = new HashMap<String, Integer>();
    for (var token : expected) left.merge(token, 1, Integer::sum);
    var common = 0;
    for (var token : found) if (left.merge(token, -1, Integer::sum) >= 0) common++;
    return 2.0 * common / (expected.size() + found.size());
  }
}
