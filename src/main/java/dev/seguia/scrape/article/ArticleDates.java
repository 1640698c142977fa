package dev.seguia.scrape.article;

import dev.seguia.dates.DateParser;
import dev.seguia.scrape.BoundedText;
import dev.seguia.scrape.ClassWords;
import dev.seguia.scrape.MetaTags;
import dev.seguia.scrape.SchemaItem;
import dev.seguia.scrape.WebPage;
import dev.seguia.text.Fold;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/// Finds the publication and update dates of an article.
record ArticleDates(Optional<Instant> published, Optional<Instant> modified) {
  private static final int LONGEST = 120;

  private static final List<String> PUBLISHED =
      List.of(
          "article:published_time",
          "og:published_time",
          "article:published",
          "datepublished",
          "parsely-pub-date",
          "sailthru.date",
          "dc.date.issued",
          "dc.issued",
          "dc.created",
          "dc.date.created",
          "pubdate",
          "publish-date",
          "publishdate",
          "publication_date",
          "date_published",
          "cxenseparse:publishtime",
          "cxenseparse:recs:publishtime",
          "citation_publication_date",
          "citation_date",
          "og:article:published_time",
          "article.published",
          "originalpublicationdate",
          "release_date",
          "og:pubdate",
          "ptime");

  /// Such as these often tell when the page was made.
  private static final List<String> VAGUE =
      List.of("dc.date", "date", "datecreated", "last-published");

  private static final List<String> MODIFIED =
      List.of(
          "article:modified_time",
          "og:updated_time",
          "og:modified_time",
          "article:updated",
          "datemodified",
          "last-modified",
          "lastmod",
          "dc.modified",
          "dc.date.modified",
          "article.updated",
          "revised",
          "utime");

  private static final Set<String> DATING =
      Set.of(
          "date",
          "datetime",
          "dateline",
          "time",
          "timestamp",
          "published",
          "publish",
          "pubdate",
          "datum",
          "fecha",
          "posted",
          "publication");

  private static final String LINES =
      "[class*=date], [class*=Date], [class*=time], [class*=publi], [class*=post], [class*=datum],"
          + " [class*=fecha], [id*=date]";

  private static final Pattern SAID =
      Pattern.compile("publi|veroffentlicht|posted|erschienen|pubblicat|نشر|تاريخ النشر");

  private static final Pattern CHANGED =
      Pattern.compile(
          "\\b(?:mis a jour|maj|modifie|updated?|last modified|actualizado|aktualisiert|atualizado|تحديث)\\b");

  /// A day in a line of other words: each way of writing has a bounded number of signs.
  private static final Pattern DAY =
      Pattern.compile(
          "\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}(?:[T ,]{1,3}\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?(?:Z|[+-]\\d{2}:?\\d{2}))?)?"
              + "|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4}(?:[ ,à-]{1,5}\\d{1,2}[:h]\\d{2})?"
              + "|\\d{1,2}\\.? ?(?:er|st|nd|rd|th|de)? ?\\p{L}[\\p{L}\\p{M}]{2,12}\\.?(?: de)?,? ?\\d{4}(?:[ ,à-]{1,5}\\d{1,2}[:h]\\d{2})?"
              + "|\\p{L}{3,12}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}"
              + "|\\d{4} ?[年년] ?\\d{1,2} ?[月월] ?\\d{1,2} ?[日일]");

  private static final Pattern IN_PATH =
      Pattern.compile("[/_-]((?:19|20)\\d{2})[/_-]?([01]\\d)[/_-]?([0-3]\\d)(?!\\d)");

  /// @param zone of dates that name none
  static ArticleDates of(WebPage page, Optional<SchemaItem> thing, MetaTags meta, ZoneId zone) {
    var document = page.document();
    var published =
        first(zone, thing.stream().flatMap(article -> article.texts("datePublished").stream()))
            .or(() -> first(zone, meta.all(PUBLISHED)))
            .or(() ->
                first(
                    zone, thing.stream().flatMap(article -> article.texts("dateCreated").stream())))
            .or(() -> first(zone, times(document)))
            .or(() -> first(zone, marks(document)))
            .or(() -> first(zone, meta.all(VAGUE)))
            .or(() -> first(zone, lines(document).flatMap(ArticleDates::days)))
            .or(() -> inPath(page, zone))
            .or(() -> first(zone, labels(document).flatMap(ArticleDates::days)));
    var modified =
        first(zone, thing.stream().flatMap(article -> article.texts("dateModified").stream()))
            .or(() -> first(zone, meta.all(MODIFIED)));
    return new ArticleDates(published.or(() -> modified), modified);
  }

  private static Optional<Instant> first(ZoneId zone, Stream<String> texts) {
    return texts.flatMap(text -> DateParser.parse(text, zone).stream()).findFirst();
  }

  /// `time` elements, those that are said to mean the publication first.
  private static Stream<String> times(Document document) {
    return Stream.concat(
            ArticleLines.of(
                document, "time[pubdate], time[itemprop~=datePublished], time[class*=publish]"),
            ArticleLines.of(document, "time"))
        .flatMap(time ->
            Stream.of(time.attr("datetime"), time.attr("pubdate"), BoundedText.of(time, LONGEST)));
  }

  private static Stream<String> marks(Document document) {
    return ArticleLines.of(document, "[data-date]").map(element -> element.attr("data-date"));
  }

  private static Stream<String> lines(Document document) {
    return ArticleLines.of(document, LINES)
        .filter(element -> ClassWords.of(element).hasAny(DATING))
        .map(element -> BoundedText.of(element, LONGEST + 1))
        .filter(line -> line.length() <= LONGEST);
  }

  /// Short runs of words near the top of the page.
  private static Stream<String> labels(Document document) {
    return ArticleLines.of(document, "p, span, div, em, i, small, li, td, h2, h3, h4, h5")
        .filter(element -> element.childrenSize() <= 3)
        .map(element -> BoundedText.of(element, LONGEST))
        .filter(line -> line.length() < LONGEST / 2 || SAID.matcher(Fold.fold(line)).lookingAt());
  }

  /// The days that a line names, those first that are not said to be of a change.
  private static Stream<String> days(String line) {
    var changed = CHANGED.matcher(Fold.fold(line));
    var until = changed.find() && changed.start() > 0 ? changed.start() : line.length();
    return DAY.matcher(line.substring(0, Math.min(until, line.length())))
        .results()
        .map(day -> day.group());
  }

  private static Optional<Instant> inPath(WebPage page, ZoneId zone) {
    var path = page.location().getPath();
    if (path == null) return Optional.empty();
    var found = IN_PATH.matcher(path);
    return found.find()
        ? DateParser.parse(found.group(1) + "-" + found.group(2) + "-" + found.group(3), zone)
        : Optional.empty();
  }
}
