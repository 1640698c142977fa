package dev.seguia.conformance;

import dev.seguia.conformance.Verdict.LeftOut;
import dev.seguia.conformance.Verdict.Met;
import dev.seguia.conformance.Verdict.Missed;
import dev.seguia.parse.ParseResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Gathers the verdicts and writes them as the page that people read.
final class ConformanceReport {
  private final Reasons reasons;
  private final Map<String, Tally> families = new LinkedHashMap<>();
  private final Map<String, Tally> kinds = new TreeMap<>();
  private final Map<String, Integer> leftOut = new TreeMap<>();
  private final Map<String, List<String>> misses = new TreeMap<>();
  private final Map<String, List<String>> notShared = new TreeMap<>();
  private List<DateFamily.Line> dates = List.of();

  ConformanceReport(Reasons reasons) {
    this.reasons = reasons;
  }

  /// Numbers of one family or of one kind of expectation.
  private static final class Tally {
    int files;
    int crashed;
    int feeds;
    int met;
    int missed;
    int leftOut;

    String share() {
      return met + missed == 0
          ? "–"
          : String.format(Locale.ROOT, "%.1f %%", 100.0 * met / (met + missed));
    }
  }

  void read(
      String family,
      String file,
      Map.Entry<Optional<ParseResult>, String> outcome,
      List<Expectation> expectations) {
    var tally = families.computeIfAbsent(family, name -> new Tally());
    tally.files++;
    if (outcome.getKey().isEmpty()) {
      tally.crashed++;
      misses
          .computeIfAbsent("a crash", reason -> new ArrayList<>())
          .add(family + "/" + file + ": " + outcome.getValue());
      return;
    }
    var result = outcome.getKey().get();
    if (result instanceof ParseResult.Parsed) tally.feeds++;
    for (var expectation : expectations)
      count(family, tally, expectation, Judge.judge(expectation, result));
  }

  /// Counts a file that is no feed, and what became of the expectations about it.
  void list(String family, Map<Expectation, Verdict> verdicts) {
    var tally = families.computeIfAbsent(family, name -> new Tally());
    tally.files++;
    verdicts.forEach((expectation, verdict) -> count(family, tally, expectation, verdict));
  }

  private void count(String family, Tally tally, Expectation expectation, Verdict verdict) {
    var kind = kinds.computeIfAbsent(kind(expectation), name -> new Tally());
    switch (verdict) {
      case Met() -> {
        tally.met++;
        kind.met++;
      }
      case LeftOut(var reason) -> {
        tally.leftOut++;
        kind.leftOut++;
        leftOut.merge(reason, 1, Integer::sum);
      }
      case Missed(var actual) -> {
        var place = family + "/" + expectation.file() + " " + expectation.field();
        var line =
            "`"
                + place
                + "`: wants `"
                + brief(expectation.text())
                + "`, is `"
                + brief(actual)
                + "`";
        var reason = reasons.of(place);
        if (reason.startsWith("~")) {
          tally.leftOut++;
          kind.leftOut++;
          notShared.computeIfAbsent(reason.substring(1), none -> new ArrayList<>()).add(line);
        } else {
          tally.missed++;
          kind.missed++;
          misses.computeIfAbsent(reason, none -> new ArrayList<>()).add(line);
        }
      }
    }
  }

  private static String kind(Expectation expectation) {
    return switch (expectation.kind()) {
      case "entries" -> "1 entry counts";
      case "entries.title" -> "2 titles";
      case "entries.link" -> "3 links";
      case "entries.id" -> "4 ids";
      case "entries.published", "entries.updated" -> "5 dates";
      case "entries.author",
          "entries.authors.name",
          "entries.authors.email",
          "entries.authors.uri" ->
          "6 authors";
      case "entries.categories.term" -> "7 categories";
      case "entries.enclosures.url",
          "entries.enclosures.type",
          "entries.enclosures.length",
          "entries.media.content.url",
          "entries.media.content.type" ->
          "8 enclosures";
      case "entries.summary", "entries.content", "entries.content.value" ->
          "9 summaries and contents";
      case "opml.feeds", "opml.feeds.distinct", "opml.title" -> "lists of feeds";
      default -> otherKind(expectation.kind());
    };
  }

  private static String otherKind(String kind) {
    if (kind.startsWith("sitemap.")) return "sitemaps";
    if (kind.startsWith("discovery.") || kind.startsWith("page.")) return "feeds of a page";
    return kind.startsWith("feed.") ? "feed header" : "other";
  }

  void dates(List<DateFamily.Line> lines) {
    dates = lines;
  }

  private static String brief(String text) {
    var flat = text.replaceAll("\\s+", " ").replace("`", "'");
    return flat.length() > 100 ? flat.substring(0, 100) + "…" : flat;
  }

  String text() {
    var page = new StringBuilder();
    page.append(
        """
        # What the parser makes of other programs' tests

        Written by `ConformanceTest` over a corpus of %d files from the test suites of other feed programs and
        of real and hostile feeds; do not edit by hand. `mvn test -Dtest=ConformanceTest -Dgolden.update=true
        -Dseguia.corpus=DIR` writes it anew, and without the option the test fails when a figure changes.

        Texts are compared by what a reader sees (white space and the spelling of markup aside, relative URLs
        resolved), authors, categories and enclosures by what the list holds. The expectations are held
        against what the parser hands on; cleaning comes after.

        ## By family

        | family | files | crashes | feeds | expectations | left out | met | missed | met of shared |
        |---|---:|---:|---:|---:|---:|---:|---:|---:|
        """
            .formatted(families.values().stream().mapToInt(tally -> tally.files).sum()));
    families.forEach((name, tally) -> row(page, name, tally));
    dateRow(page);
    page.append(
        "\n## By kind\n\n| kind | expectations | left out | met | missed | met of shared |\n|---|---:|---:|---:|---:|---:|\n");
    kinds.forEach((name, tally) ->
        page.append(
            "| %s | %d | %d | %d | %d | %s |%n"
                .formatted(
                    name.replaceFirst("^\\d ", ""),
                    tally.met + tally.missed + tally.leftOut,
                    tally.leftOut,
                    tally.met,
                    tally.missed,
                    tally.share())));
    page.append(WildCase.table());
    page.append("\n## Left out of the count, and why\n\n");
    leftOut.forEach((reason, count) -> page.append("- %d: %s%n".formatted(count, reason)));
    page.append(
        "- %d dates: rows whose expected moment belongs to another row (the suite's list was cut apart wrongly)%n"
            .formatted(dates.stream().filter(DateFamily.Line::leftOut).count()));
    page.append("\n## Left out one by one: read otherwise on purpose\n");
    notShared.forEach((reason, places) -> list(page, reason, places));
    page.append("\n## Missed, and why\n");
    misses.forEach((reason, places) -> list(page, reason, places));
    page.append("\n### Dates\n\n");
    for (var line : dates)
      if (!line.met() && !line.leftOut())
        page.append(
            "- `%s`: wants %s, is %s%n".formatted(line.text(), line.expected(), line.actual()));
    return page.toString();
  }

  private static void list(StringBuilder page, String reason, List<String> places) {
    page.append("\n### ").append(reason).append(" (").append(places.size()).append(")\n\n");
    places.forEach(place -> page.append("- ").append(place).append('\n'));
  }

  private static void row(StringBuilder page, String name, Tally tally) {
    page.append(
        "| %s | %d | %d | %d | %d | %d | %d | %d | %s |%n"
            .formatted(
                name,
                tally.files,
                tally.crashed,
                tally.feeds,
                tally.met + tally.missed + tally.leftOut,
                tally.leftOut,
                tally.met,
                tally.missed,
                tally.share()));
  }

  private void dateRow(StringBuilder page) {
    var tally = new Tally();
    tally.files = 1;
    for (var line : dates) {
      if (line.leftOut()) tally.leftOut++;
      else if (line.met()) tally.met++;
      else tally.missed++;
    }
    row(page, "dates", tally);
  }
}
