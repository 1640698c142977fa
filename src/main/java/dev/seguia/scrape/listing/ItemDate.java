package dev.seguia.scrape.listing;

import dev.seguia.dates.PageDates;
import dev.seguia.scrape.Ancestors;
import dev.seguia.scrape.PageParts;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/// Finds the date of an entry in its part of the page.
final class ItemDate {
  private static final String FOR_PROGRAMS =
      "time[datetime], [itemprop=datePublished], abbr[title].published, [data-timestamp],"
          + " [data-time], [data-date], [data-datetime], [data-published], relative-time[datetime]";
  private static final String[] ATTRIBUTES = {
    "datetime",
    "content",
    "title",
    "data-timestamp",
    "data-time",
    "data-date",
    "data-datetime",
    "data-published"
  };

  private static final Evaluator MARKED =
      QueryParser.parse(
          "time, [class*=date], [class*=Date], [class*=time], [class*=ago], [class*=meta]");
  private static final Evaluator DATED = QueryParser.parse("time, [class*=date], [class*=time]");
  private static final Pattern LIKELY =
      Pattern.compile(
          "(?i)\\b(?:19|20)\\d{2}\\b|\\d{1,2}[:h]\\d{2}|\\b(?:ago|il y a|vor \\d|hace|hier|yesterday|gestern|ayer)\\b|منذ|قبل|أمس");

  /// Of a text that has little more than a date.
  private static final int SHORT = 60;

  private static final int NEAR_BY = 40;

  /// Elements of a card that are tried.
  private static final int MOST = 150;

  private static final int NEAR = 4;
  private static final int LONGEST = 120;

  private ItemDate() {}

  /// Whether there seems to be a date in a card; a quick look, since it is taken at every link.
  static boolean isLikely(Element card) {
    return card.selectFirst(DATED) != null
        || card.stream()
            .limit(NEAR_BY)
            .map(Element::ownText)
            .anyMatch(text -> text.length() <= SHORT && LIKELY.matcher(text).find());
  }

  static Optional<Instant> of(Element card, PageDates dates) {
    return card.select(FOR_PROGRAMS).stream()
        .limit(MOST)
        .flatMap(element -> ofAttributes(element, dates).stream())
        .findFirst()
        .or(() -> ofText(card, dates));
  }

  private static Optional<Instant> ofAttributes(Element element, PageDates dates) {
    return Stream.of(ATTRIBUTES)
        .map(element::attr)
        .filter(value -> !value.isBlank())
        .flatMap(value -> of(value.strip(), dates).stream())
        .findFirst();
  }

  static Optional<Instant> of(String value, PageDates dates) {
    return dates.inAttribute(value);
  }

  /// A date in words: first where a class says so, then in any short text that is no title.
  private static Optional<Instant> ofText(Element card, PageDates dates) {
    return card.select(MARKED).stream()
        .limit(MOST)
        .filter(element -> !holdsTitle(element))
        .flatMap(element -> read(Stream.of(element.ownText(), element.text()), dates))
        .findFirst()
        .or(() -> ofAnyText(card, dates));
  }

  private static Optional<Instant> ofAnyText(Element card, PageDates dates) {
    return card.stream()
        .limit(MOST)
        .filter(element -> !element.normalName().equals("a") && !isTitle(element, card))
        .flatMap(element -> read(Stream.of(element.ownText()), dates))
        .findFirst();
  }

  private static Stream<Instant> read(Stream<String> texts, PageDates dates) {
    return texts
        .filter(text -> text.length() >= 3 && text.length() <= LONGEST)
        .flatMap(text -> dates.in(text).stream());
  }

  private static boolean isTitle(Element element, Element card) {
    return Ancestors.below(element, card).limit(NEAR).anyMatch(PageParts::isHeading);
  }

  private static boolean holdsTitle(Element element) {
    return element.stream().limit(NEAR_BY).anyMatch(PageParts::isHeading);
  }
}
